package org.dalil.report;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.control.Installation;
import org.dalil.platform.entity.Door;
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

    /**
     * The figures of every course that is served, in no order. Looking is publishing: what is shown for the first time is
     * remembered, and stands until enough people have moved.
     */
    @RequiresPermissions("report:read")
    @Transactional
    public List<PublishedReport> courses() {
        Instant now = clock.instant();
        return figures.latest().stream()
                .map(latest -> PublishedReport.from(publish(latest, now), size.get(), installation.zone())).toList();
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
