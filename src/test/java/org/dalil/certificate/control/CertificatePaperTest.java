package org.dalil.certificate.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
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

    /**
     * What HarfBuzz 6.0.0 (Debian's libharfbuzz0b 6.0.0+dfsg-3, hb_shape with no features) answers for the typeface among the
     * resources, Vazirmatn-Regular.ttf: glyphs from left to right, digits in their own direction.
     */
    private static final Map<String, int[]> HARFBUZZ = Map.of(
            "ڕێزلێنان", new int[] {719, 1173, 1273, 878, 1262, 1215, 874, 804},
            "بڕوانامە", new int[] {896, 1266, 1173, 1272, 681, 721, 805, 1176},
            "ژمارە", new int[] {895, 691, 1173, 1266, 808},
            "شهادة", new int[] {683, 689, 1173, 1277, 1222},
            "کوردستان", new int[] {719, 1173, 1189, 1218, 689, 691, 1280, 1088},
            "ۆڵ", new int[] {837, 861},
            "٢٠٢٦", new int[] {752, 748, 752, 760},
            "2026", new int[] {613, 1327, 613, 585},
            "Nîşan", new int[] {166, 458, 572, 309, 493});

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
        CertificateCode code = CertificateCode.of("0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
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
    void letters_are_joined_as_harfbuzz_joins_them() throws Exception {
        Font font;
        try (InputStream in = CertificatePaper.class.getResourceAsStream("/fonts/Vazirmatn-Regular.ttf")) {
            font = Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(12f);
        }
        for (Map.Entry<String, int[]> word : HARFBUZZ.entrySet()) {
            char[] letters = word.getKey().toCharArray();
            boolean rightToLeft = Character.getDirectionality(letters[0]) == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
            GlyphVector shaped = font.layoutGlyphVector(new FontRenderContext(null, true, true), letters, 0, letters.length,
                    rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
            List<Integer> glyphs = new ArrayList<>();
            for (int glyph : shaped.getGlyphCodes(0, shaped.getNumGlyphs(), null)) {
                if (glyph != 0xffff) {
                    glyphs.add(glyph);
                }
            }
            assertArrayEquals(word.getValue(), glyphs.stream().mapToInt(i -> i).toArray(), word.getKey() + " " + glyphs);
        }
    }

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
            String content = new String(document.getPage(0).getContents().readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
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
