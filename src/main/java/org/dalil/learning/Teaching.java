package org.dalil.learning;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.course.entity.CourseVersion;
import org.dalil.course.entity.Module;
import org.dalil.learning.control.CompletionObserver;
import org.dalil.learning.control.ProgressStore;
import org.dalil.platform.entity.Door;

/** What a trainer tells about learning and may know of it: what was taught to people on paper, and which cards have completed. */
@Door
public class Teaching {

    @Inject ProgressStore progress;
    @Inject CompletionObserver completion;

    /**
     * Counts modules as complete for cards that never began them on a phone; what is known already stays.
     *
     * @param cards   that were there, on paper; that they are the caller's own, the caller has found out
     * @param modules numbers
     */
    @RequiresPermissions("workshop:run")
    @Transactional
    public void taught(Collection<UUID> cards, CourseVersion version, Collection<Integer> modules) {
        for (UUID card : cards) {
            for (Module module : version.course().modules()) {
                if (modules.contains(module.number())) {
                    progress.taught(card, version.course().id(), module.number(), module.cards());
                }
            }
            completion.complete(card, version.course().id(), version);
        }
    }

    /** Those of these cards that have completed a course. */
    @RequiresPermissions("workshop:run")
    @Transactional(Transactional.TxType.SUPPORTS)
    public Set<UUID> completed(Collection<UUID> cards, UUID courseId) {
        return progress.completed(cards, courseId);
    }
}
