package org.dalil.account;

import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import org.dalil.account.control.Authenticators;
import org.dalil.account.control.FactorKey;
import org.dalil.account.entity.FactorOffer;
import org.dalil.account.entity.NewFactor;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.OpenToAll;
import org.dalil.platform.entity.Refused;

/**
 * Authenticator apps of people who are no staff: the same codes, the same recovery codes, kept wherever their passwords are. An
 * owner is a kind and an id, for example {@code candidate:…}; what was made for one opens for no other.
 */
@Door
public class FactorChecks {

    @Inject Authenticators authenticators;
    @Inject FactorKey key;

    /** A new secret to scan or to type; nothing is stored. @param shown in the app */
    @OpenToAll
    public FactorOffer offer(String owner, String shown) {
        return authenticators.offer(owner, shown);
    }

    /** The same offer again, after a wrong code. @throws Refused if it is too old, or someone else's */
    @OpenToAll
    public FactorOffer sameOffer(String owner, String shown, String sealed) {
        return authenticators.sameOffer(owner, shown, sealed);
    }

    /** What is to be kept of an app from which a code came back. @throws Refused if the code is wrong or the offer too old */
    @OpenToAll
    public NewFactor confirm(String owner, String sealed, String code) {
        return authenticators.confirmed(owner, sealed,
                authenticators.stepOfOffer(owner, sealed, code).orElseThrow(() -> new Refused("account.code.wrong")));
    }

    /** The step of a code from the owner's app; nothing if it is wrong. A step is good once: whoever keeps the secret keeps the last one. */
    @OpenToAll
    public OptionalLong stepOf(String owner, byte[] sealedSecret, int keyVersion, String code) {
        return authenticators.stepOf(owner, sealedSecret, keyVersion, code);
    }

    /**
     * At the start: whoever keeps secrets says which versions of their key lie in the database.
     *
     * @param opens whether a version is the one that sealed, see {@link #opens}
     * @throws org.dalil.platform.entity.CannotStart if one is lost and nobody has accepted that
     */
    @OpenToAll
    public void refuseLostKey(List<Integer> keyVersions, IntPredicate opens) {
        key.check(keyVersions, opens);
    }

    /** Whether the owner's secret was sealed with this version of the key as it is there. */
    @OpenToAll
    public boolean opens(String owner, byte[] sealedSecret, int keyVersion) {
        return authenticators.opens(owner, sealedSecret, keyVersion);
    }

    /** What a recovery code is found by. */
    @OpenToAll
    public byte[] recoveryMac(String owner, String typed) {
        return authenticators.recoveryMac(owner, typed);
    }
}
