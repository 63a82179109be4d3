package org.dalil.report;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.platform.entity.Door;
import org.dalil.report.control.GroupSize;
import org.dalil.report.control.Shelf;
import org.dalil.report.control.Showing;
import org.dalil.report.entity.Dimension;
import org.dalil.report.entity.Medium;
import org.dalil.report.entity.PublishedCourse;
import org.dalil.report.entity.SmallestGroup;
import org.dalil.report.entity.Stage;
import org.dalil.report.entity.Table;

/** Figures about courses, for those who may see figures at all. Nobody sees more than a {@link PublishedCourse}. */
@Door
public class Reports {

    @Inject Shelf shelf;
    @Inject Showing showing;
    @Inject GroupSize size;

    /**
     * The figures of every course that has some, in no order. Looking is publishing.
     *
     * @throws org.dalil.platform.entity.Refused if they and earlier ones would differ by a few people
     */
    @RequiresPermissions("report:read")
    @Transactional
    public List<PublishedCourse> courses() {
        showing.release(Stage.COURSE, new Table(Dimension.COURSE, Optional.empty(), Optional.empty()), Medium.PAGE);
        return shelf.courses();
    }

    /** The fewest people a figure here is about. */
    @RequiresPermissions("report:read")
    public SmallestGroup smallestGroup() {
        return size.get();
    }
}
