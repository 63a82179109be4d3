package org.dalil.authoring.control;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Words to avoid, by language. Some are always wrong; of others only a person can say whether they are quoted to be
 * answered, so they warn. A word that must be named to be explained can stand in {@code `code`}.
 */
final class ForbiddenWords {

    private static final String ABUSE = "say: child sexual abuse material";
    private static final String IMAGES = "say: image-based sexual abuse";
    private static final String BLAME = "it may blame the one who was harmed; say it without blame, or leave it if it is quoted to be answered";
    private static final String PROMISE = "it may promise safety or secrecy, which nobody can; say what is known";
    private static final String TRICK = "this choice is a trick; write a real one";

    private static final Map<String, List<Rule>> RULES = Map.of(
            "en", List.of(
                    refuse("child(ren)?('s)? porn\\w*|kiddie porn", ABUSE),
                    refuse("revenge[- ]porn\\w*", IMAGES),
                    refuse("(all|none|both) of the (above|others)", TRICK),
                    warn("why did you|you should have|you shouldn't have", BLAME),
                    warn("(100 ?%|completely|totally) (safe|secret|anonymous)|you will be safe|nobody will ever know|no one will ever know|we promise|guaranteed", PROMISE)),
            "ar", List.of(
                    refuse("إباحي\\S* (ال)?[أا]طفال|إباحية (ال)?[أا]طفال|بورن\\S* (ال)?[أا]طفال", ABUSE),
                    refuse("(ال)?إباحي\\S* (ال)?انتقامي\\S*|بورن\\S* (ال)?انتقام\\S*", IMAGES),
                    refuse("(كل|جميع) ما سبق|لا شيء مما سبق", TRICK),
                    warn("لماذا فعلت|كان عليك أن|كان يجب عليك", BLAME),
                    warn("لن يعرف أحد أبدا|نضمن لك|نعدك|آمن تماما|آمن ١٠٠", PROMISE)),
            "ckb", List.of(
                    refuse("پۆ[ڕر]?نۆ?\\S* (ی )?منداڵ\\S*", ABUSE),
                    refuse("پۆ[ڕر]?نۆ?\\S* تۆڵە\\S*", IMAGES),
                    refuse("هەموو ئەوانەی سەرەوە|هیچ کام لەوانەی سەرەوە", TRICK),
                    warn("بۆچی وات کرد|بۆ وات کرد|دەبوو نەت\\S*", BLAME),
                    warn("هەرگیز کەس نازانێت|بەڵێنت پێ دەدەین|گەرەنتی", PROMISE)),
            "kmr", List.of(
                    refuse("porno?\\w* (a |ya |yên )?zarok\\w*", ABUSE),
                    refuse("porno?\\w* (a |ya |yên )?tol\\w*", IMAGES),
                    refuse("hemû yên jorîn|hemû yên li jor|tu yek ji yên jorîn", TRICK),
                    warn("te çima wisa kir|diviyabû te", BLAME),
                    warn("tu kes qet nizane|em soz didin|garantî", PROMISE)));

    private record Rule(Pattern pattern, boolean refuses, String why) { }

    private ForbiddenWords() { }

    private static Rule refuse(String pattern, String why) {
        return new Rule(words(pattern), true, why);
    }

    private static Rule warn(String pattern, String why) {
        return new Rule(words(pattern), false, why);
    }

    /** Not within a longer word; Arabic prefixes such as و and ال are part of the patterns that need them. */
    private static Pattern words(String pattern) {
        return Pattern.compile("(?<!\\p{L})(?:" + pattern + ")(?!\\p{L})", Pattern.UNICODE_CHARACTER_CLASS);
    }

    static void check(Passage passage, Findings findings) {
        String text = normal(passage.text());
        for (Rule rule : RULES.getOrDefault(passage.language(), List.of())) {
            rule.pattern().matcher(text).results().findFirst().ifPresent(found -> {
                String sentence = "\"" + found.group() + "\" is to be avoided: " + rule.why();
                if (rule.refuses()) {
                    findings.refuse(passage.file(), passage.item(), sentence);
                } else {
                    findings.warn(passage.file(), passage.item(), sentence);
                }
            });
        }
    }

    /** Without the vowel signs of Arabic, without case, with one kind of space and apostrophe. */
    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\u064B-\u0652\u0640]", "")
                .replace('’', '\'').replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
