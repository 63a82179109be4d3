package org.dalil.exam.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A sitting as its candidate sees it.
 *
 * @param courses   codes
 * @param leftOut   codes of the track's courses that are not examined here
 * @param answered  positions that have an answer
 * @param here      whether this is the browser that may answer
 * @param paused    whether the room's clock stands still
 * @param again     whether it waits to be marked again after a strike
 * @param verdict   null until it is handed in and marked, and while it waits to be marked again
 */
public record SittingView(UUID id, SessionId session, List<String> courses, List<String> leftOut, String language, int asked, Set<Integer> answered, Instant endsAt,
                          Duration left, boolean here, boolean paused, boolean submitted, boolean again, Verdict verdict) {

    /** Whether it can be answered now, in this browser. */
    public boolean isRunning() {
        return here && !submitted && !left.isZero();
    }
}
