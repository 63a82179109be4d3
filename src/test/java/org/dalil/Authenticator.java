package org.dalil;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.dalil.platform.entity.Base32;

/** The authenticator app on somebody's phone. */
public final class Authenticator {

    private Authenticator() { }

    /** What it shows at a moment. @param secret as it was typed in, in base 32 with spaces */
    public static String code(String secret, Instant at) {
        byte[] key = Base32.decode(secret.replaceAll("\\s", "")).orElseThrow();
        try {
            return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(
                    new SecretKeySpec(key, TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1), at, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
