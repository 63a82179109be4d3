package org.dalil.report.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * A workshop's figures that were shown once: in the room, or to everybody who may see reports. The two are counted apart. The
 * rule is that of {@link Movement}: whoever saw the last figures can subtract.
 *
 * @param number counted from 1 within the workshop
 */
public record WorkshopRelease(int number, Instant takenAt, WorkshopTotals totals) {

    /**
     * What is shown after {@code last}: new figures, or the last ones if they stand. While a workshop is open they always do:
     * whoever watched a mean while people hand in would know who has just done so, and the last few would never be in it.
     *
     * @param since    what has happened in the workshop since then
     * @param open     whether answers are still expected, from phones or from sheets
     * @param smallest {@link RoomGroup#FIVE} for the room, the site's {@link SmallestGroup} for everybody else
     * @return nothing while nothing was shown
     */
    public static Optional<WorkshopRelease> next(Optional<WorkshopRelease> last, WorkshopTotals now, Movement since,
                                                 boolean open, Group smallest, Instant at) {
        // Cards go when they were not used for long; a workshop doesn't become smaller by that.
        boolean gone = last.filter(l -> now.turnout().enrolled() < l.totals().turnout().enrolled()).isPresent();
        if (open || gone || last.filter(l -> !l.mayBeFollowedBy(now, since, smallest)).isPresent()) {
            return last;
        }
        return Optional.of(new WorkshopRelease(last.map(WorkshopRelease::number).orElse(0) + 1, at, now.fit(smallest)));
    }

    private boolean mayBeFollowedBy(WorkshopTotals now, Movement since, Group smallest) {
        Pairs before = totals.orders().all();
        Pairs pairs = now.orders().all();
        boolean same = before.equals(pairs);
        return since.isEnough(totals.turnout(), now.turnout(), smallest)
                && (same || before.people() == 0 || pairs.figures().isPlainBeyond(before.figures()));
    }

    /** Whether anything of it can be seen, so that it must be remembered. */
    public boolean shows(Group smallest) {
        return smallest.holds(totals.turnout().enrolled());
    }
}
