package org.dalil.learning.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import org.dalil.assessment.entity.AttemptSubmitted;
import org.dalil.assessment.entity.Occasion;
import org.dalil.course.Courses;
import org.dalil.course.entity.CourseVersion;
import org.dalil.course.entity.Module;
import org.dalil.learning.entity.CourseCompleted;
import org.dalil.scenario.entity.ScenarioFinished;

/** Sees when a module or a course becomes complete, in the transaction of what completed it. */
@ApplicationScoped
public class CompletionObserver {

    @Inject ProgressStore progress;
    @Inject Courses courses;
    @Inject Event<CourseCompleted> completed;

    void submitted(@Observes AttemptSubmitted attempt) {
        if (attempt.occasion() == Occasion.POST) {
            CourseVersion version = courses.version(attempt.versionId()).orElseThrow();
            int cards = version.course().modules().stream().mapToInt(Module::cards).sum();
            progress.expose(attempt.attemptId(), attempt.cardId(), attempt.courseId(), cards);
            complete(attempt.cardId(), attempt.courseId(), version);
        }
    }

    void finished(@Observes ScenarioFinished run) {
        progress.played(run.cardId(), run.courseId(), run.module());
        courses.version(run.versionId()).ifPresent(version -> complete(run.cardId(), run.courseId(), version));
    }

    /** Marks what has become complete. */
    public void complete(UUID cardId, UUID courseId, CourseVersion version) {
        progress.completeModules(cardId, courseId);
        if (progress.completeCourse(cardId, courseId, version.id(), version.course().modules().size())) {
            completed.fire(new CourseCompleted(cardId, courseId, version.id()));
        }
    }
}
