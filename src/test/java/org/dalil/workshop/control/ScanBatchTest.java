package org.dalil.workshop.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Response;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Form;
import org.dalil.platform.entity.Language;
import org.dalil.workshop.entity.ItemReading;
import org.dalil.workshop.entity.ItemReading.Doubt;
import org.dalil.workshop.entity.ScannedTest;
import org.dalil.workshop.entity.SheetId;
import org.dalil.workshop.entity.SheetLayout;
import org.dalil.workshop.entity.SheetProblem;
import org.dalil.workshop.entity.SheetScan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanBatchTest {

    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final Course COURSE = PaperParts.course("teens/spot-it");
    private static final SheetLayout LAYOUT = PaperParts.writer().layout(COURSE, Form.A, Language.ENGLISH);
    private static final SheetId FIRST = new SheetId(PaperParts.WORKSHOP, 17, Form.A, Occasion.PRE, 1, Language.ENGLISH, LAYOUT.fingerprint());
    private static final Response ONE = new Response("1", false);
    private static final Response OTHER = new Response("2", false);

    @TempDir
    Path scans;

    private ScanBatch batch;

    @BeforeEach
    void begin() {
        batch = new ScanBatch(scans);
        assertTrue(batch.begin(PaperParts.expected(COURSE), 1, NOW));
        batch.nextFile();
    }

    private static ItemReading read(String item, Response response) {
        return new ItemReading(item, Optional.of(response), Optional.empty(), List.of(), new byte[0]);
    }

    private static ItemReading doubtful(String item, int picture) {
        return new ItemReading(item, Optional.empty(), Optional.of(Doubt.FAINT), List.of(), new byte[picture]);
    }

    private void add(int page, ItemReading... items) {
        batch.add(new SheetScan(page, Optional.of(FIRST.onPage(page)), Optional.empty(), List.of(items), new byte[0]));
    }

    private ScannedTest test() {
        return batch.find(FIRST).orElseThrow();
    }

    @Test
    void a_test_is_whole_only_with_all_its_pages() {
        assertTrue(LAYOUT.pages().size() > 1, "a form of several pages");
        for (int page = LAYOUT.pages().size(); page > 1; page--) {
            add(page, read("item" + page, ONE));
        }
        assertEquals(List.of(1), test().missing());
        assertFalse(test().isWhole());
        add(1, read("item1", ONE));
        assertTrue(test().isWhole());
        assertEquals("item1", test().items().get(0).item(), "in the order of the sheet");
    }

    @Test
    void the_same_page_twice_with_the_same_marks_is_one() {
        add(1, read("a", ONE));
        add(1, read("a", ONE));
        assertEquals(List.of(), test().doubts());
    }

    @Test
    void two_pictures_that_differ_are_a_doubt_and_neither_is_believed() {
        add(1, read("a", ONE), read("b", ONE));
        add(1, read("a", ONE), read("b", OTHER));
        assertEquals(List.of("b"), test().doubts().stream().map(ItemReading::item).toList());
        assertEquals(Optional.of(Doubt.DIFFERS), test().doubts().get(0).doubt());
    }

    @Test
    void a_doubt_stays_one_when_another_picture_is_sure() {
        add(1, doubtful("a", 10));
        add(1, read("a", ONE));
        assertEquals(Optional.of(Doubt.FAINT), test().doubts().get(0).doubt());
        add(1, doubtful("a", 0));
        batch.decide(FIRST, Map.of("a", OTHER));
        assertEquals(OTHER, test().items().get(0).response().orElseThrow(), "a person has looked");
        add(1, read("a", ONE));
        assertEquals(OTHER, test().items().get(0).response().orElseThrow(), "and no later picture is more");
    }

    @Test
    void past_so_many_pictures_doubts_have_none_and_stay_doubts() {
        for (int card = 1; card <= 20; card++) {
            SheetId id = new SheetId(PaperParts.WORKSHOP, card, Form.A, Occasion.PRE, 1, Language.ENGLISH, LAYOUT.fingerprint());
            batch.add(new SheetScan(card, Optional.of(id), Optional.empty(), List.of(doubtful("a", 1 << 20)), new byte[0]));
        }
        long kept = batch.tests().stream().filter(t -> batch.picture(t.sheet(), "a").length == 1 << 20).count();
        assertEquals(16, kept);
        assertEquals(20, batch.tests().stream().filter(t -> t.doubts().size() == 1).count());
    }

    @Test
    void what_was_refused_is_listed_with_its_place_and_empty_pages_are_only_counted() {
        batch.add(new SheetScan(1, Optional.empty(), Optional.of(SheetProblem.BLANK), List.of(), new byte[0]));
        batch.add(new SheetScan(2, Optional.empty(), Optional.of(SheetProblem.NO_CODE), List.of(), new byte[3]));
        batch.nextFile();
        batch.refuse(SheetProblem.TOO_LARGE);
        assertEquals(1, batch.blank());
        assertEquals(2, batch.pages());
        assertEquals(List.of("1/2 NO_CODE", "2/0 TOO_LARGE"),
                batch.unread().stream().map(u -> u.file() + "/" + u.page() + " " + u.problem()).toList());
    }

    @Test
    void pictures_go_with_the_scans_and_none_comes_after_them() {
        byte[] picture = {1, 2, 3};
        add(1, new ItemReading("a", Optional.empty(), Optional.of(Doubt.FAINT), List.of(), picture));
        batch.add(new SheetScan(2, Optional.empty(), Optional.of(SheetProblem.NO_CODE), List.of(), picture));
        assertArrayEquals(picture, batch.picture(FIRST, "a"));
        assertArrayEquals(picture, batch.small(0));
        batch.drop();
        assertEquals(0, batch.picture(FIRST, "a").length);
        batch.add(new SheetScan(3, Optional.empty(), Optional.of(SheetProblem.NO_CODE), List.of(), picture));
        assertFalse(batch.unread().get(1).pictured());
    }

    @Test
    void a_file_of_pictures_says_nothing_to_who_finds_it_and_is_deleted() throws IOException {
        byte[] one = "a picture that nobody else may see".getBytes(StandardCharsets.US_ASCII);
        byte[] other = new byte[100_000];
        PictureFile file = new PictureFile(scans);
        PictureFile.Place first = file.add(one);
        PictureFile.Place second = file.add(other);
        assertArrayEquals(other, file.read(second));
        assertArrayEquals(one, file.read(first));
        assertFalse(Files.readString(file.path(), StandardCharsets.ISO_8859_1).contains("picture"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())));
        file.close();
        assertFalse(Files.exists(file.path()));
    }

    @AfterEach
    void end() {
        batch.drop();
    }

    @Test
    void files_are_taken_one_upload_after_the_other() {
        assertFalse(batch.begin(PaperParts.expected(COURSE), 1, NOW));
        batch.finish();
        assertTrue(batch.begin(PaperParts.expected(COURSE), 2, NOW));
        assertEquals(3, batch.files());
    }

    @Test
    void files_that_were_refused_are_counted_no_more_and_others_may_come() {
        batch.finish();
        assertTrue(batch.begin(PaperParts.expected(COURSE), 4, NOW));
        batch.takeBack(4);
        assertEquals(1, batch.files());
        assertTrue(batch.begin(PaperParts.expected(COURSE), 1, NOW));
    }

    @Test
    void a_file_that_is_uploaded_is_its_owners_only_and_one_that_a_crash_left_is_deleted(@TempDir Path directory) throws IOException {
        Path uploads = directory.resolve("uploads");
        UploadedFile.empty(uploads);
        UploadedFile upload = UploadedFile.of(uploads, new ByteArrayInputStream(new byte[3]));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(uploads)));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(upload.path())));
        PictureFile pictures = new PictureFile(uploads);
        UploadedFile.empty(uploads);
        assertFalse(Files.exists(upload.path()));
        assertFalse(Files.exists(pictures.path()));
        upload.close();
        pictures.close();
    }
}
