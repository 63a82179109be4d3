package org.dalil.assessment;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.account.entity.CardIssued;
import org.dalil.assessment.control.AttemptStore;
import org.dalil.assessment.control.FormOrderStore;
import org.dalil.assessment.control.SittingQuery;
import org.dalil.assessment.entity.Attempt;
import org.dalil.assessment.entity.AttemptSubmitted;
import org.dalil.assessment.entity.Marks;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Response;
import org.dalil.assessment.entity.SaveRight;
import org.dalil.assessment.entity.Sitting;
import org.dalil.course.Courses;
import org.dalil.course.Gates;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseVersion;
import org.dalil.course.entity.Form;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.control.Keys;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.OpenToAll;
import org.dalil.platform.entity.Refused;

/**
 * Pre- and post-tests. The visit's cookie, or the right that an open attempt's form carries, is the permission; both are part
 * of the statement that reads or writes.
 */
@Door
public class Assessments {

    @Inject AttemptStore attempts;
    @Inject FormOrderStore orders;
    @Inject SittingQuery sittings;
    @Inject Courses courses;
    @Inject Gates gates;
    @Inject Keys keys;
    @Inject Clock clock;
    @Inject Event<AttemptSubmitted> submitted;

    /** Where this browser's card stands with the tests of a course, with the answers of open attempts; nothing without a visit. */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Sitting> sitting(String cookie, UUID courseId) {
        return sittings.of(cookie, courseId, false);
    }

    /** The same with the answers of attempts that were submitted: for the result. */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Sitting> sittingWithPast(String cookie, UUID courseId) {
        return sittings.of(cookie, courseId, true);
    }

    /**
     * Begins the next attempt of an occasion. An open one goes on instead.
     *
     * @param takenBefore what the learner says about having taken the course before; null if not answered
     * @throws Refused without a visit, or while the card's group has not been let into this test
     */
    @OpenToAll
    @Transactional
    public void begin(String cookie, CourseVersion version, Occasion occasion, String language, Boolean takenBefore) {
        UUID courseId = version.course().id();
        Sitting sitting = sittings.of(cookie, courseId, false).orElseThrow(() -> new Refused("account.visit.none"));
        if (sitting.open(occasion).isPresent()) {
            return;
        }
        if (!gates.ofCard(sitting.cardId(), courseId).isOpen(occasion.part())) {
            throw new Refused("assessment.shut");
        }
        // Fixed with the card; here only for a card that was issued for another course.
        Form first = sitting.firstForm() == null ? orders.fix(sitting.cardId(), courseId, null) : sitting.firstForm();
        Sitting.Attempt before = sitting.attempts().get(occasion);
        int ordinal = before == null ? 1 : before.ordinal() + 1;
        attempts.begin(sitting.cardId(), courseId, version.id(), occasion, ordinal, Sitting.next(first, occasion, ordinal), language,
                takenBefore, clock.instant());
    }

    /**
     * Saves an answer; when this returns, the database has committed it. No transaction around it: the one statement is one.
     *
     * @return when it was saved, also if that was long ago; nothing if the attempt was submitted with another answer, which
     *         then stands
     * @throws Refused if the right is over or the visit has left
     */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Instant> save(String right, String itemId, Response response) {
        SaveRight save = proven(right);
        Instant now = clock.instant();
        Optional<Instant> saved = save.isOver(now) ? Optional.empty() : attempts.save(save, itemId, response, score(save, itemId, response), now);
        if (saved.isEmpty()) {
            saved = attempts.stored(save.attemptId(), itemId, response);
        }
        if (saved.isEmpty() && !attempts.isSubmitted(save.attemptId())) {
            throw new Refused("account.visit.none");
        }
        return saved;
    }

    /** Scored as it is saved: handing in then writes one row and not fifteen. Null for a question that does not count. */
    private Double score(SaveRight save, String itemId, Response response) {
        return courses.version(save.versionId()).flatMap(v -> v.course().quiz().item(itemId)).filter(Quiz.Item::scored)
                .map(response::score).orElse(null);
    }

    /**
     * Submits the open attempt of a pre-test, as {@link #submit} does, by one statement that is its own transaction: nothing else follows
     * from a pre-test, and a whole room hands it in within a minute.
     *
     * @return whether it was handed in, or was before; if not, something was saved meanwhile, and {@link #submit} does it
     * @throws Refused without the visit that holds the attempt's card
     */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean submitBefore(String cookie, UUID courseId) {
        Sitting sitting = sittings.of(cookie, courseId, false).orElseThrow(() -> new Refused("account.visit.none"));
        Sitting.Attempt newest = newest(sitting, Occasion.PRE);
        return !newest.isOpen() || handIn(true, sitting, newest, course(newest));
    }

