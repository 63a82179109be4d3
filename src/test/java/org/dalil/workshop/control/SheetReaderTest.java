package org.dalil.workshop.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Response;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Form;
import org.dalil.platform.entity.Language;
import org.dalil.workshop.entity.ItemReading;
import org.dalil.workshop.entity.SheetLayout;
import org.dalil.workshop.entity.SheetLayout.Block;
import org.dalil.workshop.entity.SheetLayout.Box;
import org.dalil.workshop.entity.SheetOrder;
import org.dalil.workshop.entity.SheetProblem;
import org.dalil.workshop.entity.SheetRefused;
import org.dalil.workshop.entity.SheetScan;
import org.dalil.workshop.entity.SheetsExpected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A small part of what {@code src/bench/paper/Sheets.java} measures on many hundred sheets. */
class SheetReaderTest {

    private static final Course COURSE = PaperParts.course("teens/lock-it-down");
    private static final SheetsExpected EXPECTED = PaperParts.expected(COURSE);

    private final SheetReader reader = new SheetReader();

    private List<SheetScan> read(byte[] file) throws IOException {
        return reader.read(new ByteArrayInputStream(file), EXPECTED);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_read_wrong(Camera.Kind kind) throws IOException {
        FilledSheets sheets = new FilledSheets(COURSE);
        int refused = 0;
        for (int seed = 0; seed < 4; seed++) {
            FilledSheets.Picture picture = sheets.picture(kind, 40 * kind.ordinal() + seed);
            List<SheetScan> scans = read(picture.jpeg());
            assertEquals(1, scans.size());
            if (scans.get(0).problem().isPresent()) {
                refused++;
                continue;
            }
            assertEquals(picture.page() + 1, scans.get(0).id().orElseThrow().page());
            assertEquals(List.of(), picture.wrong(scans.get(0)), kind + " " + seed);
        }
        // A hard photo may have to be taken again; it is never guessed at.
        assertTrue(refused <= (kind == Camera.Kind.HARD_PHOTO ? 1 : 0), kind + ": " + refused + " of 4 refused");
    }

    @Test
    void an_untouched_sheet_is_all_skipped() throws IOException {
        SheetScan scan = read(png(page(Form.B, "ckb"))).get(0);
        assertTrue(scan.isSettled());
        assertTrue(scan.items().stream().allMatch(i -> i.response().orElseThrow().skipped()));
    }

    @Test
    void words_circled_instead_of_a_bubble_are_a_doubt_with_a_picture() throws IOException {
        BufferedImage page = page(Form.A, "en");
        Block block = layout(Form.A, "en").pages().get(0).blocks().get(0);
        double scale = page.getWidth() / SheetLayout.WIDTH;
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.DARK_GRAY);
        pen.setStroke(new java.awt.BasicStroke((float) (0.5 * scale)));
        double y = block.rows().get(0).bubbles().get(1).y();
        pen.draw(new java.awt.geom.Ellipse2D.Double(38 * scale, (y - 4) * scale, 60 * scale, 8 * scale));
        pen.dispose();
        ItemReading reading = read(png(page)).get(0).items().get(0);
        assertEquals(Optional.of(ItemReading.Doubt.BESIDE), reading.doubt());
        BufferedImage cutOut = ImageIO.read(new ByteArrayInputStream(reading.cutOut()));
        Box box = block.box();
        assertEquals(box.width() / box.height(), (double) cutOut.getWidth() / cutOut.getHeight(), 0.05);
    }

    @Test
    void a_stack_in_a_pdf_is_read_page_by_page_backs_included() throws IOException {
        FilledSheets sheets = new FilledSheets(COURSE);
        FilledSheets.Picture first = sheets.picture(Camera.Kind.LOW_SCAN, 901);
        FilledSheets.Picture second = sheets.picture(Camera.Kind.COPY, 902);
        BufferedImage back = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D white = back.createGraphics();
        white.setColor(new Color(240, 240, 240));
        white.fillRect(0, 0, 1240, 1754);
        white.dispose();
        List<SheetScan> scans = read(pdf(first.jpeg(), jpeg(back), second.jpeg()));
        assertEquals(List.of(1, 2, 3), scans.stream().map(SheetScan::page).toList());
        assertEquals(Optional.of(SheetProblem.BLANK), scans.get(1).problem());
        assertEquals(List.of(), first.wrong(scans.get(0)));
        assertEquals(List.of(), second.wrong(scans.get(2)));
    }

