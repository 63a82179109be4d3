package org.dalil.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dalil.platform.entity.Submission;
import org.dalil.workshop.control.Pen;
import org.dalil.workshop.entity.ScanView;
import org.dalil.workshop.entity.SheetProblem;
import org.dalil.workshop.entity.WorkshopId;
import org.junit.jupiter.api.Test;

/** Scans from the upload on, through the doors. */
class SheetScansIT extends WorkshopRoom {

    @Override
    Map<Class<?>, Object> others() {
        return Map.of(SheetIntake.class, new SheetIntake() {
            @Override
            public boolean announce(Submission form, WorkshopId id, int files) {
                return enter(SheetIntake.class, "announce", (SheetIntake door) -> door.announce(form, id, files));
            }

            @Override
            public void takeBack(Submission form, WorkshopId id, int files) {
                does(SheetIntake.class, "takeBack", (SheetIntake door) -> door.takeBack(form, id, files));
            }
        });
    }

    /** A card's first questions, unmarked, as a copier sends them. */
    private byte[] stack() {
        enter(Workshops.class, "printCards", door -> door.printCards(Submission.next(), workshop, 1));
        return Pen.scanned(Pen.printed(sheets(workshop, 1)));
    }

    private void send(WorkshopId id, byte[] file) {
        send(Submission.next(), id, file);
    }

    private void send(Submission form, WorkshopId id, byte[] file) {
        List<InputStream> files = List.of(new ByteArrayInputStream(file));
        does(SheetScans.class, "begin", door -> door.begin(form, id, files));
    }

    private ScanView look(WorkshopId id) {
        return enter(SheetScans.class, "look", door -> door.look(id)).orElseThrow();
    }

    private ScanView read(WorkshopId id) throws InterruptedException {
        for (int tenths = 0; tenths < 600; tenths++) {
            ScanView view = look(id);
            if (!view.reading()) {
                return view;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("still read");
    }

    private WorkshopId another() {
        return enter(Workshops.class, "plan", door -> door.plan(Submission.next(), plan()));
    }

    @Test
    void an_upload_that_met_another_transaction_is_read_once_and_nobody_is_told_to_wait() throws Exception {
        byte[] stack = stack();
        try (Connection other = DATABASE.dataSource().getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().executeQuery("SELECT id FROM audit_head WHERE one = 1 FOR UPDATE");
            Future<?> freed = threads.schedule(() -> {
                other.rollback();
                return null;
            }, 1300, TimeUnit.MILLISECONDS);
            send(workshop, stack);
            freed.get();
        }
        ScanView view = read(workshop);
        assertEquals(1, view.files());
        assertTrue(view.pages() > 0);
        assertEquals(List.of(), enter(SheetScans.class, "unread", door -> door.unread(workshop)));
        assertEquals(1, count("SELECT COUNT(*) FROM audit_event WHERE act = 'room.sheets.scan' AND subject LIKE CONCAT(?1, '%')", workshop));
    }

    @Test
    void an_upload_that_was_clicked_twice_is_read_once_and_nobody_is_told_to_wait() throws Exception {
        byte[] stack = stack();
        Submission form = Submission.next();
        send(form, workshop, stack);
        send(form, workshop, stack);
        assertEquals(1, read(workshop).files());
        send(form, workshop, stack);
        assertEquals(1, look(workshop).files());
    }

    @Test
    void piles_that_their_trainers_left_keep_nobody_else_from_scanning_and_wait_on() throws Exception {
        byte[] stack = stack();
        List<WorkshopId> left = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            left.add(another());
            send(left.get(i), stack);
            read(left.get(i));
        }
        send(workshop, stack);
        assertEquals(1, read(workshop).rows().size());
        for (WorkshopId id : left) {
            List<ScanView.Unread> pages = enter(SheetScans.class, "unread", door -> door.unread(id));
            assertEquals(SheetProblem.OTHER_WORKSHOP, pages.get(0).problem());
            assertTrue(enter(SheetScans.class, "small", (SheetScans door) -> door.small(id, 0)).length > 100, "with its picture");
        }
    }

    @Test
    void whoever_comes_later_hears_how_many_are_before_them_and_is_read_by_itself() throws Exception {
        byte[] stack = stack();
        WorkshopId first = another();
        WorkshopId second = another();
        List<InputStream> many = Stream.generate(() -> (InputStream) new ByteArrayInputStream(stack)).limit(20).toList();
        does(SheetScans.class, "begin", door -> door.begin(Submission.next(), first, many));
        send(second, stack);
        send(workshop, stack);
        assertEquals(2, look(workshop).before());
        assertTrue(look(workshop).reading());
        assertEquals(0, look(first).before());
        assertEquals("workshop.scan.own", refusal(() -> send(workshop, stack)));
        assertEquals(1, read(workshop).files());
        assertEquals(0, look(workshop).before());
    }

    @Test
    void an_upload_that_was_refused_is_read_when_its_form_is_sent_again() throws Exception {
        byte[] stack = stack();
        List<InputStream> many = Stream.generate(() -> (InputStream) new ByteArrayInputStream(stack)).limit(5).toList();
        does(SheetScans.class, "begin", door -> door.begin(Submission.next(), workshop, many));
        Submission form = Submission.next();
        assertEquals("workshop.scan.own", refusal(() -> send(form, workshop, stack)));
        read(workshop);
        InputStream torn = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("torn off");
            }
        };
        assertEquals(SheetProblem.FILE.key(), refusal(() -> does(SheetScans.class, "begin", door -> door.begin(form, workshop, List.of(torn)))));
        assertEquals(5, look(workshop).files(), "what was refused is not counted");
        send(form, workshop, stack);
        assertEquals(6, read(workshop).files());
        assertEquals(0, count("SELECT COUNT(*) FROM submission WHERE id = ?1", form.id()), "the form's own id lies nowhere");
    }

    @Test
    void who_finishes_while_others_wait_lets_them_come_sooner() throws Exception {
        byte[] stack = stack();
        WorkshopId first = another();
        List<InputStream> many = Stream.generate(() -> (InputStream) new ByteArrayInputStream(stack)).limit(60).toList();
        does(SheetScans.class, "begin", door -> door.begin(Submission.next(), first, many));
        send(workshop, stack);
        does(SheetScans.class, "finish", door -> door.finish(first));
        assertEquals(1, read(workshop).rows().size());
        assertEquals("workshop.scan.gone", refusal(() -> does(SheetScans.class, "leave", door -> door.leave(first, null))));
    }

    @Test
    void a_sheet_of_somebody_who_is_counted_already_stands_in_the_list_as_late() throws Exception {
        send(workshop, stack());
        assertEquals(List.of("READY"), read(workshop).rows().stream().map(r -> r.state().name()).toList());
        countIn(1);
        assertEquals(List.of("LATE"), look(workshop).rows().stream().map(r -> r.state().name()).toList());
    }
}
