package org.dalil.account.control;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.IntPredicate;
import org.dalil.platform.control.Keys;
import org.dalil.platform.control.LostKeys;
import org.dalil.platform.entity.DatabaseReady;

/** The key of authenticator apps' secrets, compared with what lies in the database: without it everybody's codes are wrong. */
@ApplicationScoped
public class FactorKey {

    private static final LostKeys.Need APPS = new LostKeys.Need("Secrets of authenticator apps",
            "no app set up so far signs anybody in: administrators set up another after their password alone, and enrol the others anew",
            "DALIL_LOST_APPS");

    @Inject FactorStore factors;
    @Inject Authenticators authenticators;
    @Inject Keys keys;
    @Inject LostKeys lost;

    void check(@Observes @Priority(50) DatabaseReady ready) {
        check(factors.keyVersions(), this::opens);
    }

    /**
     * Whoever keeps secrets of apps asks this at the start.
     *
     * @param needed the versions of the key that they were sealed with
     * @param opens  whether a version is the one that sealed
     * @throws org.dalil.platform.entity.CannotStart if one is lost and nobody has accepted that
     */
    public void check(List<Integer> needed, IntPredicate opens) {
        lost.check(SecretBox.SEALED_BY, APPS, needed, opens);
    }

    /** Whether staff's secrets were sealed with this version, and it is not there or is another one. */
    public boolean isLost(int version) {
        return !keys.isThere(SecretBox.SEALED_BY, version) || !opens(version);
    }

    private boolean opens(int version) {
        return factors.first(version).map(f -> authenticators.opens(f.staff().toString(), f.sealedSecret(), version)).orElse(true);
    }
}
