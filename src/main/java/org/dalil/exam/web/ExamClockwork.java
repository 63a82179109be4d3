package org.dalil.exam.web;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dalil.exam.Candidates;
import org.dalil.exam.ExamClock;
import org.dalil.platform.control.Readiness;
import org.dalil.platform.control.SystemSubject;
import org.dalil.platform.entity.DatabaseReady;

/**
 * Winds the exam clock. After a start it beats before the first page, so that nobody meets a deadline that passed in the dark, then
 * stands still until pages are served, which takes long when a whole hall knocks at the door, and gives that time back, too. Handing
 * in has a beat of its own: a hall takes a while, and the time that it takes is no outage.
 */
@ApplicationScoped
public class ExamClockwork {

    private static final Logger LOG = Logger.getLogger(ExamClockwork.class.getName());
    private static final String NAME = "exam-clock";

    /** For so many rounds a sitting that failed is left in peace. */
    private static final int REST = 60;

    @Resource ManagedScheduledExecutorService scheduler;

    @Inject ExamClock clock;
    @Inject Candidates candidates;
    @Inject Readiness readiness;

    private final Map<UUID, Integer> failed = new HashMap<>();
    private volatile ScheduledFuture<?> asleep;

    void start(@Observes @Priority(200) DatabaseReady ready) {
        SystemSubject.run(NAME, candidates::reindex);
        beat(clock::wake);
        asleep = scheduler.scheduleWithFixedDelay(this::wakeWhenServed, 100, 100, TimeUnit.MILLISECONDS);
    }

    private void wakeWhenServed() {
        if (readiness.isStarted() && asleep != null) {
            asleep.cancel(false);
            beat(clock::wake);
            scheduler.scheduleWithFixedDelay(() -> beat(clock::beat), ExamClock.BEAT.toSeconds(), ExamClock.BEAT.toSeconds(), TimeUnit.SECONDS);
            scheduler.scheduleWithFixedDelay(this::round, ExamClock.BEAT.toSeconds(), ExamClock.BEAT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static void beat(Runnable one) {
        try {
            SystemSubject.run(NAME, one);
        } catch (RuntimeException e) {
            // The database may be away: the next beat sees how long it was.
            LOG.log(Level.WARNING, "The exam clock missed a beat: {0}", e.getClass().getName());
        }
    }

    /** Hands in whatever is over and marks again what was struck, one after the other. What fails is logged, left for five minutes and tried again. */
    public synchronized void round() {
        failed.replaceAll((id, rounds) -> rounds - 1);
        failed.values().removeIf(rounds -> rounds <= 0);
        each(clock::over, clock::handIn, "Sitting {0} could not be handed in: {1}");
        each(clock::struck, clock::markAgain, "Sitting {0} could not be marked again after a strike: {1}");
    }

    private void each(Callable<List<UUID>> which, Function<UUID, ?> work, String fault) {
        List<UUID> ids;
        try {
            ids = SystemSubject.call(NAME, which);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The exam clock missed a round: {0}", e.getClass().getName());
            return;
        }
        for (UUID id : ids) {
            if (!failed.containsKey(id)) {
                try {
                    SystemSubject.call(NAME, () -> work.apply(id));
                } catch (RuntimeException e) {
                    failed.put(id, REST);
                    // The kind of fault and the id: its message may hold what was answered.
                    LOG.log(Level.SEVERE, fault, new Object[] {id, e.getClass().getName()});
                }
            }
        }
    }
}
