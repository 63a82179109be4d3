package org.dalil.exam.entity;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A module that was confirmed for a candidate.
 *
 * @param cycle       the renewal that it counts for, 0 on the whole way: {@link Held#cycle}
 * @param confirmedOn here, not when it was completed
 */
public record Learnt(int cycle, UUID courseId, int module, LocalDate confirmedOn) {

    /** The cycle of the whole way. */
    public static final int WHOLE_WAY = 0;
}
