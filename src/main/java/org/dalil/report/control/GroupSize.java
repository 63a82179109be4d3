package org.dalil.report.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.dalil.platform.control.Installation;
import org.dalil.platform.entity.DatabaseReady;
import org.dalil.report.entity.SmallestGroup;

/** The fewest people a figure of this site may be about: {@code DALIL_SMALLEST_GROUP}, upward only. */
@ApplicationScoped
public class GroupSize {

    @Inject
    Installation installation;

    private SmallestGroup smallest;

    @PostConstruct
    void read() {
        smallest = SmallestGroup.of(installation.setting("DALIL_SMALLEST_GROUP"));
    }

    /** A wrong setting is told at the start, not to the first who looks. */
    void check(@Observes DatabaseReady ready) {
        get();
    }

    public SmallestGroup get() {
        return smallest;
    }
}
