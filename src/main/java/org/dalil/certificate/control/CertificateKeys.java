package org.dalil.certificate.control;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.dalil.platform.control.LostKeys;
import org.dalil.platform.control.LostKeys.Need;
import org.dalil.platform.entity.DatabaseReady;

/**
 * The keys of papers and of signatures, compared with what lies in the database before anything is issued. Those of codes are not:
 * a code is part of what was signed, so that codes are found again under another key ({@link CertificateStore#index}).
 */
@ApplicationScoped
public class CertificateKeys {

    private static final Need PAPERS = new Need("Papers of certificates", "no paper issued so far can be printed again", "DALIL_LOST_PAPERS");
    private static final Need SIGNING = new Need("Certificates and their list of revoked ones", "another key signs from now on",
            "DALIL_LOST_SIGNING");

    @Inject CertificateStore store;
    @Inject Issuing issuing;
    @Inject SigningKeys signing;
    @Inject LostKeys lost;

    void check(@Observes @Priority(50) DatabaseReady ready) {
        lost.check(Issuing.SEALED_BY, PAPERS, store.paperKeys(), issuing::opens);
        signing.lost().ifPresent(file -> lost.accept(SIGNING, signing.nextLoss(), file, signing.isThere(file)));
    }
}
