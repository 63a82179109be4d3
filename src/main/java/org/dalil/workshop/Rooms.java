package org.dalil.workshop;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.account.Acting;
import org.dalil.account.Cards;
import org.dalil.account.entity.NewCard;
import org.dalil.assessment.Assessments;
import org.dalil.assessment.entity.Occasion;
import org.dalil.course.Courses;
import org.dalil.course.Gates;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseVersion;
import org.dalil.course.entity.Part;
import org.dalil.learning.Teaching;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.control.Keys;
import org.dalil.platform.control.Submissions;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.OpenToAll;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.entity.Submission;
import org.dalil.workshop.control.RoomQuery;
import org.dalil.workshop.control.SeatStore;
import org.dalil.workshop.control.WorkshopStore;
import org.dalil.workshop.entity.JoinCode;
import org.dalil.workshop.entity.Joined;
import org.dalil.workshop.entity.Presence;
import org.dalil.workshop.entity.RoomNow;
import org.dalil.workshop.entity.RoomView;
import org.dalil.workshop.entity.WallView;
import org.dalil.workshop.entity.Workshop;
import org.dalil.workshop.entity.WorkshopClosed;
import org.dalil.workshop.entity.WorkshopId;
import org.dalil.workshop.entity.WorkshopPlan;

/**
 * The meeting itself. A trainer acts in their own room only, from whichever device: everything is in the database, nothing in a
 * session. A learner joins with the code on the wall.
 *
 * <p>Each button does its work once for each time it was shown: a page that is reloaded sends its last press again, and meanwhile somebody
 * else may have opened what it closed, and people may be joining with the code that it made.
 */
@Door
public class Rooms {

    @Inject WorkshopStore store;
    @Inject SeatStore seats;
    @Inject RoomQuery query;
    @Inject Acting acting;
    @Inject Cards cards;
    @Inject Gates gates;
    @Inject Courses courses;
    @Inject Assessments assessments;
    @Inject Teaching teaching;
    @Inject Keys keys;
    @Inject Submissions submissions;
    @Inject AuditTrail trail;
    @Inject Clock clock;
    @Inject Event<WorkshopClosed> closed;

    /** The room at this moment. */
    @RequiresPermissions("workshop:run")
    @Transactional(Transactional.TxType.SUPPORTS)
    public RoomView view(WorkshopId id) {
        Workshop workshop = store.own(id, acting.staff());
        RoomQuery.Parts parts = query.parts(id);
        return new RoomView(workshop.row(), clock.instant(), parts.gates(), parts.taught(), query.places(id));
    }

    /** What the wall shows at this moment. */
    @RequiresPermissions("workshop:run")
    @Transactional(Transactional.TxType.SUPPORTS)
    public WallView wall(WorkshopId id) {
        Workshop workshop = store.own(id, acting.staff());
        return new WallView(workshop.row(), clock.instant(), query.present(id));
    }

    /** Opens the room, or gives it another join code. */
    @RequiresPermissions("workshop:run")
    @Transactional
    public void open(Submission form, WorkshopId id) {
        boolean sent = submissions.before(form, "room.open", id.toString()).isPresent();
        Workshop workshop = store.ownLocked(id, acting.staff());
        if (!sent) {
            workshop.open(JoinCode.of(keys.random(JoinCode.LENGTH)), clock.instant());
            trail.record("room.open", id.toString());
        }
    }

    /** Wants everybody's eyes. Answers under way are still saved. */
    @RequiresPermissions("workshop:run")
    @Transactional
    public void pause(Submission form, WorkshopId id) {
        boolean sent = submissions.before(form, "room.pause", id.toString()).isPresent();
        Workshop workshop = store.ownLocked(id, acting.staff());
        if (!sent) {
            workshop.pause(clock.instant());
        }
    }

    /** Goes on after a pause. */
    @RequiresPermissions("workshop:run")
    @Transactional
    public void goOn(Submission form, WorkshopId id) {
        boolean sent = submissions.before(form, "room.goOn", id.toString()).isPresent();
        Workshop workshop = store.ownLocked(id, acting.staff());
        if (!sent) {
            workshop.goOn();
        }
    }

    /** Lets the room into a test or a module. */
    @RequiresPermissions("workshop:run")
    @Transactional
    public void letIn(Submission form, WorkshopId id, Part part) {
        boolean sent = submissions.before(form, "room.letIn", id + " " + part.value()).isPresent();
        Workshop workshop = store.ownLocked(id, acting.staff());
        if (sent) {
            return;
        }
        workshop.refuseIfNotOpen();
        gates.set(id.value(), workshop.courseId(), part, true);
        if (!part.equals(Part.BEFORE) && !part.equals(Part.AFTER)) {
            taught(workshop, Integer.parseInt(part.value()));
        }
    }

