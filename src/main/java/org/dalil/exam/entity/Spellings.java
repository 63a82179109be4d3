package org.dalil.exam.entity;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dalil.platform.entity.Refused;

/**
 * One person's name in the spellings that shall stand on a certificate; at least one.
 *
 * @param arabic  in Arabic letters as Arabic writes them; empty if not wanted
 * @param kurdish in Kurdish, Sorani or Kurmanji; empty if not wanted
 * @param latin   in Latin letters; empty if not wanted
 */
public record Spellings(String arabic, String kurdish, String latin) implements Serializable {

    /** The most letters of one spelling. */
    public static final int LONGEST = 80;

    private static final String BETWEEN = "[ .'\u2019\u02BC\u200C-]";
    private static final Pattern ARABIC = Pattern.compile("(?:[\\p{IsArabic}&&\\p{L}]|\\p{Mn}|\u0640|" + BETWEEN + ")+");
    private static final Pattern LATIN = Pattern.compile("(?:\\p{IsLatin}|\\p{Mn}|" + BETWEEN + ")+");

    /** @throws Refused with the spelling that can't be a name, or if there is none */
    public Spellings {
        arabic = clean(arabic);
        kurdish = clean(kurdish);
        latin = clean(latin);
        if (arabic.isEmpty() && kurdish.isEmpty() && latin.isEmpty()) {
            throw new Refused("exam.name.none");
        }
        check(arabic, ARABIC.matcher(arabic).matches(), "exam.name.arabic");
        check(kurdish, ARABIC.matcher(kurdish).matches() || LATIN.matcher(kurdish).matches(), "exam.name.kurdish");
        check(latin, LATIN.matcher(latin).matches(), "exam.name.latin");
    }

    private static String clean(String typed) {
        return typed == null ? "" : Normalizer.normalize(typed, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }

    private static void check(String spelling, boolean fits, String key) {
        if (spelling.isEmpty()) {
            return;
        }
        if (!fits || spelling.length() > LONGEST || spelling.codePoints().filter(Character::isLetter).count() < 2) {
            throw new Refused(key);
        }
    }

    /** Those that are there. */
    public Stream<String> all() {
        return Stream.of(arabic, kurdish, latin).filter(s -> !s.isEmpty());
    }

    /** The spelling for a certificate in this language, if it is there. */
    public Optional<String> in(String language) {
        String own = switch (language) {
            case "ar" -> arabic;
            case "ckb" -> kurdish.isEmpty() || LATIN.matcher(kurdish).matches() ? "" : kurdish;
            case "kmr" -> LATIN.matcher(kurdish).matches() ? kurdish : latin;
            default -> latin;
        };
        return Optional.of(own).filter(s -> !s.isEmpty());
    }

    /** The spelling for readers of this language; another one where that is missing. */
    public String shown(String language) {
        return in(language).orElseGet(() -> all().findFirst().orElseThrow());
    }

    /** Never a name: this may stand in a log. */
    @Override
    public String toString() {
        return "name";
    }
}
