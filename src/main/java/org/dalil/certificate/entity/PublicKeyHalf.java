package org.dalil.certificate.entity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The public half of a key that certificates are or were signed with (Ed25519, RFC 8032).
 *
 * @param id     its JWK thumbprint (RFC 7638)
 * @param raw    32 bytes
 * @param retired when another one took over; empty for the one that signs now
 */
public record PublicKeyHalf(String id, byte[] raw, Instant made, Optional<Instant> retired) {

    /** So many bytes of the thumbprint name a key in a square code. */
    static final int SHORT = 8;

    /** Bytes of a signature. */
    static final int SIGNATURE = 64;

    /** What stands before the 32 bytes in an encoded key (RFC 8410). */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    public static PublicKeyHalf of(byte[] raw, Instant made, Optional<Instant> retired) {
        return new PublicKeyHalf(thumbprint(raw), raw.clone(), made, retired);
    }

    /** @param encoded a public key as Java encodes it */
    public static PublicKeyHalf of(PublicKey encoded, Instant made) {
        byte[] all = encoded.getEncoded();
        return of(Arrays.copyOfRange(all, all.length - 32, all.length), made, Optional.empty());
    }

    /** The coordinate as a JWK has it. */
    public String x() {
        return base64(raw);
    }

    /** The first bytes of the thumbprint, for square codes. */
    byte[] shortId() {
        return Arrays.copyOf(Base64.getUrlDecoder().decode(id), SHORT);
    }

    /** Whether this key made the signature. */
    public boolean verifies(byte[] message, byte[] signature) {
        // Java halves what it is given, so that a zero more behind a good signature would not matter to it.
        if (signature.length != SIGNATURE) {
            return false;
        }
        try {
            byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + raw.length);
            System.arraycopy(raw, 0, encoded, PREFIX.length, raw.length);
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException noSignature) {
            return false;
        }
    }

    private static String thumbprint(byte[] raw) {
        try {
            String jwk = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + base64(raw) + "\"}";
            return base64(MessageDigest.getInstance("SHA-256").digest(jwk.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
