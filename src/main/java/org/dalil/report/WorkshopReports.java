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
import org.dalil.report.control.Gathering;
import org.dalil.report.control.GroupSize;
import org.dalil.report.control.WorkshopFiguresQuery;
import org.dalil.report.control.WorkshopReleaseStore;
import org.dalil.report.control.WorkshopReleaseStore.Audience;
import org.dalil.report.entity.FormOrders;
import org.dalil.report.entity.Group;
import org.dalil.report.entity.Pairs;
import org.dalil.report.entity.PublishedReport;
import org.dalil.report.entity.RoomGroup;
import org.dalil.report.entity.RoomReport;
import org.dalil.assessment.entity.Sample;
import org.dalil.report.entity.SmallestGroup;
import org.dalil.report.entity.Turnout;
import org.dalil.report.entity.WorkshopFigures;
import org.dalil.report.entity.WorkshopPeople;
import org.dalil.report.entity.WorkshopRelease;
import org.dalil.report.entity.WorkshopTotals;
import org.dalil.workshop.Workshops;
import org.dalil.workshop.entity.WorkshopId;
import org.dalil.workshop.entity.WorkshopRow;

/**
 * The report of one workshop, for its own trainers. Looking is publishing: what is shown for the first time is remembered, and stands
 * until enough people have moved.
 */
@Door
public class WorkshopReports {

    @Inject Workshops workshops;
    @Inject WorkshopFiguresQuery query;
    @Inject WorkshopReleaseStore releases;
    @Inject Gathering gathering;
    @Inject GroupSize size;
    @Inject AuditTrail trail;
    @Inject Installation installation;
    @Inject Clock clock;

    /**
     * What the trainer sees in the room, on the screen: scores from five people.
     *
     * @throws org.dalil.platform.entity.Refused if it is not, or no more, the caller's own workshop
     */
    @RequiresPermissions("workshop:run")
    @Transactional
    public RoomReport room(WorkshopId id) {
        WorkshopRow workshop = workshops.own(id);
        WorkshopPeople people = query.people(id.value());
        WorkshopFigures figures = people.figures();
        return RoomReport.from(release(workshop, people, Audience.ROOM, RoomGroup.FIVE), figures.expected(), figures.turnout());
    }

    /**
     * What may leave the room, on paper too: everything from ten people.
     *
     * @throws org.dalil.platform.entity.Refused if it is not, or no more, the caller's own workshop
     */
    @RequiresPermissions("workshop:run")
    @Transactional
    public PublishedReport published(WorkshopId id) {
        return publish(id);
    }

    /** As {@link #published}, for a file; who took one is in the trail. */
    @RequiresPermissions("workshop:run")
    @Transactional
    public PublishedReport file(WorkshopId id) {
        PublishedReport report = publish(id);
        trail.record("room.report.file", id.toString());
        return report;
    }

    /** The fewest people a figure outside the room is about. */
    @RequiresPermissions("workshop:run")
    public SmallestGroup smallestGroup() {
        return size.get();
    }

    private PublishedReport publish(WorkshopId id) {
        WorkshopRow workshop = workshops.own(id);
        WorkshopPeople people = query.people(id.value());
        Optional<WorkshopRelease> release = release(workshop, people, Audience.EVERYBODY, size.get());
        return PublishedReport.from(release.orElseGet(() -> nothing(people.figures(), clock.instant())), size.get(), installation.zone());
    }

    /** What is shown now; nothing while there was nothing yet. */
    private Optional<WorkshopRelease> release(WorkshopRow workshop, WorkshopPeople people, Audience audience, Group smallest) {
        WorkshopFigures figures = people.figures();
        Optional<WorkshopRelease> last = releases.last(figures.workshopId(), audience);
        Optional<WorkshopRelease> next = WorkshopRelease.next(last, WorkshopTotals.of(figures),
                people.since(last.map(WorkshopRelease::takenAt).orElse(Instant.EPOCH)), !workshop.isClosed(), smallest, clock.instant());
        if (next.equals(last) || next.filter(r -> r.shows(smallest)).isEmpty()) {
            return next;
        }
        if (audience == Audience.EVERYBODY && !gathering.admits(workshop.id().value(), figures.turnout().paired())) {
            return last;
        }
        if (!releases.remember(next.get(), audience)) {
            // The other trainer is looking at this very moment: these figures count from the next look on.
            return last;
        }
        trail.record(audience == Audience.ROOM ? "room.report.look" : "room.report.release", workshop.id() + "/" + next.get().number());
        return next;
    }

    private static WorkshopRelease nothing(WorkshopFigures figures, Instant now) {
        return new WorkshopRelease(0, now, new WorkshopTotals(figures.workshopId(), figures.courseId(), figures.expected(),
                Turnout.NOBODY, new FormOrders(Pairs.NOBODY, Pairs.NOBODY), 0, Sample.NONE, 0, Sample.NONE, List.of(), List.of()));
    }
}
