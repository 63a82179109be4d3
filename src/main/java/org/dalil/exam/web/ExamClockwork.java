package org.dalil.exam.web;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dalil.exam.ExamClock;
import org.dalil.platform.control.SystemSubject;
import org.dalil.platform.entity.DatabaseReady;

/** Winds the exam clock: once before the first page after a start, so that nobody meets a deadline that passed in the dark. */
@ApplicationScoped
public class ExamClockwork {

    private static final Logger LOG = Logger.getLogger(ExamClockwork.class.getName());

    @Resource ManagedScheduledExecutorService scheduler;

    @Inject ExamClock clock;

    void start(@Observes @Priority(200) DatabaseReady ready) {
        beat();
        scheduler.scheduleWithFixedDelay(this::beat, ExamClock.BEAT.toSeconds(), ExamClock.BEAT.toSeconds(), TimeUnit.SECONDS);
    }

    private void beat() {
        try {
            SystemSubject.call("exam-clock", clock::beat);
        } catch (RuntimeException e) {
            // The database may be away: the next beat sees how long it was.
            LOG.log(Level.WARNING, "The exam clock missed a beat: {0}", e.getClass().getName());
        }
    }
}