    /** Taught to everybody who is there; for those whose sheets were taken in already, it counts from now on. */
    private void taught(Workshop workshop, int module) {
        seats.teach(workshop.id(), module);
        courses.all().stream().filter(v -> v.course().id().equals(workshop.courseId())).findFirst()
                .ifPresent(v -> teaching.taught(seats.onPaper(workshop.id()), v, List.of(module)));
    }

    /**
     * Shuts a test or a module. A test that is shut ends for those who are in it, with what was saved.
     *
     * @return how many tests were closed early
     */
    @RequiresPermissions("workshop:run")
    @Transactional
    public int shut(Submission form, WorkshopId id, Part part) {
        Optional<String> before = submissions.before(form, "room.shut", id + " " + part.value());
        Workshop workshop = store.ownLocked(id, acting.staff());
        if (before.isPresent()) {
            return Integer.parseInt(before.get());
        }
        workshop.refuseIfNotOpen();
        gates.set(id.value(), workshop.courseId(), part, false);
        int early = Occasion.valueOfPart(part).map(o -> assessments.closeEarly(id.value(), workshop.courseId(), o)).orElse(0);
        submissions.done(form, "room.shut", String.valueOf(early));
        return early;
    }

    /** Somebody with this number is there, or is not after all; what a phone or a sheet showed stays. */
    @RequiresPermissions("workshop:run")
    @Transactional
    public void tick(Submission form, WorkshopId id, int number, boolean present) {
        boolean sent = submissions.before(form, "room.tick", id + " " + number + " " + present).isPresent();
        store.ownLocked(id, acting.staff());
        if (sent) {
            return;
        }
        seats.find(id, number).orElseThrow(() -> new Refused("workshop.cards.noSuch", number));
        if (present) {
            seats.present(id, number, Presence.TRAINER);
        } else {
            seats.untick(id, number);
        }
    }

    /** A module was taught in the room without phones, or was not after all. */
    @RequiresPermissions("workshop:run")
    @Transactional
    public void teach(Submission form, WorkshopId id, int module, boolean taught) {
        boolean sent = submissions.before(form, "room.teach", id + " " + module + " " + taught).isPresent();
        Workshop workshop = store.ownLocked(id, acting.staff());
        if (sent) {
            return;
        }
        if (!workshop.plan().modules().contains(module)) {
            throw new Refused("workshop.plan.modules");
        }
        if (taught) {
            taught(workshop, module);
        } else {
            seats.unteach(id, module);
        }
    }

    /**
     * Ends the meeting: open tests are closed with what was saved, the join code ends, and the cards go on as people on their own
     * do. It can't be opened again; sheets of paper can still be taken in.
     *
     * @return how many tests were closed early
     */
    @RequiresPermissions("workshop:run")
    @Transactional
    public int closeOut(Submission form, WorkshopId id) {
        Optional<String> before = submissions.before(form, "room.close", id.toString());
        Workshop workshop = store.ownLocked(id, acting.staff());
        if (before.isPresent()) {
            return Integer.parseInt(before.get());
        }
        if (!workshop.close(clock.instant())) {
            submissions.done(form, "room.close", "0");
            return 0;
        }
        int early = assessments.closeEarly(id.value(), workshop.courseId(), Occasion.PRE)
                + assessments.closeEarly(id.value(), workshop.courseId(), Occasion.POST);
        gates.lift(id.value());
        closed.fire(new WorkshopClosed(id.value(), workshop.courseId()));
        submissions.done(form, "room.close", String.valueOf(early));
        trail.record("room.close", id.toString());
        return early;
    }

    /**
     * Somebody joins on this browser: a number, a card, a visit.
     *
     * @param request a random id the server put into the form: sent twice, it is one number
     * @param cookie  the browser's cookie, or null
     * @param renewal gives the browser a new cookie
     * @throws Refused if no room has this code, it has expired, the room is full, or the browser works with a card now
     */
    @OpenToAll
    @Transactional
    public Joined join(UUID request, JoinCode code, String cookie, Supplier<String> renewal) {
        Workshop workshop = store.joinedBy(code).orElseThrow(() -> new Refused("workshop.join.unknown"));
        if (!workshop.takesIn(clock.instant())) {
            throw new Refused("workshop.join.expired");
        }
        NewCard card = cards.issueIn(request, workshop.id().value(), course(workshop).slug(), cookie, renewal);
        int number = seats.take(workshop.id(), card.cardId()).orElseThrow(() -> new Refused("account.card.another"));
        if (number > WorkshopPlan.MOST) {
            throw new Refused("workshop.join.full");
        }
        seats.present(workshop.id(), number, Presence.PHONE);
        return new Joined(number, card.code(), workshop.courseId());
    }

    private Course course(Workshop workshop) {
        return courses.all().stream().map(CourseVersion::course).filter(c -> c.id().equals(workshop.courseId())).findFirst()
                .orElseThrow(() -> new Refused("workshop.plan.noCourse"));
    }

    /** The room that this browser's card is in; nothing for somebody on their own. */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<RoomNow> now(String cookie) {
        return query.now(cookie);
    }
}
