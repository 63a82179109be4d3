package org.dalil.workshop;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.account.Acting;
import org.dalil.assessment.PaperTests;
import org.dalil.assessment.entity.Response;
import org.dalil.assessment.entity.TestStanding;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.entity.Submission;
import org.dalil.workshop.control.ScanBatch;
import org.dalil.workshop.control.ScanDesk;
import org.dalil.workshop.control.SeatStore;
import org.dalil.workshop.control.SheetKey;
import org.dalil.workshop.control.SheetPrintStore;
import org.dalil.workshop.control.WorkshopStore;
import org.dalil.workshop.entity.ScanView;
import org.dalil.workshop.entity.ScanView.State;
import org.dalil.workshop.entity.ScannedTest;
import org.dalil.workshop.entity.Seat;
import org.dalil.workshop.entity.SheetId;
import org.dalil.workshop.entity.SheetPrint;
import org.dalil.workshop.entity.SheetsExpected;
import org.dalil.workshop.entity.SheetsInHand;
import org.dalil.workshop.entity.Workshop;
import org.dalil.workshop.entity.WorkshopId;

/**
 * Scans of a trainer's own workshop, from the upload until they are decided. Reading needs no right and no database: which sheets may be
 * read was found out when the files came in. Tests are taken in at {@link SheetIntake}, one by one.
 */
@Door
public class SheetScans {

    /** Photos of a whole room at once. */
    private static final int MOST_FILES = 100;

    @Inject WorkshopStore store;
    @Inject SeatStore seats;
    @Inject SheetPrintStore prints;
    @Inject SheetKey key;
    @Inject ScanDesk desk;
    @Inject SheetIntake intake;
    @Inject PaperTests tests;
    @Inject Acting acting;
    @Inject Event<SheetsInHand> inHand;

    /**
     * Begins to read files; returns at once. In no transaction of its own: one that is done again would find its own files being read. So it
     * is noted first that they came, and nothing is asked of the database once they are read.
     *
     * @param form sent again, its files are the ones that are being read or were read
     * @throws Refused with the one thing that is wrong with them as a whole
     */
    @RequiresPermissions("workshop:run")
    @Transactional(Transactional.TxType.SUPPORTS)
    public void begin(Submission form, WorkshopId id, List<InputStream> files) {
        Workshop workshop = store.own(id, acting.staff());
        if (files.isEmpty()) {
            throw new Refused("workshop.scan.none");
        }
        if (files.size() > MOST_FILES) {
            throw new Refused("workshop.scan.most");
        }
        SheetsExpected expected = key.expected(workshop.number(), prints.of(id));
        if (intake.announce(form, id, files.size())) {
            try {
                desk.begin(id, expected, files);
            } catch (RuntimeException refused) {
                takeBack(form, id, files.size(), refused);
                throw refused;
            }
        }
    }

    /** The same form, sent again, is to be read then. */
    private void takeBack(Submission form, WorkshopId id, int files, RuntimeException refused) {
        try {
            intake.takeBack(form, id, files);
        } catch (RuntimeException e) {
            // What was wrong with the files is the answer: with another one, this would begin again and find the form done.
            refused.addSuppressed(e);
        }
    }

    /** How far they are, without pictures; nothing if none are kept. */
    @RequiresPermissions("workshop:run")
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<ScanView> look(WorkshopId id) {
        Workshop workshop = store.own(id, acting.staff());
        return desk.of(id).map(batch -> {
            boolean reading = batch.isReading();
            List<ScanView.Row> rows = reading ? List.of()
                    : rows(workshop, batch.tests());
            return new ScanView(reading, desk.before(batch), batch.file(), batch.files(), batch.pages(), batch.blank(), rows);
        });
    }

    /** What was refused. */
    @RequiresPermissions("workshop:run")
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<ScanView.Unread> unread(WorkshopId id) {
        store.own(id, acting.staff());
        return desk.of(id).map(ScanBatch::unread).orElse(List.of());
    }

