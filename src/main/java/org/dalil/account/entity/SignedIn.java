package org.dalil.account.entity;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * What a staff member's session holds: who, how far they got, and which of their sessions this is. Name, roles and the like
 * are read afresh on each request, so that what was taken away is gone at once.
 *
 * @param epoch    the account's, when this session began; see {@link StaffMember#epoch()}
 * @param complete false while only the password was right: good for the second step and nothing else
 * @param since    a session ends after twelve hours however busy it is
 */
public record SignedIn(StaffId staff, int epoch, boolean complete, Instant since) implements Serializable {

    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration SECOND_STEP = Duration.ofMinutes(10);

    /** The session once the second step is done. */
    public SignedIn completed(Instant now) {
        return new SignedIn(staff, epoch, true, now);
    }

    /** The session after its owner did what ends all their others. */
    public SignedIn in(int newEpoch) {
        return new SignedIn(staff, newEpoch, complete, since);
    }

    /** Whether it has lasted too long. */
    public boolean isOver(Instant now) {
        return now.isAfter(since.plus(complete ? LONGEST : SECOND_STEP));
    }
}
