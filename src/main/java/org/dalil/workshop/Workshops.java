package org.dalil.workshop;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.account.Acting;
import org.dalil.account.Cards;
import org.dalil.account.entity.CardCode;
import org.dalil.account.entity.NewCard;
import org.dalil.account.entity.StaffId;
import org.dalil.course.Courses;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseVersion;
import org.dalil.course.Gates;
import org.dalil.course.entity.Part;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.control.Installation;
import org.dalil.platform.control.Submissions;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.entity.Submission;
import org.dalil.workshop.control.SeatStore;
import org.dalil.workshop.control.WorkshopStore;
import org.dalil.workshop.entity.PrintedCard;
import org.dalil.workshop.entity.Seat;
import org.dalil.workshop.entity.Trainer;
import org.dalil.workshop.entity.Workshop;
import org.dalil.workshop.entity.WorkshopId;
import org.dalil.workshop.entity.WorkshopPlan;
import org.dalil.workshop.entity.WorkshopRow;

/** A trainer's own workshops before the meeting: the plan, the trainers, the cards on paper. Another's id finds nothing. */
@Door
public class Workshops {

    @Inject WorkshopStore store;
    @Inject SeatStore seats;
    @Inject Acting acting;
    @Inject Cards cards;
    @Inject Courses courses;
    @Inject Gates gates;
    @Inject Submissions submissions;
    @Inject AuditTrail trail;
    @Inject Installation installation;
    @Inject Clock clock;

    /** A trainer's own workshops, the latest day first. */
    @RequiresPermissions("workshop:run")
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<WorkshopRow> mine() {
        return store.own(acting.staff()).stream().map(Workshop::row).toList();
    }

    /** One of them. @throws Refused if it is not, or no more, the caller's own */
    @RequiresPermissions("workshop:run")
    @Transactional(Transactional.TxType.SUPPORTS)
    public WorkshopRow own(WorkshopId id) {
        return store.own(id, acting.staff()).row();
    }

    /** The courses that a workshop can be about, by audience and code. */
    @RequiresPermissions("workshop:run")
    public List<Course> courses() {
        return courses.all().stream().map(CourseVersion::course).toList();
    }

    /**
     * Plans a workshop; whoever plans it is its trainer.
     *
     * @param form sent again, it plans no other
     * @throws Refused with the one thing that is wrong with the plan
     */
    @RequiresPermissions("workshop:run")
    @Transactional
    public WorkshopId plan(Submission form, WorkshopPlan plan) {
        Optional<String> before = submissions.before(form, "room.plan", content(form, "", plan));
        if (before.isPresent()) {
            return WorkshopId.of(before.get()).orElseThrow();
        }
        Course course = checked(plan);
        Workshop workshop = new Workshop(plan, clock.instant());
        store.add(workshop, acting.staff());
        shut(workshop.id(), course);
        submissions.done(form, "room.plan", workshop.id().toString());
        trail.record("room.plan", workshop.id().toString());
        return workshop.id();
    }

    private String content(Submission form, Object id, WorkshopPlan plan) {
        return submissions.contentOf(form, id, plan.courseId(), plan.modules(), plan.languages(), plan.region(), plan.partner(), plan.contact(),
                plan.heldOn(), plan.expected());
    }

    /** Everything waits for the trainer, from the first card on. */
    private void shut(WorkshopId id, Course course) {
        gates.set(id.value(), course.id(), Part.BEFORE, false);
        gates.set(id.value(), course.id(), Part.AFTER, false);
        course.modules().forEach(m -> gates.set(id.value(), course.id(), Part.module(m.number()), false));
    }

    /**
     * Changes the plan.
     *
     * @param form sent again, it does not undo what another trainer has changed since
     * @throws Refused with the one thing that is wrong with it, or if the workshop is closed
     */
    @RequiresPermissions("workshop:run")
    @Transactional
    public void change(Submission form, WorkshopId id, WorkshopPlan plan) {
        boolean sent = submissions.before(form, "room.change", content(form, id, plan)).isPresent();
        Workshop workshop = store.ownLocked(id, acting.staff());
        if (sent) {
            return;
        }
        checked(plan);
        workshop.change(plan);
        trail.record("room.change", id.toString());
    }

    private Course checked(WorkshopPlan plan) {
        Course course = courses.all().stream().map(CourseVersion::course).filter(c -> c.id().equals(plan.courseId())).findFirst()
                .orElseThrow(() -> new Refused("workshop.plan.noCourse"));
        plan.check(course, LocalDate.ofInstant(clock.instant(), installation.zone()));
        return course;
    }

    /** Drops a plan that never became more. @throws Refused once cards were handed out or the room was opened */
    @RequiresPermissions("workshop:run")
    @Transactional
    public void drop(WorkshopId id) {
        store.ownLocked(id, acting.staff());
        if (!store.drop(id)) {
            throw new Refused("workshop.plan.begun");
        }
        gates.lift(id.value());
        trail.record("room.drop", id.toString());
    }

    /** Whose workshop it is. */
    @RequiresPermissions("workshop:run")
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Trainer> trainers(WorkshopId id) {
        store.own(id, acting.staff());
        return store.trainers(id);
    }

