package org.dalil.report.entity;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * The figures of one course as anybody may see them, on a page, in print or in a file. This is the only form in which figures
 * leave the feature, and {@link #from} the only way to make one: what must be hidden isn't in it.
 */
public final class PublishedReport {

    private final UUID courseId;
    private final PublishedTurnout turnout;
    private final Optional<PublishedScores> scores;
    private final Optional<YearMonth> asOf;

    private PublishedReport(Release release, SmallestGroup smallest, ZoneId zone) {
        courseId = release.figures().courseId();
        turnout = PublishedTurnout.from(release.figures().turnout(), smallest);
        scores = release.figures().pairs().flatMap(p -> PublishedScores.from(p, smallest));
        asOf = release.shows(smallest) ? Optional.of(YearMonth.from(release.takenAt().atZone(zone))) : Optional.empty();
    }

    /**
     * @param zone where the learners live: whose month it is
     */
    public static PublishedReport from(Release release, SmallestGroup smallest, ZoneId zone) {
        return new PublishedReport(release, smallest, zone);
    }

    public UUID courseId() {
        return courseId;
    }

    /** Who began and who took the tests. */
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
