package org.dalil.report.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dalil.platform.control.SystemSubject;
import org.dalil.platform.entity.DatabaseReady;
import org.dalil.report.Batches;

/** By the hour: people who are due are put together for figures across workshops, a workshop a transaction. */
@ApplicationScoped
public class Hourly {

    private static final Logger LOG = Logger.getLogger(Hourly.class.getName());

    @Inject Batches batches;

    @Resource
    ManagedScheduledExecutorService scheduler;

    void begin(@Observes DatabaseReady ready) {
        scheduler.scheduleWithFixedDelay(() -> SystemSubject.run("gather", this::gather), 5, 60, TimeUnit.MINUTES);
    }

    private void gather() {
        try {
            batches.due().forEach(batches::gather);
            batches.gatherOthers();
        } catch (RuntimeException e) {
            // What isn't done now is done in an hour; an exception would end the timer.
            LOG.log(Level.WARNING, "Figures across workshops were not brought up to date", e);
        }
    }
}
