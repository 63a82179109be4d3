package org.dalil.report.entity;

/**
 * What has happened in a workshop since its figures were shown last. Whoever saw them and sees the next ones can subtract; so the
 * next ones must differ by enough people.
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
