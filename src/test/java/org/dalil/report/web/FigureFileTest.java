package org.dalil.report.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dalil.platform.control.PlatformParts;
import org.dalil.platform.entity.Language;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.report.entity.Medium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The same figures in three kinds of file, read back by programs that didn't write them. */
class FigureFileTest {

    static Stream<Language> languages() {
        return Language.ALL.stream();
    }

    private static FigureFile file(Language language, String title, String partner) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("Region", "Partner", "Reached", "Change, from", "Change, to")));
        IntStream.range(0, 40).forEach(i -> rows.add(List.of("Region " + i, partner, String.valueOf(100 + i), "-3.5", "12.0")));
        FigureWords words = new FigureWords();
        words.texts = PlatformParts.texts();
        words.language = new CurrentLanguage();
        words.language.set(language);
        List<Chart.Value> values = IntStream.range(0, 30).mapToObj(i -> new Chart.Value(sentence(partner, i), 10 + i, 90 - i)).toList();
        return new FigureFile(title, "Sentences: all", List.of(title + ", 2026", partner), rows, 2,
                List.of(new FigureFile.Drawn(title, new Chart(values, words)), new FigureFile.Drawn("Nothing", new Chart(List.of(), words))),
                language);
    }

    /** As an objective may be: longer than a line. */
    private static String sentence(String partner, int i) {
        return (partner + " ").repeat(12) + i;
    }

    private static byte[] written(FigureFile file, Medium medium) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.write(medium, out);
        return out.toByteArray();
    }

    /** As spreadsheets read it: by the directory at the end. */
    private static Map<String, String> parts(byte[] workbook) throws IOException {
        Path path = Files.write(Files.createTempFile("figures", ".xlsx"), workbook);
        Map<String, String> parts = new HashMap<>();
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(path);
        }
        return parts;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_workbook_has_numbers_and_words_and_no_formula(Language language) throws IOException {
        Map<String, String> parts = parts(written(file(language, "Across: all/of [it]", "=HYPERLINK(\"x\") <svg>"), Medium.XLSX));
        String numbers = parts.get("xl/worksheets/sheet1.xml");
        assertTrue(numbers.contains("<v>-3.5</v>") && numbers.contains("<v>139.0</v>") || numbers.contains("<v>139</v>"), numbers);
        assertTrue(numbers.contains("=HYPERLINK(&quot;x&quot;) &lt;svg&gt;"), "text stays text");
        assertFalse(parts.values().stream().anyMatch(p -> p.contains("<f>")), "no formula");
        assertEquals(language.isRightToLeft(), numbers.contains("rightToLeft=\"1\"") || numbers.contains("rightToLeft=\"true\""));
        assertTrue(parts.get("xl/worksheets/sheet2.xml").contains(", 2026"));
        assertTrue(parts.get("xl/workbook.xml").contains("\"Across  all of  it\""), parts.get("xl/workbook.xml"));
    }

    @Test
    void lines_neutralise_formulas_and_keep_numbers() throws IOException {
        String csv = new String(written(file(Language.ENGLISH, "t", "=1+1"), Medium.CSV), StandardCharsets.UTF_8);
        assertTrue(csv.startsWith("\uFEFF\"Region\",\"Partner\""));
        assertTrue(csv.contains("\"Region 0\",\"'=1+1\",\"100\",\"-3.5\",\"12.0\"\r\n"));
        assertEquals(41, csv.lines().count());
    }

    @ParameterizedTest
    @CsvSource({"en, Across workshops, Girls' Voice", "ar, عبر الورشات, صوت الفتيات", "ckb, لە هەموو وۆرکشۆپەکاندا, ڕێزلێنان", "kmr, Di hemû atolyeyan de, Dengê keçan"})
    void paper_has_several_pages_and_text_that_is_found(String tag, String title, String partner) throws IOException {
        Language language = Language.of(tag).orElseThrow();
        try (PDDocument document = Loader.loadPDF(written(file(language, title, partner), Medium.PDF))) {
            assertTrue(document.getNumberOfPages() >= 3, document.getNumberOfPages() + " pages");
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains(title) && text.contains(partner), text.substring(0, 200));
            assertFalse(text.contains("Nothing"), "no chart without lines");
            assertTrue(text.split(partner, -1).length > 40 + 30, "each line of the table and of the chart has its name");
            String flowing = text.replaceAll("\\s+", " ");
            assertTrue(language.isRightToLeft() || IntStream.range(0, 30).allMatch(i -> flowing.contains(sentence(partner, i))), "to the end, where that is a sentence");
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 60);
            assertTrue(IntStream.range(0, page.getWidth()).anyMatch(x -> (page.getRGB(x, 55) & 0xff) < 128), "the title is seen");
            if (Boolean.getBoolean("pictures")) {
                new File("target/pictures").mkdirs();
                ImageIO.write(new PDFRenderer(document).renderImageWithDPI(1, 60), "png", new File("target/pictures/figures-chart-" + tag + ".png"));
                ImageIO.write(page, "png", new File("target/pictures/figures-" + tag + ".png"));
            }
        }
    }
}
