package org.dalil.assessment;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.assessment.control.AttemptStore;
import org.dalil.assessment.control.FormOrderStore;
import org.dalil.assessment.control.PaperStore;
import org.dalil.assessment.entity.Attempt;
import org.dalil.assessment.entity.AttemptSubmitted;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.PaperTest;
import org.dalil.assessment.entity.Sitting;
import org.dalil.assessment.entity.Taken;
import org.dalil.assessment.entity.TestStanding;
import org.dalil.course.Courses;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseVersion;
import org.dalil.course.entity.Form;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.Refused;

/**
 * Tests that were answered on paper and are taken in by a trainer. From here on they are attempts like all others: scored by the same
 * code, told by the same event. Whose cards these are, the caller has found out.
 */
@Door
public class PaperTests {

    @Inject PaperStore papers;
    @Inject AttemptStore attempts;
    @Inject FormOrderStore orders;
    @Inject Courses courses;
    @Inject Clock clock;
    @Inject Event<AttemptSubmitted> submitted;

    /** Which form each of these cards takes at this occasion. */
    @RequiresPermissions("workshop:run")
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<UUID, Form> forms(UUID courseId, Occasion occasion, Collection<UUID> cards) {
        return orders.of(courseId, cards).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> Sitting.next(e.getValue(), occasion, 1)));
    }

    /** The test that a card has for an occasion already. */
    @RequiresPermissions("workshop:run")
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<TestStanding> standing(UUID cardId, UUID courseId, Occasion occasion) {
        return papers.standing(cardId, courseId, occasion);
    }

    /**
     * Takes a test in. Nothing that is there is changed: see {@link Taken}.
     *
     * @throws Refused if the card has begun this test on a phone, takes another form, or these are no answers to its questions
     */
    @RequiresPermissions("workshop:run")
    @Transactional
    public Taken takeIn(PaperTest given) {
        CourseVersion version = version(given);
        PaperTest test = given.checked(version.course());
        UUID courseId = version.course().id();
        Optional<TestStanding> standing = papers.standing(test.cardId(), courseId, test.occasion());
        if (standing.isPresent()) {
            return compared(standing.get(), test);
        }
        refuseOtherForm(test, courseId);
        Instant now = clock.instant();
        Instant answered = papers.placed(test, courseId, now);
        Optional<UUID> id = papers.add(test, courseId, answered, now);
        if (id.isEmpty()) {
            // Since a moment ago there is one; this transaction began before and would not see it.
            return compared(papers.standingNow(test.cardId(), courseId, test.occasion()).orElseThrow(), test);
        }
        submit(id.get(), test, version, answered);
        return Taken.IN;
    }

    private void submit(UUID id, PaperTest test, CourseVersion version, Instant answered) {
        Attempt attempt = attempts.of(id, test.cardId()).orElseThrow();
        attempt.submit(attempts.answers(id), version.course(), null, answered);
        submitted.fire(new AttemptSubmitted(id, test.cardId(), version.course().id(), version.id(), test.occasion()));
    }

    private static Taken compared(TestStanding standing, PaperTest test) {
        if (!standing.onPaper()) {
            throw new Refused("assessment.paper.onPhone");
        }
        return standing.responses().equals(test.responses()) ? Taken.SAME : Taken.DIFFERENT;
    }

    /**
     * Puts these marks in the place of those that were taken in from paper before: a person has looked at the paper.
     *
     * @throws Refused if there is no such test from paper, or these are no answers to the questions that it was scored by
     */
    @RequiresPermissions("workshop:run")
    @Transactional
    public void correct(PaperTest given) {
        Course printed = version(given).course();
        PaperTest test = given.checked(printed);
        TestStanding standing = papers.standing(test.cardId(), printed.id(), test.occasion()).filter(TestStanding::onPaper)
                .orElseThrow(() -> new Refused("assessment.paper.onPhone"));
        Attempt attempt = attempts.of(standing.attemptId(), test.cardId()).orElseThrow(() -> new Refused("assessment.none"));
        Course course = courses.version(attempt.versionId()).orElseThrow().course();
        PaperTest fitting = test.checked(course);
        refuseOtherForm(test, printed.id());
        papers.write(attempt.id(), fitting, clock.instant());
        attempt.correct(attempts.answers(attempt.id()), course, clock.instant());
    }

    private CourseVersion version(PaperTest test) {
        return courses.version(test.versionId()).orElseThrow(() -> new Refused("assessment.paper.questions"));
    }

    private void refuseOtherForm(PaperTest test, UUID courseId) {
        Form first = orders.of(courseId, java.util.List.of(test.cardId())).get(test.cardId());
        if (first == null || Sitting.next(first, test.occasion(), 1) != test.form()) {
            throw new Refused("assessment.paper.questions");
        }
    }
}
