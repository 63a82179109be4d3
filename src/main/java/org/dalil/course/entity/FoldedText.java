package org.dalil.course.entity;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text as it is searched: what looks alike or is typed alike on different keyboards is the same. Arabic and Kurdish keyboards
 * have different letters for kaf, ya and ha; marks, stretching and invisible joiners are no letters at all.
 */
public final class FoldedText {

    private FoldedText() { }

    /** The folded text; for comparing only. */
    public static String of(String text) {
        // Decomposed, so that ê is e with a mark and أ is ا with one; marks are dropped.
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("[\\p{Mn}\\p{Cf}\u0640]", "");
        StringBuilder folded = new StringBuilder(plain.length());
        for (char c : plain.toLowerCase(Locale.ROOT).strip().toCharArray()) {
            folded.append(switch (c) {
                case '\u0643' -> '\u06A9';                               // ك is ک
                case '\u064A', '\u0649' -> '\u06CC';                     // ي and ى are ی
                case '\u0647', '\u0629', '\u06BE', '\u06D5' -> '\u0647'; // ه, ة, ھ and ە are one
                case '\u0131' -> 'i';
                default -> Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c;
            });
        }
        return folded.toString().replaceAll("\\s+", " ");
    }
}
