package org.dalil.assessment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.dalil.course.entity.Quiz;

/**
 * One answer of an attempt. Written and scored by {@code AttemptStore.save} in one statement; scored again when the attempt
 * closes, which changes a row only if it came from paper or from an earlier version.
 */
@Entity
@Table(name = "answer")
public class Answer {

    @Id
    @Column(name = "submission_id")
    private UUID submissionId;

    @Column(name = "attempt_id")
    private UUID attemptId;

    @Column(name = "item_id")
    private String itemId;

    @Column(name = "value")
    private String value;

    @Column(name = "skipped")
    private boolean skipped;

    @Column(name = "score")
    private Double score;

    protected Answer() { }

    public String itemId() {
        return itemId;
    }

    public Response response() {
        return new Response(value, skipped);
    }

    /** Scores it by the key of its item; scale items have no score. */
    void score(Quiz.Item item) {
        score = item.scored() ? response().score(item) : null;
    }
}
