package org.dalil.report;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.platform.entity.Door;
import org.dalil.report.control.Gathering;
import org.dalil.report.control.ReachedQuery;
import org.dalil.report.control.Shelf;
import org.dalil.report.entity.Stage;

/** Puts people together for figures across workshops. No role may: the platform itself does, by the hour. */
@Door
public class Batches {

    @Inject Gathering gathering;
    @Inject ReachedQuery reached;
    @Inject Shelf shelf;
    @Inject Clock clock;

    /** Closed workshops with people who are not counted yet. */
    @RequiresPermissions("report:gather")
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<UUID> due() {
        return reached.due(Gathering.settled(clock.instant()));
    }

    /** Counts a workshop's people: pairs now, the others when a second test can't come any more. */
    @RequiresPermissions("report:gather")
    @Transactional
    public void gather(UUID workshop) {
        gathering.workshop(workshop);
    }

    /** Counts people on their own, and those who took the test after a course again. */
    @RequiresPermissions("report:gather")
    @Transactional
    public void gatherOthers() {
        gathering.others();
    }

    /** Has all batches at hand, so that nobody who looks waits for forty thousand of them to be read. */
    @RequiresPermissions("report:gather")
    @Transactional(Transactional.TxType.SUPPORTS)
    public void haveAtHand() {
        shelf.batches(Stage.COURSE);
    }
}
