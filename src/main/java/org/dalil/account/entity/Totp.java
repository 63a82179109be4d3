package org.dalil.account.entity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.dalil.platform.entity.Base32;

/**
 * The codes of an authenticator app: RFC 6238 with what every app understands (HMAC-SHA-1, 6 digits, 30 seconds).
 *
 * @param secret 20 bytes, as RFC 4226 §4 recommends
 */
public record Totp(byte[] secret) {

    private static final int BYTES = 20;
    private static final long STEP = 30;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new secret. */
    public static Totp make() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new Totp(secret);
    }

    /**
     * The time step that this code belongs to: the current one, the one before or the one after (RFC 6238 §5.2), for phones
     * whose clock is a little off.
     *
     * @param code six digits of any of our scripts; spaces don't matter
     * @return nothing if the code is wrong
     */
    public OptionalLong stepOf(String code, Instant now) {
        byte[] given = digits(code).getBytes(StandardCharsets.US_ASCII);
        long current = now.getEpochSecond() / STEP;
        OptionalLong found = OptionalLong.empty();
        for (long step = current - 1; step <= current + 1; step++) {
            if (MessageDigest.isEqual(codeOf(step).getBytes(StandardCharsets.US_ASCII), given)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private String codeOf(long step) {
        Key key = new SecretKeySpec(secret, TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1);
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(key, Instant.ofEpochSecond(step * STEP), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("twenty bytes are a good key", e);
        }
    }

    /** The Western digits of what was typed, in whatever script; anything else is kept, so that it is wrong. */
    static String digits(String typed) {
        StringBuilder digits = new StringBuilder();
        if (typed != null && typed.length() <= 40) {
            typed.codePoints().filter(c -> !Character.isWhitespace(c) && c != '-').forEach(c -> {
                int digit = Character.digit(c, 10);
                digits.append(digit >= 0 ? (char) ('0' + digit) : '?');
            });
        }
        return digits.toString();
    }

    /** The secret to type in, in groups of four (RFC 4648 base 32). */
    public String text() {
        return Base32.encode(secret).replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** What the QR code carries. The issuer is neutral: it stays readable in the app on someone's phone. */
    public String address(String name) {
        String account = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/Dalil:" + account + "?secret=" + Base32.encode(secret) + "&issuer=Dalil";
    }

    @Override
    public String toString() {
        return "Totp";
    }
}
