package org.dalil.certificate.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dalil.Parts;
import org.dalil.certificate.control.CertificatePaper.Column;
import org.dalil.certificate.entity.CertificateCode;
import org.dalil.certificate.entity.Claim;
import org.dalil.certificate.entity.PublicKeyHalf;
import org.dalil.exam.entity.Spellings;
import org.dalil.platform.control.Installation;
import org.dalil.platform.entity.Language;
import org.junit.jupiter.api.Test;

/** The paper: letters joined as they must be, text that can be read aloud, and a code that a phone reads. */
class CertificatePaperTest {

    private static final Instant DAY = Instant.parse("2026-11-03T10:00:00Z");

    private final CertificatePaper papers = new Parts(null, Map.of(Installation.class, new Installation() {
        @Override
        public String site() {
            return "https://dalil.example";
        }
    })).get(CertificatePaper.class);

    private byte[] paper(Spellings names) {
        return paper(names, Optional.empty());
    }

    private byte[] paper(Spellings names, Optional<Instant> first) {
        PublicKeyHalf key = PublicKeyHalf.of(new byte[32], DAY, Optional.empty());
        CertificateCode code = CertificateCode.of("0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
        List<Column> columns = CertificatePaper.columns(names);
        Claim claim = Claim.of(key, code, 1204, DAY, DAY.plusSeconds(94_608_000), "cybercrime-police", "0123456789abcdef",
                columns.stream().map(Column::name).toList());
        byte[] signature = new byte[64];
        for (int i = 0; i < signature.length; i++) {
            signature[i] = (byte) (i * 37);
        }
        return papers.write(columns, new CertificatePaper.Content(claim, DAY, first, code, claim.qr(signature), "e.y.j"));
    }

    private static final Spellings ALL = new Spellings("شيرين أحمد حسن", "ڕێزلێنان ئەحمەد ڵاوێ", "Shirin Ahmed Hassan");
    private static final Spellings LATIN = new Spellings("", "Şîrîn Ehmed Hesenê Çiyayî", "Shirin Ahmed Hassan");

    @Test
    void what_is_read_aloud_and_copied_is_what_was_written() throws IOException {
        try (PDDocument document = Loader.loadPDF(paper(ALL))) {
            List<String> spoken = new ArrayList<>();
            for (COSName name : document.getPage(0).getResources().getPropertiesNames()) {
                PDPropertyList properties = document.getPage(0).getResources().getProperties(name);
                spoken.add(properties.getCOSObject().getString(COSName.ACTUAL_TEXT));
            }
            String read = new PDFTextStripper().getText(document);
            for (String text : List.of("شيرين أحمد حسن", "ڕێزلێنان ئەحمەد ڵاوێ", "Shirin Ahmed Hassan", "شهادة", "بڕوانامە", "Certificate")) {
                assertTrue(spoken.contains(text), text + " in " + spoken);
                assertTrue(read.contains(text), text + " in " + read);
            }
            assertTrue(spoken.stream().anyMatch(s -> s.contains("٢٠٢٦")), spoken.toString());
        }
    }

    /** Line after line as they were set, with every letter of Kurmanji, nothing more and nothing less. */
    @Test
    void text_that_is_copied_is_the_text_that_was_set_line_for_line() throws IOException {
        for (Spellings names : List.of(LATIN, ALL)) {
            try (PDDocument document = Loader.loadPDF(paper(names))) {
                List<String> copied = new PDFTextStripper().getText(document).lines().map(CertificatePaperTest::bare).filter(l -> !l.isEmpty())
                        .map(CertificatePaperTest::turned).filter(CertificatePaperTest::isOfOneDirection).toList();
                List<String> set = spoken(document).stream().map(CertificatePaperTest::bare).filter(CertificatePaperTest::isOfOneDirection).toList();
                assertEquals(set, copied);
                if (names == LATIN) {
                    assertTrue(copied.containsAll(List.of("Belgename", "Şîrîn Ehmed Hesenê Çiyayî", "Shirin Ahmed Hassan")), copied.toString());
                    assertTrue(String.join(" ", copied).contains("di 3ê mijdara 2026an de di ezmûna vê rêyê de serkeftî bû:"), copied.toString());
                }
            }
        }
    }

    /** Without the unseen characters that hold an address together. */
    private static String bare(String line) {
        return line.replaceAll("[\u2066-\u2069]", "").strip();
    }

    /** This library turns numbers of Arabic digits round where it reads a whole line at once; Poppler's pdftotext gives them as they are. */
    private static String turned(String line) {
        return java.util.regex.Pattern.compile("[٠-٩]{2,}").matcher(line).replaceAll(n -> new StringBuilder(n.group()).reverse().toString());
    }

    /** For the same reason without the lines that have an address in the middle of Arabic; they are among those read aloud. */
    private static boolean isOfOneDirection(String line) {
        return !line.matches(".*[ا-ی].*[a-z].*|.*[a-z].*[ا-ی].*");
    }

    /** What stands beside the outlines to be read aloud, in the order in which it is met. */
    private static List<String> spoken(PDDocument document) throws IOException {
        List<String> spoken = new ArrayList<>();
        String content = new String(document.getPage(0).getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
        java.util.regex.Matcher span = java.util.regex.Pattern.compile("/Span /(\\w+) BDC").matcher(content);
        while (span.find()) {
            spoken.add(document.getPage(0).getResources().getProperties(COSName.getPDFName(span.group(1))).getCOSObject().getString(COSName.ACTUAL_TEXT));
        }
        return spoken;
    }

    /** Validated by hand with veraPDF, whose every other rule it keeps; what it says of itself is what is looked for here. */
    @Test
    void it_says_that_it_is_made_for_screen_readers_and_nothing_about_who_made_it() throws IOException {
        try (PDDocument document = Loader.loadPDF(paper(ALL))) {
            String about = new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertTrue(about.contains("<pdfuaid:part>1</pdfuaid:part>"), about);
            assertTrue(about.contains("<rdf:li xml:lang=\"x-default\">شهادة</rdf:li>"), about);
            assertFalse(about.matches("(?s).*(Date|Creator|Producer|Shirin|شيرين).*"), about);
        }
    }

    @Test
    void a_screen_reader_meets_a_tagged_document_each_part_in_its_language() throws IOException {
        try (PDDocument document = Loader.loadPDF(paper(ALL))) {
            assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
            assertEquals("ar", document.getDocumentCatalog().getLanguage());
            assertEquals("شهادة", document.getDocumentInformation().getTitle());
            assertTrue(document.getDocumentCatalog().getViewerPreferences().displayDocTitle());
            PDStructureElement whole = (PDStructureElement) document.getDocumentCatalog().getStructureTreeRoot().getKids().get(0);
            List<String> parts = whole.getKids().stream().map(k -> (PDStructureElement) k)
                    .map(k -> k.getStructureType() + " " + k.getLanguage()).toList();
            assertEquals(List.of("H1 ar", "P ar", "P ar", "P ar", "P ar", "P ar", "H2 ckb", "P ckb", "P ckb", "P ckb", "P ckb", "P ckb",
                    "H2 en", "P en", "P en", "P en", "P en", "P en", "Figure ar", "P en", "P ar", "P ckb", "P en"), parts);
            PDStructureElement figure = (PDStructureElement) whole.getKids().get(18);
            assertTrue(figure.getAlternateDescription().contains("رمز"));
            COSDictionary tree = document.getDocumentCatalog().getStructureTreeRoot().getCOSObject().getCOSDictionary(COSName.PARENT_TREE);
            assertEquals(parts.size(), ((org.apache.pdfbox.cos.COSArray) tree.getCOSArray(COSName.NUMS).getObject(1)).size());
            String content = new String(document.getPage(0).getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertEquals(parts.size(), content.split("/MCID ", -1).length - 1);
            assertEquals(content.split("(BDC|BMC)\n", -1).length, content.split("EMC\n", -1).length);
        }
    }

    @Test
    void a_phone_reads_the_square_code_from_the_printed_page() throws Exception {
        for (Spellings names : List.of(ALL, LATIN)) {
            try (PDDocument document = Loader.loadPDF(paper(names))) {
                BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
                String name = names == ALL ? "certificate-ar-ckb-en" : "certificate-kmr-en";
                Files.createDirectories(Path.of("target/pictures"));
                ImageIO.write(page, "png", Path.of("target/pictures", name + ".png").toFile());
                BufferedImage foot = page.getSubimage(50, page.getHeight() - 460, 420, 420);
                String text = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(
                        new RGBLuminanceSource(420, 420, foot.getRGB(0, 0, 420, 420, null, 0, 420))))).getText();
                assertTrue(text.startsWith("DL1:") && text.length() < 300, text);
                assertEquals(text, document.getDocumentInformation().getKeywords());
            }
        }
    }

    @Test
    void a_renewed_one_says_when_the_exam_was_passed_and_when_it_was_renewed() throws IOException {
        try (PDDocument document = Loader.loadPDF(paper(ALL, Optional.of(Instant.parse("2023-11-05T10:00:00Z"))))) {
            String read = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertTrue(read.contains("passed the exam on 5 November 2023, renewed on 3 November 2026:"), read);
            Files.createDirectories(Path.of("target/pictures"));
            ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 100), "png", Path.of("target/pictures/certificate-renewed.png").toFile());
        }
    }

    @Test
    void the_longest_names_stay_on_the_page() throws IOException {
        String arabic = "عبد الرحمن عبد اللطيف عبد الكريم المصطفى الجبوري ".strip();
        Spellings longest = new Spellings(arabic, "عەبدولڕەحمان عەبدوللەتیف عەبدولکەریم مستەفا جبووری",
                "Abdulrahman Abdullatif Abdulkarim Al-Mustafa Al-Jubouri");
        for (Optional<Instant> first : List.of(Optional.<Instant>empty(), Optional.of(DAY.minusSeconds(94_608_000)))) {
            try (PDDocument document = Loader.loadPDF(paper(longest, first))) {
                assertEquals(1, document.getNumberOfPages());
                Files.createDirectories(Path.of("target/pictures"));
                ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 100), "png",
                        Path.of("target/pictures/certificate-long" + (first.isPresent() ? "-renewed" : "") + ".png").toFile());
                assertEquals(Language.of("ar").orElseThrow().tag(), document.getDocumentCatalog().getLanguage());
            }
        }
    }
}
