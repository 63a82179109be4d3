package org.dalil.assessment.entity;

import java.util.Map;
import java.util.UUID;

/**
 * The test that a card has for an occasion already.
 *
 * @param onPaper   whether it was taken in from paper; else it was begun on a phone, and nothing from paper replaces it
 * @param responses what it holds, by item; empty for one on a phone, which is nobody else's to see
 */
public record TestStanding(UUID attemptId, boolean onPaper, Map<String, Response> responses) {

    /** Never what was marked. */
    @Override
    public String toString() {
        return "attempt " + attemptId;
    }
}
