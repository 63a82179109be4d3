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
    public record Movement(int people, int pairs) {

        /** Whether so many make the difference that it tells of nobody, in all and among those whose scores are shown. */
        boolean isEnough(Turnout before, Turnout now, Group smallest) {
            // What comes later with an earlier date, from paper or a hub without a network, shows in the number only.
            int moved = Math.max(people, Math.abs(now.enrolled() - before.enrolled()));
            if (smallest.holds(before.enrolled()) && !smallest.holds(moved)) {
                return false;
            }
            int left = before.paired() + pairs - now.paired();
            int difference = pairs + Math.abs(left);
            return !smallest.holds(before.paired()) || difference == 0 || smallest.holds(difference);
        }
    }

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
        return since.isEnough(before.figures.turnout(), now.turnout(), smallest) ? new Release(before.number + 1, at, fit) : before;
    }

    /** Whether anything of it can be seen, so that it must be remembered. */
    public boolean shows(SmallestGroup smallest) {
        return smallest.holds(figures.turnout().enrolled());
    }
}
