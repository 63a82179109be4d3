package org.dalil.learning.entity;

import java.util.Map;
import java.util.UUID;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Module;
import org.dalil.course.entity.OpenParts;
import org.dalil.course.entity.Part;

/**
 * Where a card stands in a course, as one SELECT brings it. It says that tests were taken, never how.
 *
 * @param modules progress by the module's number
 * @param before  whether the pre-test was submitted
 * @param after   whether the post-test was submitted
 * @param open    whether an attempt was begun and not submitted: {@code PRE}, {@code POST} or null
 * @param earned  whether the result of the post-test belongs to this visit
 */
public record Journey(UUID visitId, UUID cardId, Map<Integer, ModuleProgress> modules, boolean before, boolean after,
                      String open, boolean earned) {

    public ModuleProgress of(Module module) {
        return modules.getOrDefault(module.number(), ModuleProgress.none(module.number()));
    }

    /** All modules complete. */
    public boolean isReadThrough(Course course) {
        return course.modules().stream().allMatch(m -> of(m).isComplete());
    }

    /** Share of the course's cards seen, 0 to 1 (measurement, section 5). */
    public double exposure(Course course) {
        int all = course.modules().stream().mapToInt(Module::cards).sum();
        int seen = course.modules().stream().mapToInt(m -> Math.min(of(m).count(), m.cards())).sum();
        return all == 0 ? 0 : (double) seen / all;
    }

    /** What comes next: the open test, the pre-test, the first module that isn't complete, the post-test, or nothing. */
    public Step next(Course course) {
        if (open != null) {
            return new Step(open.equals("PRE") ? Step.Kind.BEFORE : Step.Kind.AFTER, null);
        }
        if (!before && !after) {
            return new Step(Step.Kind.BEFORE, null);
        }
        return course.modules().stream().filter(m -> !of(m).isComplete()).findFirst()
                .map(m -> new Step(of(m).readToEnd() ? Step.Kind.CHAT : Step.Kind.LESSON, m))
                .orElseGet(() -> new Step(after ? Step.Kind.DONE : Step.Kind.AFTER, null));
    }

    /**
     * What comes next for somebody whose trainer opens the parts: the open test, the test before, the first module that is open and
     * not complete, the test after. If none of them is open, they wait.
     */
    public Step next(Course course, OpenParts parts) {
        if (!parts.isGuided() || open != null) {
            return next(course);
        }
        if (!before && !after && parts.isOpen(Part.BEFORE)) {
            return new Step(Step.Kind.BEFORE, null);
        }
        return course.modules().stream().filter(m -> parts.isOpen(Part.module(m.number())) && !of(m).isComplete()).findFirst()
                .map(m -> new Step(of(m).readToEnd() ? Step.Kind.CHAT : Step.Kind.LESSON, m))
                .orElseGet(() -> new Step(!after && parts.isOpen(Part.AFTER) ? Step.Kind.AFTER
                        : after && isReadThrough(course) ? Step.Kind.DONE : Step.Kind.WAIT, null));
    }

    /** One step of the way; {@code module} only for lessons and chats. */
    public record Step(Kind kind, Module module) {
        /** What kind of page it is. */
        public enum Kind {
            /** The test before. */ BEFORE,
            /** A module's cards. */ LESSON,
            /** A module's chat. */ CHAT,
            /** The test after. */ AFTER,
            /** Nothing is left. */ DONE,
            /** The trainer opens the next part. */ WAIT
        }
    }
}
