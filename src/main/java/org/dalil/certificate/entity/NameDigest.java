package org.dalil.certificate.entity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A holder's name as a salted digest: whoever reads the name on the paper can confirm it, nobody can read it from the code.
 * {@code verify.js} folds in the same way.
 */
public final class NameDigest {

    private NameDigest() { }

    /** SHA-256 of the folded name and the salt behind it, in hexadecimal, as Open Badges 3.0 wants an identityHash. */
    public static String of(String name, String salt) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest((fold(name) + salt).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What people type in different ways for one name: case, marks, kinds of kaf and ya, spaces. */
    static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Mn}\u0640\u200B-\u200F\u2066-\u2069]", "")
                .replace('ك', 'ک').replaceAll("[يى]", "ی").replace('ı', 'i')
                .replaceAll("[\\s.'\u2019\u02BC-]+", " ").strip();
    }
}
