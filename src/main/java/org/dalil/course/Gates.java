package org.dalil.course;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.course.control.GateStore;
import org.dalil.course.entity.OpenParts;
import org.dalil.course.entity.Part;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.OpenToAll;

/**
 * What a group may begin now. Lessons can always be read, by anyone: a gate says when a group's test may begin and which module
 * is on, not who may learn. Whose group it is, the caller has found out.
 */
@Door
public class Gates {

    @Inject GateStore store;

    /** Opens or shuts a part for a group. */
    @RequiresPermissions("workshop:run")
    @Transactional
    public void set(UUID scope, UUID courseId, Part part, boolean open) {
        store.set(scope, courseId, part, open);
    }

    /** The group's meeting is over: its cards go on as people on their own do. */
    @RequiresPermissions("workshop:run")
    @Transactional
    public void lift(UUID scope) {
        store.lift(scope);
    }

    /** What a card may begin; everything, if it was handed out to someone on their own. */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public OpenParts ofCard(UUID cardId, UUID courseId) {
        return store.ofCard(cardId, courseId);
    }
}