    /**
     * Submits the open attempt of an occasion. The second time it is as it was.
     *
     * @throws Refused without the visit that holds the attempt's card
     */
    @OpenToAll
    @Transactional
    public void submit(String cookie, UUID courseId, Occasion occasion) {
        Sitting sitting = sittings.of(cookie, courseId, false).orElseThrow(() -> new Refused("account.visit.none"));
        Sitting.Attempt newest = newest(sitting, occasion);
        if (newest.isOpen() && (handIn(false, sitting, newest, course(newest)) || handInLocked(sitting, newest, course(newest)))) {
            submitted.fire(new AttemptSubmitted(newest.id(), sitting.cardId(), courseId, newest.versionId(), occasion));
        }
    }

    private static Sitting.Attempt newest(Sitting sitting, Occasion occasion) {
        return Optional.ofNullable(sitting.attempts().get(occasion)).orElseThrow(() -> new Refused("assessment.none"));
    }

    private Course course(Sitting.Attempt attempt) {
        return courses.version(attempt.versionId()).orElseThrow().course();
    }

    /** Nearly always nothing was saved since the attempt was read, so that one statement does it. */
    private boolean handIn(boolean alone, Sitting sitting, Sitting.Attempt read, Course course) {
        long scored = course.quiz().of(read.form()).stream().filter(i -> i.scored() && read.responses().containsKey(i.id())).count();
        return attempts.submit(alone, sitting, read, Marks.of(course, read.form(), read.responses()), scored, clock.instant());
    }

    private boolean handInLocked(Sitting sitting, Sitting.Attempt read, Course course) {
        Attempt attempt = attempts.of(read.id(), sitting.cardId()).orElseThrow(() -> new Refused("assessment.none"));
        return attempt.submit(attempts.answers(attempt.id()), course, sitting.visitId(), clock.instant());
    }

    /**
     * Closes a group's test for those who are still in it: what is saved counts as submitted and is marked as closed early
     * (measurement, section 5). A save that is under way is either in or refused, never lost after it was confirmed. Each
     * result belongs to the visit that holds the card now, as if it had pressed the button.
     *
     * @param scope the group; that it is the caller's own, the caller has found out
     * @return how many were closed
     */
    @RequiresPermissions("workshop:run")
    @Transactional
    public int closeEarly(UUID scope, UUID courseId, Occasion occasion) {
        List<Attempt> open = attempts.open(scope, courseId, occasion);
        Map<UUID, UUID> visits = attempts.visits(scope);
        for (Attempt attempt : open) {
            Course course = courses.version(attempt.versionId()).orElseThrow().course();
            attempt.closeEarly(attempts.answers(attempt.id()), course, visits.get(attempt.cardId()), clock.instant());
            submitted.fire(new AttemptSubmitted(attempt.id(), attempt.cardId(), courseId, attempt.versionId(), occasion));
        }
        return open.size();
    }

    /** The right to save that the forms of an attempt carry, as text with proof. */
    @OpenToAll
    public String right(Sitting sitting, Sitting.Attempt attempt) {
        String text = new SaveRight(attempt.id(), sitting.visitId(), attempt.versionId(), attempt.form(),
                clock.instant().plus(SaveRight.LASTS)).text();
        return text + "." + proof(text);
    }

    /**
     * What a right says, if it is one of ours; it may be over.
     *
     * @throws Refused otherwise
     */
    @OpenToAll
    public SaveRight read(String right) {
        return proven(right);
    }

    private SaveRight proven(String right) {
        int dot = right == null ? -1 : right.lastIndexOf('.');
        if (dot < 0 || !MessageDigest.isEqual(proof(right.substring(0, dot)).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                right.substring(dot + 1).getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
            throw new Refused("platform.form.stale");
        }
        return SaveRight.of(right.substring(0, dot));
    }

    private String proof(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(keys.mac("save", Keys.CURRENT, text), 16));
    }

    /** A card was issued for a course: its form order is fixed now, so that balance holds. */
    @OpenToAll
    @Transactional
    public void issued(@Observes CardIssued card) {
        courses.all().stream().map(CourseVersion::course).filter(c -> c.slug().equals(card.course())).findFirst()
                .ifPresent(course -> orders.fix(card.cardId(), course.id(), card.scope()));
    }
}
