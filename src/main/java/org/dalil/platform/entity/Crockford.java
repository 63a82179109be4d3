package org.dalil.platform.entity;

/**
 * Crockford's alphabet of 32 digits and capital letters, for codes that people read aloud and type: without I, L and O, which look like
 * digits, and without U.
 */
public final class Crockford {

    /** In the order of their values. */
    public static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Crockford() { }

    /**
     * A character as somebody types it: digits of any script, and those four letters for what they are taken for.
     *
     * @param typed a capital letter, or anything else, which stays as it is
     */
    public static char fold(char typed) {
        int digit = Character.digit(typed, 10);
        if (digit >= 0) {
            return (char) ('0' + digit);
        }
        return switch (typed) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            case 'U' -> 'V';
            default -> typed;
        };
    }
}
