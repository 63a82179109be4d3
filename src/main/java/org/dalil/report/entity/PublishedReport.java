package org.dalil.report.entity;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * The figures of one workshop as anybody may see them, on a page, in print or in a file. {@code from} is the only way to make
 * one: what must be hidden isn't in it.
 */
public final class PublishedReport implements Published {

    private final UUID courseId;
    private final PublishedTurnout turnout;
    private final Optional<PublishedScores> scores;
    private final Optional<YearMonth> asOf;
    private final UUID workshopId;
    private final PublishedWorkshop workshop;

    private PublishedReport(WorkshopRelease release, SmallestGroup smallest, ZoneId zone) {
        WorkshopTotals totals = release.totals();
        Pairs pairs = totals.orders().all();
        courseId = totals.courseId();
        workshopId = totals.workshopId();
        turnout = PublishedTurnout.from(totals.turnout(), smallest);
        scores = pairs.people() > 0 ? PublishedScores.from(pairs.figures(), smallest) : Optional.empty();
        asOf = smallest.holds(totals.turnout().enrolled()) ? Optional.of(YearMonth.from(release.takenAt().atZone(zone))) : Optional.empty();
        workshop = PublishedWorkshop.from(totals, scores, smallest);
    }

    /** @param zone where it was held: whose month it is */
    public static PublishedReport from(WorkshopRelease release, SmallestGroup smallest, ZoneId zone) {
        return new PublishedReport(release, smallest, zone);
    }

    public UUID courseId() {
        return courseId;
    }

    /** The workshop that it is about. */
    public UUID workshopId() {
        return workshopId;
    }

    /** What there is beside scores. */
    public PublishedWorkshop workshop() {
        return workshop;
    }

    /** Who was there and who took the tests. */
    public PublishedTurnout turnout() {
        return turnout;
    }

    /** What changed; nothing while too few took both tests. */
    public Optional<PublishedScores> scores() {
        return scores;
    }

    /** When the figures were taken: the month, never the day. Nothing while there are none. */
    public Optional<YearMonth> asOf() {
        return asOf;
    }
}
