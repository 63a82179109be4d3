package org.dalil.workshop;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.account.Acting;
import org.dalil.assessment.PaperTests;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.PaperTest;
import org.dalil.assessment.entity.Response;
import org.dalil.assessment.entity.Taken;
import org.dalil.assessment.entity.TestStanding;
import org.dalil.course.Courses;
import org.dalil.learning.Teaching;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.control.Submissions;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.entity.Submission;
import org.dalil.workshop.control.RoomQuery;
import org.dalil.workshop.control.SeatStore;
import org.dalil.workshop.control.SheetKey;
import org.dalil.workshop.control.SheetPrintStore;
import org.dalil.workshop.control.WorkshopStore;
import org.dalil.workshop.entity.FoundSheet;
import org.dalil.workshop.entity.Presence;
import org.dalil.workshop.entity.Seat;
import org.dalil.workshop.entity.SheetId;
import org.dalil.workshop.entity.SheetPrint;
import org.dalil.workshop.entity.SheetProblem;
import org.dalil.workshop.entity.SheetRefused;
import org.dalil.workshop.entity.SheetTaken;
import org.dalil.workshop.entity.SheetsInHand;
import org.dalil.workshop.entity.Workshop;
import org.dalil.workshop.entity.WorkshopId;

/**
 * Filled sheets become tests, keyed in or scanned: by card number only, into a trainer's own workshop only, also after it was closed.
 * Who handed in a sheet was there, and what was taught in the room counts for them.
 */
@Door
public class SheetIntake {

    @Inject WorkshopStore store;
    @Inject SeatStore seats;
    @Inject SheetPrintStore prints;
    @Inject SheetKey key;
    @Inject RoomQuery query;
    @Inject Acting acting;
    @Inject Courses courses;
    @Inject PaperTests tests;
    @Inject Teaching teaching;
    @Inject Submissions submissions;
    @Inject AuditTrail trail;
    @Inject Event<SheetsInHand> inHand;
    @Inject Event<SheetTaken> takenIn;

    /**
     * The sheet that somebody has in hand. The characters at its foot are a seal over workshop, number, form, occasion and language:
     * with a mistyped number, or another workshop's sheet, they fit nothing.
     *
     * @param check six characters from the foot of its first page
     * @throws Refused if no such sheet was printed here, or the person was counted without it
     */
    @RequiresPermissions("workshop:run")
    @Transactional(Transactional.TxType.SUPPORTS)
    public FoundSheet find(WorkshopId id, int number, Occasion occasion, String check) {
        Workshop workshop = store.own(id, acting.staff());
        refuseIfLate(workshop, seat(id, number));
        String typed = SheetId.typedCheck(check);
        for (SheetPrint print : prints.of(id)) {
            SheetId sheet = new SheetId(workshop.number(), number, print.form(), occasion, 1, print.language(), print.layout().fingerprint());
            if (MessageDigest.isEqual(sheet.check(key.seal()).getBytes(StandardCharsets.US_ASCII), typed.getBytes(StandardCharsets.UTF_8))) {
                return new FoundSheet(sheet, print.versionId(), print.layout().pages().stream().flatMap(p -> p.blocks().stream()).toList());
            }
        }
        throw new Refused("workshop.key.noSheet");
    }

    private void refuseIfLate(Workshop workshop, Seat seat) {
        SheetsInHand hand = new SheetsInHand(workshop.courseId(), Set.of(seat.cardId()));
        inHand.fire(hand);
        if (hand.isLate(seat.cardId())) {
            throw new Refused("workshop.sheet.late", seat.number());
        }
    }

    /** What was taken in from paper for this number and occasion before. @throws Refused if it was begun on a phone */
    @RequiresPermissions("workshop:run")
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Map<String, Response>> kept(WorkshopId id, int number, Occasion occasion) {
        Workshop workshop = store.own(id, acting.staff());
        Optional<TestStanding> standing = tests.standing(seat(id, number).cardId(), workshop.courseId(), occasion);
        if (standing.filter(s -> !s.onPaper()).isPresent()) {
            throw new Refused("assessment.paper.onPhone");
        }
        return standing.map(TestStanding::responses);
    }

    /**
     * Takes a sheet in.
     *
     * @param sheet   any of its pages
     * @param answers to all its questions
     * @throws Refused if it is not this workshop's, its number has no card any more, the test was begun on a phone, or the person was
     *                 counted without it
     */
    @RequiresPermissions("workshop:run")
    @Transactional
    public Taken takeIn(WorkshopId id, SheetId sheet, Map<String, Response> answers) {
        Workshop workshop = store.ownLocked(id, acting.staff());
        PaperTest test = test(workshop, sheet, answers);
        seats.present(id, sheet.card(), Presence.SHEET);
        // Before the test: a test after that completes the course finds the modules complete.
        courses.version(test.versionId()).ifPresent(v -> teaching.taught(List.of(test.cardId()), v, query.parts(id).taught()));
        Taken taken = tests.takeIn(test);
        if (taken == Taken.IN) {
            takenIn.fire(new SheetTaken(test.cardId(), workshop.courseId(), sheet.card()));
            trail.record("room.sheet.take", id.toString());
        }
        return taken;
    }

    /** Puts a sheet's marks in the place of those taken in before. @throws Refused as {@link #takeIn} */
    @RequiresPermissions("workshop:run")
    @Transactional
    public void correct(WorkshopId id, SheetId sheet, Map<String, Response> answers) {
        Workshop workshop = store.ownLocked(id, acting.staff());
        PaperTest test = test(workshop, sheet, answers);
        tests.correct(test);
        takenIn.fire(new SheetTaken(test.cardId(), workshop.courseId(), sheet.card()));
        trail.record("room.sheet.correct", id + "/" + sheet.card());
    }

    /** Notes that files of scans came in, before any of them is read. @param files how many @return false if this form brought them before */
    @RequiresPermissions("workshop:run")
    @Transactional
    public boolean announce(Submission form, WorkshopId id, int files) {
        boolean fresh = submissions.before(form, "room.sheets.scan", id + " " + files).isEmpty();
        store.own(id, acting.staff());
        if (fresh) {
            trail.record("room.sheets.scan", id + " " + files);
        }
        return fresh;
    }

    /** Files that were announced are not read after all: the form that brought them may bring them again. @param files as many as were announced */
    @RequiresPermissions("workshop:run")
    @Transactional
    public void takeBack(Submission form, WorkshopId id, int files) {
        submissions.takeBack(form, "room.sheets.scan", id + " " + files);
    }

    private PaperTest test(Workshop workshop, SheetId sheet, Map<String, Response> answers) {
        if (sheet.workshop() != workshop.number()) {
            throw new SheetRefused(SheetProblem.OTHER_WORKSHOP);
        }
        UUID version = prints.of(workshop.id()).stream().filter(p -> p.holds(sheet)).findFirst().map(SheetPrint::versionId)
                .orElseThrow(() -> new SheetRefused(SheetProblem.OTHER_QUESTIONS));
        return new PaperTest(seat(workshop.id(), sheet.card()).cardId(), version, sheet.occasion(), sheet.form(), sheet.language().tag(),
                answers);
    }

    private Seat seat(WorkshopId id, int number) {
        return seats.find(id, number).filter(s -> s.cardId() != null).orElseThrow(() -> new Refused("workshop.cards.noSuch", number));
    }
}
