package org.dalil.certificate.control;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.dalil.platform.control.LostKeys;
import org.dalil.platform.entity.DatabaseReady;

/** The key of papers, compared with what lies in the database before anything is issued. */
@ApplicationScoped
public class PapersKey {

    /** Whoever has no copy sets this to {@code accepted}: papers can't be printed again, everything else goes on. */
    static final String SETTING = "DALIL_LOST_PAPERS";

    @Inject CertificateStore store;
    @Inject Issuing issuing;
    @Inject LostKeys lost;

    void check(@Observes @Priority(50) DatabaseReady ready) {
        lost.check(Issuing.SEALED_BY, "Papers of certificates", store.paperKeys(), issuing::opens, SETTING);
    }
}
