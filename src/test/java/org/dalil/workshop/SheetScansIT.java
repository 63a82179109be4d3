package org.dalil.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.dalil.workshop.control.Pen;
import org.dalil.workshop.entity.ScanView;
import org.dalil.workshop.entity.WorkshopId;
import org.junit.jupiter.api.Test;

/** Scans from the upload on, through the doors. */
class SheetScansIT extends WorkshopRoom {

    @Override
    Map<Class<?>, Object> others() {
        return Map.of(SheetIntake.class, new SheetIntake() {
            @Override
            public void announce(WorkshopId id, int files) {
                does(SheetIntake.class, "announce", door -> door.announce(id, files));
            }
        });
    }

    /** A card's first questions, unmarked, as a copier sends them. */
    private byte[] stack() {
        enter(Workshops.class, "printCards", door -> door.printCards(workshop, 1));
        return Pen.scanned(Pen.printed(sheets(workshop, 1)));
    }

    private void send(WorkshopId id, byte[] file) {
        List<InputStream> files = List.of(new ByteArrayInputStream(file));
        does(SheetScans.class, "begin", door -> door.begin(id, files));
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
}
