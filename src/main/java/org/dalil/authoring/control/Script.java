package org.dalil.authoring.control;

import java.util.regex.Pattern;
import org.dalil.platform.entity.Language;

/** Which letters a language is written in. */
final class Script {

    private static final Pattern ARABIC_LETTER = Pattern.compile("\\p{IsArabic}");

    private Script() { }

    static boolean isArabic(String language) {
        return new Language(language).isRightToLeft();
    }

    static boolean hasArabicLetters(String text) {
        return ARABIC_LETTER.matcher(text).find();
    }
}
