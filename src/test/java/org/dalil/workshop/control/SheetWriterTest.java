package org.dalil.workshop.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dalil.assessment.entity.Occasion;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Form;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.entity.Language;
import org.dalil.workshop.entity.SheetLayout;
import org.dalil.workshop.entity.SheetLayout.Block;
import org.dalil.workshop.entity.SheetLayout.Box;
import org.dalil.workshop.entity.SheetLayout.Bubble;
import org.dalil.workshop.entity.SheetOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetWriterTest {

    private static final Course COURSE = PaperParts.course("teens/lock-it-down");

    private final SheetWriter writer = PaperParts.writer();

    private byte[] written(String language, SheetOrder... orders) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(out, COURSE, new Language(language), PaperParts.WORKSHOP, List.of(orders), PaperParts.seal());
        return out.toByteArray();
    }

    private static List<Block> blocks(SheetLayout layout) {
        return layout.pages().stream().flatMap(p -> p.blocks().stream()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "ckb", "kmr"})
    void every_item_has_a_bubble_for_everything_that_can_be_marked(String language) {
        for (Form form : new Form[] {Form.A, Form.B}) {
            SheetLayout layout = writer.layout(COURSE, form, new Language(language));
            assertEquals(COURSE.quiz().of(form).stream().map(Quiz.Item::id).toList(), blocks(layout).stream().map(Block::item).toList());
            for (Block block : blocks(layout)) {
                Quiz.Item item = COURSE.quiz().item(block.item()).orElseThrow();
                int[] expected = switch (item.kind()) {
                    case ORDER -> new int[] {item.choices().size(), item.choices().size()};
                    case MATCH -> new int[] {item.choices().size(), item.right().size()};
                    case SCALE -> new int[] {1, 5};
                    default -> new int[] {1, item.choices().size()};
                };
                assertEquals(expected[0], block.rows().size(), item.id());
                block.rows().forEach(r -> assertEquals(expected[1], r.bubbles().size(), item.id()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "ckb", "kmr"})
    void nothing_is_printed_where_the_reader_looks_for_handwriting(String language) {
        SheetLayout layout = writer.layout(COURSE, Form.B, new Language(language));
        List<BufferedImage> pages = PrintedPages.of(COURSE, new Language(language), PaperParts.WORKSHOP,
                List.of(new SheetOrder(17, Form.B, Occasion.PRE)), 200);
        double scale = pages.get(0).getWidth() / SheetLayout.WIDTH;
        for (int page = 0; page < pages.size(); page++) {
            for (Block block : layout.pages().get(page).blocks()) {
                for (Box strip : block.quiet()) {
                    for (double y = strip.y(); y < strip.y() + strip.height(); y += 0.12) {
                        for (double x = strip.x(); x < strip.x() + strip.width(); x += 0.12) {
                            assertWhite(pages.get(page), x * scale, y * scale, language + " strip of " + block.item());
                        }
                    }
                }
                for (Bubble bubble : block.rows().stream().flatMap(r -> r.bubbles().stream()).toList()) {
                    for (int turn = 0; turn < 48; turn++) {
                        double radius = 2.75 + (SheetLayout.CLEAR - 2.75) * (turn % 4) / 3;
                        assertWhite(pages.get(page), (bubble.x() + radius * Math.cos(turn * Math.PI / 24)) * scale,
                                (bubble.y() + radius * Math.sin(turn * Math.PI / 24)) * scale, language + " around a bubble of " + block.item());
                    }
                }
            }
        }
    }

    private static void assertWhite(BufferedImage page, double x, double y, String what) {
        assertTrue(page.getRaster().getSample((int) x, (int) y, 0) > 200, what + " at " + x + ", " + y);
    }

    @Test
    void right_to_left_sheets_are_mirrored() {
        Bubble left = blocks(writer.layout(COURSE, Form.A, new Language("en"))).get(0).rows().get(0).bubbles().get(0);
        Bubble right = blocks(writer.layout(COURSE, Form.A, new Language("ckb"))).get(0).rows().get(0).bubbles().get(0);
        assertEquals(SheetLayout.WIDTH, left.x() + right.x(), 1e-9);
        List<Double> scale = blocks(writer.layout(COURSE, Form.A, new Language("ar"))).stream().filter(b -> b.kind() == Quiz.Kind.SCALE)
                .findFirst().orElseThrow().rows().get(0).bubbles().stream().map(Bubble::x).toList();
        assertTrue(scale.get(0) > scale.get(4), "agreeing grows from right to left");
    }

    @Test
    void other_questions_have_another_fingerprint_the_same_have_the_same() {
        SheetLayout english = writer.layout(COURSE, Form.A, new Language("en"));
        assertEquals(english.fingerprint(), writer.layout(COURSE, Form.A, new Language("en")).fingerprint());
        Set<Integer> fingerprints = new java.util.HashSet<>();
        for (String language : List.of("en", "ar", "ckb", "kmr")) {
            for (Form form : new Form[] {Form.A, Form.B}) {
                fingerprints.add(writer.layout(COURSE, form, new Language(language)).fingerprint());
            }
        }
        assertEquals(8, fingerprints.size());
        assertNotEquals(english.fingerprint(), new SheetLayout("other words", english.pages()).fingerprint());
    }

    @Test
    void the_text_can_be_found_and_copied_in_its_order() throws IOException {
        for (String language : List.of("en", "ar", "ckb", "kmr")) {
            try (PDDocument document = Loader.loadPDF(written(language, new SheetOrder(17, Form.A, Occasion.PRE)))) {
                String text = new PDFTextStripper().getText(document);
                Quiz.ItemWords words = COURSE.quiz().words().get(language).items().get("library-phone");
                assertTrue(text.contains(words.choices().get("c").text().split("[ (]")[0]), language + ": " + text);
                assertTrue(text.contains("W417-17-A-before-" + language + "-1"), text);
            }
        }
    }

    @Test
    void a_sheet_says_nothing_about_anybody() throws IOException {
        try (PDDocument document = Loader.loadPDF(written("en", new SheetOrder(17, Form.A, Occasion.POST)))) {
            assertEquals("Sheets", document.getDocumentInformation().getTitle());
            assertEquals(Set.of("Title"), document.getDocumentInformation().getMetadataKeys());
            assertTrue(document.getDocumentCatalog().getAcroForm() == null, "a field to fill in");
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("Last questions") && text.contains("write no name"), text);
            assertFalse(text.contains(COURSE.words().get("en").title()), "the course's title");
        }
        assertEquals("sheets.pdf", SheetWriter.FILE);
    }

    @Test
    void a_hundred_sheets_share_what_they_have_in_common() throws IOException {
        List<SheetOrder> orders = new ArrayList<>();
        for (int card = 1; card <= 100; card++) {
            orders.add(new SheetOrder(card, Form.A, Occasion.PRE));
        }
        int one = written("ar", orders.get(0)).length;
        int hundred = written("ar", orders.toArray(SheetOrder[]::new)).length;
        assertTrue(hundred < 8 * one, one + " bytes for one, " + hundred + " for a hundred");
    }

    @Test
    void a_language_without_questions_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> writer.layout(COURSE, Form.A, new Language("kmr-Arab")));
    }

    @Test
    void pages_are_few() {
        assertEquals(Set.of(3, 4), List.of("en", "ar", "ckb", "kmr").stream()
                .map(l -> writer.layout(COURSE, Form.A, new Language(l)).pages().size()).collect(Collectors.toSet()));
    }

    @Test
    void a_layout_is_kept_to_the_last_digit() {
        SheetLayout layout = writer.layout(COURSE, Form.A, new Language("ar"));
        SheetLayout kept = LayoutJson.read(LayoutJson.write(layout));
        assertEquals(layout, kept);
        assertEquals(layout.fingerprint(), kept.fingerprint());
    }
}
