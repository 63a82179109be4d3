package org.dalil.workshop.entity;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Arrays;
import javax.crypto.Mac;

/**
 * Seals the ids of sheets with HMAC-SHA-256 (RFC 2104), cut to {@value #BYTES} bytes: whoever makes up an id finds a seal in
 * 2^64 tries, each of which is a picture that has to be sent and read.
 */
public final class SheetSeal {

    /** Length of a seal. */
    public static final int BYTES = 8;

    private final Key key;

    /** @param key of this purpose only, 256 bits */
    public SheetSeal(Key key) {
        this.key = key;
    }

    byte[] of(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(body), BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
