package org.dalil.account.entity;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.dalil.platform.entity.Refused;

/**
 * What a password may be: long, and not the first that others try. No rules on composition and no expiry, which only make
 * people choose worse ones (NIST SP 800-63B §5.1.1.2, ASVS 5.0 §6.2).
 */
public final class Passwords {

    /** The least number of characters. */
    public static final int SHORTEST = 12;
    /** The greatest; longer ones would only be work for the server. */
    public static final int LONGEST = 128;

    private static final SecureRandom RANDOM = new SecureRandom();
    /** No look-alikes: it is read off a screen or a sheet. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    /** The commonest that are long enough, from public lists of leaked ones, and what people make of our own words. */
    private static final Set<String> COMMON = Set.of("123456789012", "1234567890123", "12345678901234", "123456789123",
            "123123123123", "111111111111", "000000000000", "121212121212", "112233445566", "987654321000", "qwertyuiop12",
            "qwertyuiop123", "qwertyuiopas", "qwertyuiopasdf", "qwerty123456", "qwerty1234567", "qwertyqwerty", "1q2w3e4r5t6y",
            "1qaz2wsx3edc", "q1w2e3r4t5y6", "asdfghjkl123", "abcdefghijkl", "abcdefghijklm", "abcd12345678", "abc123456789",
            "abcdef123456", "a123456789012", "password1234", "password12345", "password123456", "passwordpassword",
            "mypassword123", "p@ssw0rd1234", "passw0rd1234", "iloveyou1234", "iloveyouforever", "ihateyou1234",
            "administrator", "administrator1", "administrator123", "adminadmin12", "adminadminadmin", "admin1234567",
            "admin12345678", "welcome12345", "welcome123456", "letmein12345", "changeme1234", "changemenow1", "letmeinplease",
            "superman1234", "football1234", "princess1234", "sunshine1234", "kurdistan123", "kurdistan1234", "baghdad12345",
            "iraq12345678", "jordan123456", "dalildalildalil", "dalil1234567", "dalilpassword", "correcthorsebatterystaple");

    private Passwords() { }

    /** What the hash is made of: the same characters however a keyboard composed them. */
    public static String normal(String typed) {
        return Normalizer.normalize(typed == null ? "" : typed, Normalizer.Form.NFKC);
    }

    /**
     * Refuses what is too short, too long, too common, or the name itself.
     *
     * @throws Refused with the sentence that says what to do
     */
    public static void check(String typed, StaffName name) {
        check(typed);
        String folded = normal(typed).toLowerCase(Locale.ROOT).replace(" ", "");
        if (folded.contains(name.value()) && folded.length() - name.value().length() < SHORTEST / 2) {
            throw new Refused("account.password.name");
        }
    }

    /** As above, for somebody who signs in without a name. */
    public static void check(String typed) {
        String password = normal(typed);
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw new Refused("account.password.short", SHORTEST);
        }
        if (length > LONGEST) {
            throw new Refused("account.password.long", LONGEST);
        }
        String folded = password.toLowerCase(Locale.ROOT).replace(" ", "");
        if (COMMON.contains(folded) || folded.chars().distinct().count() < 4) {
            throw new Refused("account.password.common");
        }
    }

    /** A password for the first sign-in: 20 characters in groups of five, about 99 bits. */
    public static String start() {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return start(random);
    }

    /** As above, the same for the same bytes. @param random 32 bytes nobody can guess */
    public static String start(byte[] random) {
        BigInteger letters = BigInteger.valueOf(LETTERS.length());
        BigInteger rest = new BigInteger(1, random);
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            password.append(i > 0 && i % 5 == 0 ? "-" : "").append(LETTERS.charAt(rest.mod(letters).intValue()));
            rest = rest.divide(letters);
        }
        return password.toString();
    }
}
