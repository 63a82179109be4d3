package org.dalil.platform.control;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.dalil.platform.entity.DatabaseReady;

/** The key of the trail's seal, compared with the seal before a line is added: a seal made anew would hide what was done meanwhile. */
@ApplicationScoped
public class AuditKey {

    private static final LostKeys.Need TRAIL = new LostKeys.Need("Lines of the audit trail",
            "nothing here proves that the trail was not written anew before today", "DALIL_LOST_SEAL");

    @Inject AuditStore store;
    @Inject Keys keys;
    @Inject LostKeys lost;

    void check(@Observes @Priority(50) DatabaseReady ready) {
        List<Integer> needed = isSealed() ? List.of() : List.of(sealedBy());
        lost.check(AuditExport.SEALED_BY, TRAIL, needed, version -> false);
    }

    private int sealedBy() {
        Integer noted = store.end().key();
        return noted == null ? keys.newest(AuditExport.SEALED_BY) : noted;
    }

    /** Whether the end bears the seal of a key that is there, or never bore one. */
    public boolean isSealed() {
        AuditStore.End end = store.end();
        return end.seal().isEmpty() || AuditExport.isSeal(keys, end.seal(), end.id(), end.hash());
    }
}
