package org.dalil.account.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.dalil.platform.control.Sealing;

/** The secrets of authenticator apps, sealed under a key outside the database. */
@ApplicationScoped
public class SecretBox {

    private static final String PURPOSE = "staff-totp";

    @Inject
    Sealing sealing;

    /**
     * @param context what the secret belongs to; it opens in no other
     * @return what may lie in the database
     */
    public byte[] seal(byte[] secret, String context) {
        return sealing.seal(PURPOSE, secret, context);
    }

    /** The secret, or nothing if it was changed on the way or belongs elsewhere. */
    public Optional<byte[]> open(byte[] sealed, int version, String context) {
        return sealing.open(PURPOSE, version, sealed, context);
    }
}
