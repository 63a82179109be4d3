package org.dalil.report.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * Figures that were published once. Whoever saw them and sees the next ones can subtract; so the next ones must differ by
 * enough people.
 *
 * @param number counted from 1 within the course
 */
public record Release(int number, Instant takenAt, CourseFigures figures) {

    /**
     * What has happened in a course since its last release.
     *
     * @param people how many have moved from one state to another, at least
     * @param pairs  how many pairs have come into being
     */
    public record Movement(int people, int pairs) { }

    /**
     * What is published after {@code last}: new figures, or nothing if the last ones stand. They stand while they and the new
     * ones differ by fewer people than the smallest group, in all or in the group whose scores are shown; people who erased
     * their cards count too. Where nothing was shown, there is nothing to subtract from.
     */
    public static Release next(Optional<Release> last, CourseFigures now, Movement since, SmallestGroup smallest, Instant at) {
        CourseFigures fit = now.fit(smallest);
        if (last.isEmpty()) {
            return new Release(1, at, fit);
        }
        Release before = last.get();
        return before.mayBeFollowedBy(now, since, smallest) ? new Release(before.number + 1, at, fit) : before;
    }

    private boolean mayBeFollowedBy(CourseFigures now, Movement since, SmallestGroup smallest) {
        // What comes later with an earlier date, from paper or a hub without a network, shows in the number only.
        int moved = Math.max(since.people(), Math.abs(now.turnout().enrolled() - figures.turnout().enrolled()));
        if (smallest.holds(figures.turnout().enrolled()) && !smallest.holds(moved)) {
            return false;
        }
        int paired = figures.turnout().paired();
        int left = paired + since.pairs() - now.turnout().paired();
        int difference = since.pairs() + Math.abs(left);
        return !smallest.holds(paired) || difference == 0 || smallest.holds(difference);
    }

    /** Whether anything of it can be seen, so that it must be remembered. */
    public boolean shows(SmallestGroup smallest) {
        return smallest.holds(figures.turnout().enrolled());
    }
}
