package org.dalil.report.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dalil.platform.SentForms;
import org.dalil.platform.control.SystemSubject;
import org.dalil.platform.entity.DatabaseReady;
import org.dalil.account.Cards;
import org.dalil.report.Batches;

/**
 * By the hour: people who are due are put together for figures across workshops, a workshop a transaction; then cards that nobody
 * uses any more go, some at a time, and what forms of staff did longer ago is forgotten.
 */
@ApplicationScoped
public class Hourly {

    private static final Logger LOG = Logger.getLogger(Hourly.class.getName());

    @Inject Batches batches;
    @Inject Cards cards;
    @Inject SentForms forms;

    @Resource
    ManagedScheduledExecutorService scheduler;

    void begin(@Observes DatabaseReady ready) {
        scheduler.schedule(() -> SystemSubject.run("hourly", this::haveAtHand), 20, TimeUnit.SECONDS);
        scheduler.scheduleWithFixedDelay(() -> SystemSubject.run("hourly", this::work), 5, 60, TimeUnit.MINUTES);
    }

    void work() {
        attempt("putting people together", () -> {
            batches.due().forEach(batches::gather);
            batches.gatherOthers();
        });
        haveAtHand();
        attempt("taking unused cards away", () -> {
            for (Optional<UUID> last = cards.expire(Optional.empty()); last.isPresent();) {
                last = cards.expire(last);
            }
        });
        attempt("forgetting what forms did", () -> {
            boolean more = true;
            while (more) {
                more = forms.forget();
            }
        });
    }

    private void haveAtHand() {
        attempt("having figures at hand", batches::haveAtHand);
    }

    /** Each by itself: one that fails keeps no other from its turn. */
    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // What isn't done now is done in an hour; an exception would end the timer.
            LOG.log(Level.WARNING, "Not finished this hour: " + what, e);
        }
    }
}
