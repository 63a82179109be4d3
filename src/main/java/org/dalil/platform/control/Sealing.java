package org.dalil.platform.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts what must not lie open in the database: AES-256-GCM (NIST SP 800-38D), for each purpose under a key of its own. */
@ApplicationScoped
public class Sealing {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Keys keys;

    /** Seals under the key's {@link Keys#CURRENT} version, as {@link #seal(String, int, byte[], String)}. */
    public byte[] seal(String purpose, byte[] secret, String context) {
        return seal(purpose, Keys.CURRENT, secret, context);
    }

    /**
     * Seals.
     *
     * @param purpose names the key
     * @param version of the key
     * @param context what the secret belongs to; it opens in no other
     * @return nonce, ciphertext and tag
     */
    public byte[] seal(String purpose, int version, byte[] secret, String context) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keys.key(purpose, version, "AES"), nonce, context).doFinal(secret);
            return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** The secret, or nothing if it was changed on the way, belongs elsewhere, or its key is lost. */
    public Optional<byte[]> open(String purpose, int version, byte[] sealed, String context) {
        Optional<SecretKeySpec> key = keys.found(purpose, version, "AES");
        if (key.isEmpty() || sealed.length < NONCE + TAG_BITS / 8) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key.get(), Arrays.copyOf(sealed, NONCE), context)
                    .doFinal(sealed, NONCE, sealed.length - NONCE));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