    /** What was refused as it was photographed, a small PNG: to be shown, never to be held; empty without one. @param place in the list, from 0 */
    @RequiresPermissions("workshop:run")
    @Transactional(Transactional.TxType.SUPPORTS)
    public byte[] small(WorkshopId id, int place) {
        store.own(id, acting.staff());
        return desk.of(id).map(batch -> batch.small(place)).orElse(new byte[0]);
    }

    private List<ScanView.Row> rows(Workshop workshop, List<ScannedTest> scanned) {
        Map<Integer, UUID> cards = seats.of(workshop.id()).stream().filter(s -> s.cardId() != null)
                .collect(Collectors.toMap(Seat::number, Seat::cardId));
        SheetsInHand hand = new SheetsInHand(workshop.courseId(), scanned.stream().map(t -> cards.get(t.sheet().card()))
                .filter(Objects::nonNull).collect(Collectors.toSet()));
        inHand.fire(hand);
        return scanned.stream().map(t -> new ScanView.Row(t, Optional.ofNullable(cards.get(t.sheet().card()))
                .map(card -> state(workshop, card, t, hand.isLate(card))).orElse(State.NOBODY))).toList();
    }

    private State state(Workshop workshop, UUID card, ScannedTest test, boolean late) {
        Optional<TestStanding> standing = tests.standing(card, workshop.courseId(), test.sheet().occasion());
        if (standing.filter(s -> !s.onPaper()).isPresent()) {
            return State.PHONE;
        }
        if (test.isWhole() && standing.filter(s -> s.responses().equals(test.answers())).isPresent()) {
            return State.SAME;
        }
        if (late) {
            return State.LATE;
        }
        if (!test.isWhole()) {
            return test.missing().isEmpty() ? State.DOUBT : State.MISSING;
        }
        return standing.isPresent() ? State.DIFFERENT : State.READY;
    }

    /** One of the tests that were read. @throws Refused if it is kept no longer */
    @RequiresPermissions("workshop:run")
    @Transactional(Transactional.TxType.SUPPORTS)
    public ScannedTest test(WorkshopId id, SheetId sheet) {
        return own(id).find(sheet).orElseThrow(() -> new Refused("workshop.scan.gone"));
    }

    /** A question of a test as it was photographed, a PNG: to be shown, never to be held; empty without one. */
    @RequiresPermissions("workshop:run")
    @Transactional(Transactional.TxType.SUPPORTS)
    public byte[] picture(WorkshopId id, SheetId sheet, String item) {
        return own(id).picture(sheet, item);
    }

    /** The print that a test came out of: its questions in order, by which marks are typed and shown. */
    @RequiresPermissions("workshop:run")
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<SheetPrint> print(WorkshopId id, SheetId sheet) {
        store.own(id, acting.staff());
        return prints.of(id).stream().filter(p -> p.holds(sheet)).findFirst();
    }

    /** A person has looked at some of its questions. */
    @RequiresPermissions("workshop:run")
    @Transactional(Transactional.TxType.SUPPORTS)
    public void decide(WorkshopId id, SheetId sheet, Map<String, Response> answers) {
        own(id).decide(sheet, answers);
    }

    /** A test is done with, taken in or not. */
    @RequiresPermissions("workshop:run")
    @Transactional(Transactional.TxType.SUPPORTS)
    public void leave(WorkshopId id, SheetId sheet) {
        own(id).remove(sheet);
    }

    /** Everything is done with: nothing is kept. */
    @RequiresPermissions("workshop:run")
    @Transactional(Transactional.TxType.SUPPORTS)
    public void finish(WorkshopId id) {
        store.own(id, acting.staff());
        desk.drop(id);
    }

    private ScanBatch own(WorkshopId id) {
        store.own(id, acting.staff());
        return desk.of(id).orElseThrow(() -> new Refused("workshop.scan.gone"));
    }
}
