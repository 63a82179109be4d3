package org.dalil.exam.web;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dalil.exam.ExamClock;
import org.dalil.platform.control.Readiness;
import org.dalil.platform.control.SystemSubject;
import org.dalil.platform.entity.DatabaseReady;

/**
 * Winds the exam clock. After a start it beats before the first page, so that nobody meets a deadline that passed in the dark, then
 * stands still until pages are served, which takes long when a whole hall knocks at the door, and gives that time back, too.
 */
@ApplicationScoped
public class ExamClockwork {

    private static final Logger LOG = Logger.getLogger(ExamClockwork.class.getName());

    @Resource ManagedScheduledExecutorService scheduler;

    @Inject ExamClock clock;
    @Inject Readiness readiness;

    private volatile ScheduledFuture<?> asleep;

    void start(@Observes @Priority(200) DatabaseReady ready) {
        beat(clock::wake);
        asleep = scheduler.scheduleWithFixedDelay(this::wakeWhenServed, 100, 100, TimeUnit.MILLISECONDS);
    }

    private void wakeWhenServed() {
        if (readiness.isStarted() && asleep != null) {
            asleep.cancel(false);
            beat(clock::wake);
            scheduler.scheduleWithFixedDelay(() -> beat(clock::beat), ExamClock.BEAT.toSeconds(), ExamClock.BEAT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static void beat(Callable<Integer> one) {
        try {
            SystemSubject.call("exam-clock", one);
        } catch (RuntimeException e) {
            // The database may be away: the next beat sees how long it was.
            LOG.log(Level.WARNING, "The exam clock missed a beat: {0}", e.getClass().getName());
        }
    }
}
