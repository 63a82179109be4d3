package org.dalil.account.entity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name someone signs in with, in any script, folded so that it is the same however it was typed. No e-mail address is
 * needed: many people have none of their own.
 */
public record StaffName(String value) {

    private static final Pattern GOOD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]{1,39}");

    /** The name as it was meant, or nothing if it can't be one: 2 to 40 letters, digits, dots, hyphens, underscores. */
    public static Optional<StaffName> of(String typed) {
        String folded = fold(typed);
        return GOOD.matcher(folded).matches() ? Optional.of(new StaffName(folded)) : Optional.empty();
    }

    /** What the throttle counts by: any text at all, cut where it becomes absurd. */
    public static String fold(String typed) {
        String text = typed == null ? "" : typed.substring(0, Math.min(typed.length(), 200));
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT)
                .replace('ي', 'ی').replace('ى', 'ی').replace('ك', 'ک').replaceAll("[\\u200B-\\u200F\\u2066-\\u2069]", "");
    }

    @Override
    public String toString() {
        return value;
    }
}