    @Test
    void two_sheets_in_one_picture_are_two() throws IOException {
        BufferedImage left = page(Form.A, "en");
        BufferedImage right = page(Form.B, "ar");
        BufferedImage both = new BufferedImage(2 * left.getWidth() + 40, left.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        both.createGraphics().drawImage(left, 0, 0, null);
        both.createGraphics().drawImage(right, left.getWidth() + 40, 0, null);
        List<SheetScan> scans = read(png(both));
        assertEquals(List.of("ar B", "en A"), scans.stream().map(s -> s.id().orElseThrow())
                .map(i -> i.language() + " " + i.form()).sorted().toList());
    }

    @Test
    void a_sheet_of_another_workshop_says_so() throws IOException {
        SheetsExpected other = new SheetsExpected(PaperParts.seal(), 418, EXPECTED.layouts());
        SheetScan scan = reader.read(new ByteArrayInputStream(png(page(Form.A, "en"))), other).get(0);
        assertEquals(Optional.of(SheetProblem.OTHER_WORKSHOP), scan.problem());
        assertEquals(List.of(), scan.items());
        assertTrue(scan.small().length > 0);
    }

    @Test
    void a_sheet_with_other_questions_is_never_read_with_these() throws IOException {
        SheetsExpected changed = new SheetsExpected(PaperParts.seal(), PaperParts.WORKSHOP,
                id -> EXPECTED.layouts().apply(id).map(l -> new SheetLayout("another wording", l.pages())));
        assertEquals(Optional.of(SheetProblem.OTHER_QUESTIONS),
                reader.read(new ByteArrayInputStream(png(page(Form.A, "en"))), changed).get(0).problem());
    }

    @Test
    void a_sheet_with_another_seal_is_not_believed() throws IOException {
        SheetsExpected other = new SheetsExpected(new org.dalil.workshop.entity.SheetSeal(
                new javax.crypto.spec.SecretKeySpec("some other installation's secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256")),
                PaperParts.WORKSHOP, EXPECTED.layouts());
        SheetScan scan = reader.read(new ByteArrayInputStream(png(page(Form.A, "en"))), other).get(0);
        assertEquals(Optional.of(SheetProblem.SEAL), scan.problem());
        assertEquals(Optional.empty(), scan.id());
    }

    @Test
    void a_sheet_whose_marks_are_covered_says_which_it_is_and_what_is_missing() throws IOException {
        BufferedImage page = page(Form.A, "en");
        Graphics2D hand = page.createGraphics();
        hand.setColor(Color.GRAY);
        hand.fillRect(0, page.getHeight() / 3, page.getWidth(), page.getHeight());
        hand.dispose();
        SheetScan scan = read(png(page)).get(0);
        assertEquals(Optional.of(SheetProblem.MARKS), scan.problem());
        assertEquals(17, scan.id().orElseThrow().card());
    }

    @Test
    void a_sheet_with_a_finger_on_two_marks_is_read() throws IOException {
        for (String language : List.of("en", "ar", "ckb", "kmr")) {
            BufferedImage page = page(Form.A, language);
            SheetLayout.Page printed = layout(Form.A, language).pages().get(0);
            Map<String, Response> meant = new HashMap<>();
            printed.blocks().forEach(b -> meant.put(b.item(), b.rows().size() == 1
                    ? new Response(b.rows().get(0).bubbles().get(1).value(), false) : Response.SKIPPED));
            Pen.fill(page, printed, meant::get);
            double scale = page.getWidth() / SheetLayout.WIDTH;
            Graphics2D hand = page.createGraphics();
            hand.setColor(Color.GRAY);
            hand.fillOval((int) (2 * scale), (int) (275 * scale), (int) (17 * scale), (int) (40 * scale));
            hand.fillOval((int) (191 * scale), (int) (138 * scale), (int) (40 * scale), (int) (17 * scale));
            hand.dispose();
            SheetScan scan = read(png(page)).get(0);
            assertEquals(Optional.empty(), scan.problem(), language);
            scan.items().forEach(i -> assertEquals(Optional.of(meant.get(i.item())), i.response(), language + " " + i));
        }
    }

    @Test
    void what_is_no_sheet_is_named() throws IOException {
        BufferedImage cat = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        Graphics2D paint = cat.createGraphics();
        for (int i = 0; i < 200; i++) {
            paint.setColor(new Color(random.nextInt(1 << 24)));
            paint.fillOval(random.nextInt(800), random.nextInt(600), 90, 70);
        }
        paint.dispose();
        assertEquals(Optional.of(SheetProblem.NO_CODE), read(png(cat)).get(0).problem());
    }

    static Stream<byte[]> files_that_are_none() {
        return Stream.of(new byte[0], "hello".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 0},
                "%PDF-1.7\nnothing".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 1});
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("files_that_are_none")
    void damaged_files_are_refused_with_a_sentence(byte[] file) {
        assertEquals(SheetProblem.FILE, assertThrows(SheetRefused.class, () -> read(file)).problem());
    }

    private static SheetLayout layout(Form form, String language) {
        return PaperParts.writer().layout(COURSE, form, new Language(language));
    }

    private static BufferedImage page(Form form, String language) {
        return PrintedPages.of(COURSE, new Language(language), PaperParts.WORKSHOP, List.of(new SheetOrder(17, form, Occasion.PRE)), 150).get(0);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    static byte[] pdf(byte[]... jpegs) throws IOException {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (byte[] jpeg : jpegs) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(JPEGFactory.createFromByteArray(document, jpeg), 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }
}
