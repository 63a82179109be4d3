package org.dalil.assessment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Form;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.entity.UuidColumn;

/**
 * One sitting of a form. It begins pinned to a course version and ends when it is submitted; after that nothing changes it, but a
 * trainer's look at the paper that it was taken in from.
 */
@Entity
@Table(name = "attempt")
public class Attempt {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "card_id")
    private UUID cardId;

    @Column(name = "course_id")
    private UUID courseId;

    @Column(name = "version_id")
    private UUID versionId;

    @Column(name = "occasion")
    @Enumerated(EnumType.STRING)
    private Occasion occasion;

    @Column(name = "ordinal")
    private int ordinal;

    @Column(name = "form")
    @Enumerated(EnumType.STRING)
    private Form form;

    @Column(name = "started_at", insertable = false, updatable = false)
    private Instant startedAt;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "submitted_visit")
    @Convert(converter = UuidColumn.class)
    private UUID submittedVisit;

    @Column(name = "closed_early")
    private boolean closedEarly;

    @Column(name = "on_paper")
    private boolean onPaper;

    @Column(name = "taken_in_at")
    private Instant takenInAt;

    @Column(name = "answered")
    private Integer answered;

    @Column(name = "scored_items")
    private Integer scoredItems;

    @Column(name = "score")
    private Double score;

    protected Attempt() { }

    /**
     * Closes the attempt and scores what was saved ({@link Marks}). The second time nothing happens.
     *
     * @param answers what was saved
     * @param course  the version this attempt is pinned to
     * @param visitId the visit that will see the result
     * @return whether it was open until now
     */
    public boolean submit(List<Answer> answers, Course course, UUID visitId, Instant now) {
        if (submittedAt != null) {
            return false;
        }
        mark(answers, course);
        // The clock was put back in between: it took no time rather than less than none.
        submittedAt = now.isBefore(startedAt) ? startedAt : now;
        submittedVisit = visitId;
        return true;
    }

    private void mark(List<Answer> answers, Course course) {
        Map<String, Answer> byItem = answers.stream().collect(Collectors.toMap(Answer::itemId, Function.identity()));
        course.quiz().of(form).stream().filter(i -> byItem.containsKey(i.id())).forEach(i -> byItem.get(i.id()).score(i));
        Marks marks = Marks.of(course, form, answers.stream().collect(Collectors.toMap(Answer::itemId, Answer::response)));
        answered = marks.answered();
        scoredItems = marks.scoredItems();
        score = marks.score();
    }

    /**
     * A test on paper that was taken in with other marks: scored anew. When it was answered, and so what it is a pair with, stays.
     *
     * @param answers what the paper says, saved already
     * @throws Refused if it was not taken in from paper: what was answered on a phone is never corrected
     */
    public void correct(List<Answer> answers, Course course, Instant now) {
        if (!onPaper) {
            throw new Refused("assessment.paper.onPhone");
        }
        mark(answers, course);
        takenInAt = now;
    }

    /** As {@link #submit}, by somebody else's hand: what is saved counts, and it is marked. */
    public void closeEarly(List<Answer> answers, Course course, UUID visitId, Instant now) {
        closedEarly = submit(answers, course, visitId, now) || closedEarly;
    }

    public UUID id() {
        return id;
    }

    public UUID cardId() {
        return cardId;
    }

    public UUID courseId() {
        return courseId;
    }

    public UUID versionId() {
        return versionId;
    }

    public Occasion occasion() {
        return occasion;
    }

    /** 0 to 100; null while it is open. */
    public Double score() {
        return score;
    }
}
