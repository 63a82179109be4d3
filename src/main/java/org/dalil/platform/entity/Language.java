package org.dalil.platform.entity;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.util.ULocale;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A language the platform speaks, by its BCP 47 tag.
 *
 * <p>CLDR knows Kurmanji as {@code ku} and gives Iraq's Arabic month names and digits under {@code ar-IQ}; {@link #cldr()}
 * is that mapping and the only place where it is made.
 *
 * @param tag for example {@code ckb}; never a bare {@code ku}
 */
public record Language(String tag) implements Serializable {

    /** The languages of the interface, in the order in which they are offered. */
    public static final List<Language> ALL =
            List.of(new Language("ar"), new Language("ckb"), new Language("kmr"), new Language("en"));

    /** Number formats that any thread may use. */
    private static final Map<String, LocalizedNumberFormatter> NUMBERS = new ConcurrentHashMap<>();

    /** What is spoken where nothing else was asked for. */
    public static final Language ENGLISH = new Language("en");

    /** @return the language of this tag, if the platform speaks it */
    public static Optional<Language> of(String tag) {
        for (Language language : ALL) {
            if (language.tag.equals(tag)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** {@code rtl} or {@code ltr}, as HTML wants it. */
    public String dir() {
        return isRightToLeft() ? "rtl" : "ltr";
    }

    public boolean isRightToLeft() {
        return switch (tag) {
            case "ar", "ckb", "kmr-Arab" -> true;
            default -> false;
        };
    }

    /** The language's own name for itself; the tag of one that the platform does not speak. */
    public String ownName() {
        return switch (tag) {
            case "ar" -> "العربية";
            case "ckb" -> "کوردی (سۆرانی)";
            case "kmr" -> "Kurdî (Kurmancî)";
            case "en" -> "English";
            default -> tag;
        };
    }

    /** The locale under which CLDR keeps this language's digits, months and plurals. */
    public ULocale cldr() {
        return switch (tag) {
            case "ar" -> new ULocale("ar-IQ-u-nu-arab");
            case "ckb" -> new ULocale("ckb-IQ-u-nu-arab");
            case "kmr" -> new ULocale("ku-TR-u-nu-latn");
            default -> new ULocale("en-GB");
        };
    }

    /** The number in this language's digits, grouped. */
    public String number(long number) {
        return NUMBERS.computeIfAbsent(tag, t -> NumberFormatter.withLocale(cldr())).format(number).toString();
    }

    @Override
    public String toString() {
        return tag;
    }
}