    /**
     * Lets another trainer in.
     *
     * @param form sent again, it lets nobody in who was removed meanwhile
     * @param name that they sign in with
     * @throws Refused if there is no such trainer
     */
    @RequiresPermissions("workshop:run")
    @Transactional
    public void addTrainer(Submission form, WorkshopId id, String name) {
        boolean sent = submissions.before(form, "room.trainer.add", submissions.contentOf(form, id, name)).isPresent();
        store.ownLocked(id, acting.staff());
        if (sent) {
            return;
        }
        if (name == null || !store.addTrainer(id, name.strip().toLowerCase(Locale.ROOT))) {
            throw new Refused("workshop.trainer.unknown");
        }
        trail.record("room.trainer.add", id.toString());
    }

    /** Takes a trainer's right away, from their next request on. @throws Refused for the last one */
    @RequiresPermissions("workshop:run")
    @Transactional
    public void removeTrainer(Submission form, WorkshopId id, StaffId trainer) {
        boolean sent = submissions.before(form, "room.trainer.remove", id + " " + trainer).isPresent();
        store.ownLocked(id, acting.staff());
        if (sent) {
            return;
        }
        if (store.trainers(id).stream().allMatch(t -> t.id().equals(trainer))) {
            throw new Refused("workshop.trainer.last");
        }
        store.removeTrainer(id, trainer);
        trail.record("room.trainer.remove", id + " " + trainer);
    }

    /** The numbers given out so far, in order. */
    @RequiresPermissions("workshop:run")
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Seat> seats(WorkshopId id) {
        store.own(id, acting.staff());
        return seats.of(id);
    }

    /**
     * Makes cards with the next numbers, to be printed now: their codes are known at this moment only.
     *
     * @param form  sent again, it makes none and returns the same, as long as they are
     * @param count how many, with those there are at most {@value WorkshopPlan#MOST}
     */
    @RequiresPermissions("workshop:run")
    @Transactional
    public List<PrintedCard> printCards(Submission form, WorkshopId id, int count) {
        Optional<String> before = submissions.before(form, "room.cards.print", id + " " + count);
        Workshop workshop = store.ownLocked(id, acting.staff());
        if (before.isPresent()) {
            return printed("room.cards.print", form, id, IntStream.range(0, count).mapToObj(i -> Integer.parseInt(before.get()) + i).toList());
        }
        workshop.refuseIfClosed();
        int next = seats.next(id);
        if (count < 1 || next - 1 + count > WorkshopPlan.MOST) {
            throw new Refused("workshop.cards.most");
        }
        List<PrintedCard> printed = new ArrayList<>();
        List<CardCode> codes = IntStream.range(next, next + count).mapToObj(number -> code("room.cards.print", form, id, number)).toList();
        for (NewCard card : cards.issueAhead(id.value(), slug(workshop), codes)) {
            int number = next + printed.size();
            seats.add(id, number, card.cardId(), Seat.Origin.PRINT);
            printed.add(new PrintedCard(number, card.code()));
        }
        submissions.done(form, "room.cards.print", String.valueOf(next));
        trail.record("room.cards.print", id + " " + count);
        return printed;
    }

    /**
     * Makes new codes for numbers whose cards are lost or spoilt, to be printed now. What they have done stays; the old codes end.
     *
     * @param form sent again, it makes none and returns the same, as long as they are
     * @throws Refused if one of the numbers was never given out, or its card was erased
     */
    @RequiresPermissions("workshop:run")
    @Transactional
    public List<PrintedCard> printAgain(Submission form, WorkshopId id, Set<Integer> numbers) {
        List<Integer> sorted = numbers.stream().sorted().toList();
        // However many they are, as one id.
        boolean sent = submissions.before(form, "room.cards.again", id + " " + UUID.nameUUIDFromBytes(sorted.toString().getBytes(US_ASCII))).isPresent();
        store.ownLocked(id, acting.staff());
        if (sent) {
            return printed("room.cards.again", form, id, sorted);
        }
        List<PrintedCard> printed = new ArrayList<>();
        for (int number : sorted) {
            printed.add(new PrintedCard(number, cards.renew(id.value(), seat(id, number).cardId(), code("room.cards.again", form, id, number)).code()));
        }
        trail.record("room.cards.again", id + " " + printed.size());
        return printed;
    }

    /** Another act, another workshop or another number is another code, whatever form asks for it. */
    private CardCode code(String act, Submission form, WorkshopId id, int number) {
        return CardCode.of(submissions.secret(form, "card " + act + " " + id + " " + number));
    }

    /** What a form printed. @throws Refused if one of these cards was erased or has another code now */
    private List<PrintedCard> printed(String act, Submission form, WorkshopId id, List<Integer> numbers) {
        List<PrintedCard> printed = numbers.stream().map(number -> new PrintedCard(number, code(act, form, id, number))).toList();
        for (PrintedCard card : printed) {
            cards.find(card.code()).filter(seat(id, card.number()).cardId()::equals).orElseThrow(() -> new Refused("platform.form.stale"));
        }
        return printed;
    }

    private Seat seat(WorkshopId id, int number) {
        return seats.find(id, number).filter(s -> s.cardId() != null).orElseThrow(() -> new Refused("workshop.cards.noSuch", number));
    }

    private String slug(Workshop workshop) {
        return courses.all().stream().map(CourseVersion::course).filter(c -> c.id().equals(workshop.courseId()))
                .map(Course::slug).findFirst().orElseThrow(() -> new Refused("workshop.plan.noCourse"));
    }
}
