package org.dalil.report;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.course.entity.CoursePublished;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.control.Installation;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.OpenToAll;
import org.dalil.report.control.CourseFiguresQuery;
import org.dalil.report.control.GroupSize;
import org.dalil.report.control.ReleaseStore;
import org.dalil.report.entity.CourseFigures;
import org.dalil.report.entity.Latest;
import org.dalil.report.entity.PublishedReport;
import org.dalil.report.entity.Release;
import org.dalil.report.entity.SmallestGroup;
import org.dalil.report.entity.Turnout;

/** Figures about learning, for those who may see figures at all. Nobody sees more than a {@link PublishedReport}. */
@Door
public class Reports {

    @Inject CourseFiguresQuery figures;
    @Inject ReleaseStore releases;
    @Inject GroupSize size;
    @Inject AuditTrail trail;
    @Inject Installation installation;
    @Inject Clock clock;

    /** Counting ten thousand cards takes the database half a second; figures move by ten people at a time anyway. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Kept(Instant until, List<PublishedReport> reports) { }

    private volatile Kept kept = new Kept(Instant.MIN, List.of());

    /**
     * The figures of every course that is served, in no order, at most a minute old. Looking is publishing: what is shown for
     * the first time is remembered, and stands until enough people have moved.
     */
    @RequiresPermissions("report:read")
    @Transactional
    public List<PublishedReport> courses() {
        Instant now = clock.instant();
        return now.isBefore(kept.until()) ? kept.reports() : count(now);
    }

    /** One at a time: who comes meanwhile waits for the same figures. */
    private synchronized List<PublishedReport> count(Instant now) {
        if (!now.isBefore(kept.until())) {
            kept = new Kept(now.plus(FRESH), figures.latest().stream()
                    .map(latest -> PublishedReport.from(publish(latest, now), size.get(), installation.zone())).toList());
        }
        return kept.reports();
    }

    /** There is a course more, or another version of one. */
    @OpenToAll
    public void published(@Observes(during = TransactionPhase.AFTER_SUCCESS) CoursePublished course) {
        kept = new Kept(Instant.MIN, List.of());
    }

    /** The fewest people a figure here is about. */
    @RequiresPermissions("report:read")
    public SmallestGroup smallestGroup() {
        return size.get();
    }

    private Release publish(Latest latest, Instant now) {
        SmallestGroup smallest = size.get();
        Release next = Release.next(latest.last(), latest.now(), latest.since(), smallest, now);
        boolean known = latest.last().filter(next::equals).isPresent();
        if (known || !next.shows(smallest)) {
            return next;
        }
        if (!releases.remember(next)) {
            // Somebody else is looking at this very moment: their figures count from the next look on.
            return latest.last().orElseGet(() -> nothing(latest.now(), now));
        }
        trail.record("report.release", next.figures().courseId() + "/" + next.number());
        return next;
    }

    private static Release nothing(CourseFigures figures, Instant now) {
        return new Release(0, now, new CourseFigures(figures.courseId(), Turnout.NOBODY, Optional.empty()));
    }
}
