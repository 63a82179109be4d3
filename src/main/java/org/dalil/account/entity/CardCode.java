package org.dalil.account.entity;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import org.dalil.platform.entity.Crockford;

/**
 * The secret code of a participant card: ten characters and a check character, from digits and capital letters without
 * I, L, O and U (Crockford's alphabet), which are taken for 1, 1, 0 and V when typed. 50 bits.
 *
 * <p>The check character is a weighted sum in the field of 32 elements, with a power of a primitive element as the weight of
 * each place: it finds every wrong character and every swap of two.
 */
public final class CardCode {

    /** Length of a code, check character included: told from a workshop's join code (6) by it. */
    public static final int LENGTH = 11;

    private final String value;

    private CardCode(String value) {
        this.value = value;
    }

    /**
     * The code made of the first 50 of these bits.
     *
     * @param random at least 8 bytes nobody can guess
     */
    public static CardCode of(byte[] random) {
        long bits = ByteBuffer.wrap(random).getLong();
        StringBuilder code = new StringBuilder();
        for (int place = 0; place < LENGTH - 1; place++) {
            code.append(Crockford.ALPHABET.charAt((int) (bits >>> (59 - 5 * place)) & 31));
        }
        return new CardCode(code.append(check(code)).toString());
    }

    /**
     * What someone typed: any case, with spaces or hyphens, in Latin, Arabic-Indic or Eastern digits.
     *
     * @return nothing if it is no code: wrong length, a character that can't be, or a slip that the check character finds
     */
    public static Optional<CardCode> typed(String text) {
        if (text == null || text.length() > 60) {
            return Optional.empty();
        }
        StringBuilder folded = new StringBuilder();
        for (char c : text.toUpperCase(Locale.ROOT).toCharArray()) {
            if (!Character.isWhitespace(c) && !isSeparator(c)) {
                folded.append(Crockford.fold(c));
            }
        }
        boolean right = folded.length() == LENGTH
                && folded.chars().allMatch(c -> Crockford.ALPHABET.indexOf(c) >= 0)
                && check(folded.substring(0, LENGTH - 1)) == folded.charAt(LENGTH - 1);
        return right ? Optional.of(new CardCode(folded.toString())) : Optional.empty();
    }

    /** Hyphens, dots and the marks that keyboards put round left-to-right text in right-to-left fields. */
    private static boolean isSeparator(char c) {
        return c == '-' || c == '.' || c == '_' || c == '\u2010' || c == '\u2011' || c == '\u2013' || c == '\u00A0'
                || Character.getType(c) == Character.FORMAT;
    }

    private static char check(CharSequence ten) {
        int sum = 0;
        int weight = 1;
        for (int place = 0; place < ten.length(); place++) {
            weight = times(weight, 2);
            sum ^= times(weight, Crockford.ALPHABET.indexOf(ten.charAt(place)));
        }
        return Crockford.ALPHABET.charAt(sum);
    }

    /** Product in GF(32), modulo the primitive polynomial x^5 + x^2 + 1. */
    private static int times(int a, int b) {
        int product = 0;
        for (int x = a, y = b; y > 0; y >>= 1, x = (x << 1) ^ ((x & 16) != 0 ? 0b100101 : 0)) {
            if ((y & 1) != 0) {
                product ^= x;
            }
        }
        return product;
    }

    /** The eleven characters as they are hashed. */
    public String value() {
        return value;
    }

    /** As it is printed and read aloud: three groups. */
    public String printed() {
        return value.substring(0, 4) + " " + value.substring(4, 8) + " " + value.substring(8);
    }

    /** Never the code: this may stand in a log. */
    @Override
    public String toString() {
        return "card code";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CardCode code && code.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
