package org.dalil.account.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.dalil.platform.control.Keys;
import org.dalil.platform.control.Sealing;

/** The secrets of authenticator apps, sealed under a key outside the database. */
@ApplicationScoped
public class SecretBox {

    /** The key of the secrets. */
    static final String SEALED_BY = "staff-totp";

    @Inject
    Sealing sealing;

    @Inject
    Keys keys;

    /** The version of the key that secrets are sealed with now. */
    public int keyVersion() {
        return keys.newest(SEALED_BY);
    }

    /**
     * @param version of the key
     * @param context what the secret belongs to; it opens in no other
     * @return what may lie in the database
     */
    public byte[] seal(byte[] secret, int version, String context) {
        return sealing.seal(SEALED_BY, version, secret, context);
    }

    /** The secret, or nothing if it was changed on the way, belongs elsewhere, or its key is lost. */
    public Optional<byte[]> open(byte[] sealed, int version, String context) {
        return sealing.open(SEALED_BY, version, sealed, context);
    }
}
