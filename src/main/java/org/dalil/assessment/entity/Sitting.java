package org.dalil.assessment.entity;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.dalil.course.entity.Form;

/**
 * Where a card stands with the tests of one course, as one SELECT brings it.
 *
 * @param visitId   this browser's visit
 * @param cardId    whose
 * @param usedAt    when the visit was used, as it was written down last
 * @param firstForm the form the card takes first in this course; null before it is fixed
 * @param attempts  the newest attempt of each occasion
 */
public record Sitting(UUID visitId, UUID cardId, Instant usedAt, Form firstForm, Map<Occasion, Attempt> attempts) {

    /**
     * One attempt without its rules.
     *
     * @param submittedVisit the visit that submitted it, to which its result belongs
     * @param responses      what is saved, by item
     * @param revisions      of all of that together: every save that changes something makes it larger
     */
    public record Attempt(UUID id, UUID versionId, Occasion occasion, int ordinal, Form form, Instant startedAt,
                          Instant submittedAt, UUID submittedVisit, Map<String, Response> responses, long revisions) {

        public boolean isOpen() {
            return submittedAt == null;
        }

        /** The same with its revisions counted. */
        public Attempt of(long revisions) {
            return new Attempt(id, versionId, occasion, ordinal, form, startedAt, submittedAt, submittedVisit, responses, revisions);
        }
    }

    /** The attempt that can still be answered. */
    public java.util.Optional<Attempt> open(Occasion occasion) {
        return java.util.Optional.ofNullable(attempts.get(occasion)).filter(Attempt::isOpen);
    }

    /** Whether a test of this occasion was ever submitted. */
    public boolean hasSubmitted(Occasion occasion) {
        Attempt newest = attempts.get(occasion);
        return newest != null && (!newest.isOpen() || newest.ordinal() > 1);
    }

    /** Whether the newest result of an occasion belongs to this visit and may be shown to it. */
    public boolean earned(Occasion occasion) {
        Attempt newest = attempts.get(occasion);
        return newest != null && visitId.equals(newest.submittedVisit());
    }

    /** The form of the next attempt: the pre-test takes the first, the post-test the other; later ones alternate. */
    public static Form next(Form firstForm, Occasion occasion, int ordinal) {
        boolean first = (occasion == Occasion.PRE) == (ordinal % 2 == 1);
        return first ? firstForm : firstForm == Form.A ? Form.B : Form.A;
    }
}
