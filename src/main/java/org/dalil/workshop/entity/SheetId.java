package org.dalil.workshop.entity;

import java.io.Serializable;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dalil.assessment.entity.Occasion;
import org.dalil.course.entity.Form;
import org.dalil.platform.entity.Crockford;
import org.dalil.platform.entity.Language;

/**
 * What a sheet of paper says about itself, in its square code and in a line of text: whose it is by number, which questions
 * it asks, and a seal. Never the secret code of a card, never a name.
 *
 * @param workshop the workshop's short number, 1 and more
 * @param card     the card's number within the workshop, 1 to 65,535
 * @param form     A or B
 * @param page     counted from 1, at most 255
 * @param layout   {@link SheetLayout#fingerprint()} of the questions it was printed from, 24 bits
 */
public record SheetId(int workshop, int card, Form form, Occasion occasion, int page, Language language, int layout)
        implements Serializable {

    private static final String PREFIX = "D1:";
    private static final int BODY = 11;
    private static final int LENGTH = (8 * (BODY + SheetSeal.BYTES) + 4) / 5;

    /** Their places are printed: only ever add at the end. */
    private static final List<String> LANGUAGES = List.of("en", "ar", "ckb", "kmr", "kmr-Arab");

    public SheetId {
        boolean right = workshop > 0 && card > 0 && card <= 0xFFFF && (form == Form.A || form == Form.B) && occasion != null
                && page > 0 && page <= 0xFF && layout >>> 24 == 0 && LANGUAGES.contains(language.tag());
        if (!right) {
            throw new IllegalArgumentException("no sheet: workshop " + workshop + ", card " + card + ", form " + form + ", page "
                    + page + ", " + language);
        }
    }

    /** The same sheet's other page. */
    public SheetId onPage(int other) {
        return new SheetId(workshop, card, form, occasion, other, language, layout);
    }

    /** As it stands in the square code: 34 capital letters, digits and a colon, so that a small code holds them. */
    public String code(SheetSeal seal) {
        byte[] body = body();
        byte[] all = Arrays.copyOf(body, BODY + SheetSeal.BYTES);
        System.arraycopy(seal.of(body), 0, all, BODY, SheetSeal.BYTES);
        BigInteger number = new BigInteger(1, all);
        StringBuilder code = new StringBuilder(PREFIX);
        for (int place = LENGTH - 1; place >= 0; place--) {
            code.append(Crockford.ALPHABET.charAt(number.shiftRight(5 * place).intValue() & 31));
        }
        return code.toString();
    }

    /**
     * The line of text on the sheet, the same in every language: workshop, card, form, occasion, language, page, and the
     * first six characters of the seal.
     */
    public String line(SheetSeal seal) {
        return "W" + workshop + "-" + card + "-" + form + "-" + occasion.slug() + "-" + language + "-" + page + "  " + check(seal);
    }

    /** Six characters of the seal: whoever types a sheet's page by hand shows with them that it is that page. */
    public String check(SheetSeal seal) {
        int bits = ByteBuffer.wrap(seal.of(body())).getInt() >>> 2;
        StringBuilder check = new StringBuilder();
        for (int place = 5; place >= 0; place--) {
            check.append(Crockford.ALPHABET.charAt(bits >>> 5 * place & 31));
        }
        return check.toString();
    }

    /** A check as somebody types it: digits of any script, and the letters that stand for digits because they look like them. */
    public static String typedCheck(String typed) {
        StringBuilder check = new StringBuilder();
        for (char c : (typed == null ? "" : typed).toUpperCase(Locale.ROOT).toCharArray()) {
            if (!Character.isWhitespace(c)) {
                check.append(Crockford.fold(c));
            }
        }
        return check.toString();
    }

    /**
     * Reads the text of a square code.
     *
     * @throws SheetRefused {@link SheetProblem#OTHER_CODE} if it is none of a sheet, {@link SheetProblem#SEAL} if its seal is
     *                      not this installation's
     */
    public static SheetId parse(String code, SheetSeal seal) {
        if (code == null || !code.startsWith(PREFIX) || code.length() != PREFIX.length() + LENGTH) {
            throw new SheetRefused(SheetProblem.OTHER_CODE);
        }
        byte[] all = bytes(code.substring(PREFIX.length()).toUpperCase(Locale.ROOT));
        byte[] body = Arrays.copyOf(all, BODY);
        if (!MessageDigest.isEqual(seal.of(body), Arrays.copyOfRange(all, BODY, all.length))) {
            throw new SheetRefused(SheetProblem.SEAL);
        }
        return of(ByteBuffer.wrap(body));
    }

    private static byte[] bytes(String code) {
        BigInteger number = BigInteger.ZERO;
        for (char c : code.toCharArray()) {
            int value = Crockford.ALPHABET.indexOf(c);
            if (value < 0) {
                throw new SheetRefused(SheetProblem.OTHER_CODE);
            }
            number = number.shiftLeft(5).or(BigInteger.valueOf(value));
        }
        byte[] given = number.toByteArray();
        byte[] all = new byte[BODY + SheetSeal.BYTES];
        for (int i = 1; i <= Math.min(given.length, all.length); i++) {
            all[all.length - i] = given[given.length - i];
        }
        return all;
    }

    private byte[] body() {
        int first = (form == Form.B ? 1 : 0) | (occasion == Occasion.POST ? 2 : 0) | LANGUAGES.indexOf(language.tag()) << 2;
        return ByteBuffer.allocate(BODY).put((byte) first).put((byte) page).putShort((short) card).putInt(workshop)
                .put((byte) (layout >>> 16)).putShort((short) layout).array();
    }

    private static SheetId of(ByteBuffer body) {
        int first = body.get() & 0xFF;
        int page = body.get() & 0xFF;
        int card = body.getShort() & 0xFFFF;
        int workshop = body.getInt();
        int layout = (body.get() & 0xFF) << 16 | body.getShort() & 0xFFFF;
        Language language = new Language(LANGUAGES.get(first >>> 2));
        return new SheetId(workshop, card, (first & 1) == 0 ? Form.A : Form.B, (first & 2) == 0 ? Occasion.PRE : Occasion.POST,
                page, language, layout);
    }
}
