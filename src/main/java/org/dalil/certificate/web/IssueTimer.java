package org.dalil.certificate.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dalil.certificate.Certificates;
import org.dalil.platform.control.SystemSubject;
import org.dalil.platform.entity.DatabaseReady;
import org.dalil.platform.web.Causes;

/** Issues what is due, one after the other: after a crash it goes on with the first that isn't done. */
@ApplicationScoped
public class IssueTimer {

    private static final Logger LOG = Logger.getLogger(IssueTimer.class.getName());

    @Inject
    Certificates certificates;

    @Resource
    ManagedScheduledExecutorService scheduler;

    void begin(@Observes DatabaseReady ready) {
        SystemSubject.run("certificates", certificates::recover);
        scheduler.scheduleWithFixedDelay(this::run, 2, 2, TimeUnit.SECONDS);
    }

    private void run() {
        try {
            SystemSubject.run("certificates", this::issueAll);
        } catch (RuntimeException e) {
            // The database may be away for a moment; whoever throws out of a timer ends it.
            LOG.log(Level.WARNING, "Certificates can't be issued now: {0}", e.toString());
        }
    }

    private void issueAll() {
        boolean more = true;
        while (more) {
            try {
                more = certificates.issueNext();
            } catch (RuntimeException e) {
                if (Causes.isDatabase(e)) {
                    throw e;
                }
                LOG.log(Level.SEVERE, "A certificate could not be issued and is put aside", e);
                certificates.setAside();
            }
        }
    }
}
