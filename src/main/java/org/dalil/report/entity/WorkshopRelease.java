package org.dalil.report.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * A workshop's figures that were shown once: in the room, or to everybody who may see reports. The two are counted apart. The
 * rule is that of {@link Release}: whoever saw the last figures can subtract.
 *
 * @param number counted from 1 within the workshop
 */
public record WorkshopRelease(int number, Instant takenAt, WorkshopTotals totals) {

    /**
     * What is shown after {@code last}: new figures, or nothing if the last ones stand.
     *
     * @param since    what has happened in the workshop since then
     * @param smallest {@link RoomGroup#FIVE} for the room, the site's {@link SmallestGroup} for everybody else
     */
    public static WorkshopRelease next(Optional<WorkshopRelease> last, WorkshopTotals now, Release.Movement since, Group smallest,
                                       Instant at) {
        if (last.isEmpty()) {
            return new WorkshopRelease(1, at, now.fit(smallest));
        }
        WorkshopRelease before = last.get();
        return since.isEnough(before.totals.turnout(), now.turnout(), smallest)
                ? new WorkshopRelease(before.number + 1, at, now.fit(smallest)) : before;
    }

    /** Whether anything of it can be seen, so that it must be remembered. */
    public boolean shows(Group smallest) {
        return smallest.holds(totals.turnout().enrolled());
    }
}
