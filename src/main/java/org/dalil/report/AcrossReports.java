package org.dalil.report;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.Refused;
import org.dalil.report.control.GroupSize;
import org.dalil.report.control.Shelf;
import org.dalil.report.control.Showing;
import org.dalil.report.entity.Cube;
import org.dalil.report.entity.Medium;
import org.dalil.report.entity.SmallestGroup;
import org.dalil.report.entity.Stage;
import org.dalil.report.entity.Table;

/** Figures across workshops, for those who answer for all of them. Looking is publishing: what was shown is remembered. */
@Door
public class AcrossReports {

    @Inject Shelf shelf;
    @Inject Showing showing;
    @Inject GroupSize size;
    @Inject AuditTrail trail;

    /**
     * A table on a page.
     *
     * @throws Refused if it and an earlier one would differ by a few people
     */
    @RequiresPermissions("report:across")
    @Transactional
    public Cube look(Stage stage, Table table) {
        showing.release(stage, table, Medium.PAGE);
        return shelf.cube(stage, table.rows(), table.columns());
    }

    /**
     * The same for a file; who took one is in the trail.
     *
     * @throws Refused if it and an earlier one would differ by a few people
     */
    @RequiresPermissions({"report:across", "report:export"})
    @Transactional
    public Cube file(Stage stage, Table table, Medium medium) {
        showing.release(stage, table, medium);
        trail.record("across.file", stage + " " + table.rows() + table.columns().map(c -> "/" + c).orElse("") + " " + medium);
        return shelf.cube(stage, table.rows(), table.columns());
    }

    /** The fewest people a figure here is about. */
    @RequiresPermissions("report:across")
    public SmallestGroup smallestGroup() {
        return size.get();
    }
}
