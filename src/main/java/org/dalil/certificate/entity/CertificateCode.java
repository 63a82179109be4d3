package org.dalil.certificate.entity;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.dalil.platform.entity.Crockford;

/** What a certificate is looked up by: 128 bits that nobody can guess, as 26 letters and digits without I, L, O and U. */
public record CertificateCode(String value) {

    private static final int LENGTH = 26;
    static final int BYTES = 16;

    /** @param bytes 16 of them, or more, of which the first 16 count */
    public static CertificateCode of(byte[] bytes) {
        BigInteger number = new BigInteger(1, Arrays.copyOf(bytes, BYTES));
        char[] text = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = Crockford.ALPHABET.charAt(number.intValue() & 31);
            number = number.shiftRight(5);
        }
        return new CertificateCode(new String(text));
    }

    /** As it was typed: small letters, blanks, hyphens, digits of any script and the usual mistakes are understood. */
    public static Optional<CertificateCode> read(String typed) {
        StringBuilder bare = new StringBuilder();
        typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "").chars().forEach(c -> bare.append(Crockford.fold((char) c)));
        return Optional.of(bare.toString()).filter(c -> c.length() == LENGTH && c.charAt(0) < '8' && c.chars().allMatch(x -> Crockford.ALPHABET.indexOf(x) >= 0))
                .map(CertificateCode::new);
    }

    byte[] bytes() {
        BigInteger number = BigInteger.ZERO;
        for (char c : value.toCharArray()) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(Crockford.ALPHABET.indexOf(c)));
        }
        byte[] all = number.toByteArray();
        byte[] bytes = new byte[BYTES];
        int length = Math.min(BYTES, all.length);
        System.arraycopy(all, all.length - length, bytes, BYTES - length, length);
        return bytes;
    }

    /** In groups, for paper. */
    public String spaced() {
        return value.replaceAll("(.{4})(?=.)", "$1-");
    }
}
