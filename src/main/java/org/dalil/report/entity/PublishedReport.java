package org.dalil.report.entity;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * The figures of one course or of one workshop as anybody may see them, on a page, in print or in a file. {@code from} is the
 * only way to make one: what must be hidden isn't in it.
 */
public final class PublishedReport implements Published {

    private final UUID courseId;
    private final PublishedTurnout turnout;
    private final Optional<PublishedScores> scores;
    private final Optional<YearMonth> asOf;
    private final Optional<UUID> workshopId;
    private final Optional<PublishedWorkshop> workshop;

    private PublishedReport(CourseFigures raw, Optional<WorkshopTotals> totals, Instant takenAt, SmallestGroup smallest,
                            ZoneId zone) {
        courseId = raw.courseId();
        turnout = PublishedTurnout.from(raw.turnout(), smallest);
        scores = raw.pairs().flatMap(p -> PublishedScores.from(p, smallest));
        asOf = smallest.holds(raw.turnout().enrolled()) ? Optional.of(YearMonth.from(takenAt.atZone(zone))) : Optional.empty();
        workshopId = totals.map(WorkshopTotals::workshopId);
        workshop = totals.map(t -> PublishedWorkshop.from(t, scores, smallest));
    }

    /**
     * The report of a course.
     *
     * @param zone where the learners live: whose month it is
     */
    public static PublishedReport from(Release release, SmallestGroup smallest, ZoneId zone) {
        return new PublishedReport(release.figures(), Optional.empty(), release.takenAt(), smallest, zone);
    }

    /**
     * The report of a workshop.
     *
     * @param zone where it was held: whose month it is
     */
    public static PublishedReport from(WorkshopRelease release, SmallestGroup smallest, ZoneId zone) {
        WorkshopTotals totals = release.totals();
        Pairs pairs = totals.orders().all();
        CourseFigures figures = new CourseFigures(totals.courseId(), totals.turnout(),
                Optional.of(pairs).filter(p -> p.people() > 0).map(Pairs::figures));
        return new PublishedReport(figures, Optional.of(totals), release.takenAt(), smallest, zone);
    }

    public UUID courseId() {
        return courseId;
    }

    /** The workshop that it is about; nothing for a whole course. */
    public Optional<UUID> workshopId() {
        return workshopId;
    }

    /** What only a workshop's report holds; nothing for a whole course. */
    public Optional<PublishedWorkshop> workshop() {
        return workshop;
    }

    /** Who began (was there, in a workshop) and who took the tests. */
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
