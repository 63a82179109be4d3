package org.dalil.authoring.control;

import java.util.regex.Pattern;

/** What a text claims that somebody will ask the source of. */
final class Claims {

    /** A plain number may be a step or an age. */
    private static final Pattern FIGURE = Pattern.compile("[0-9٠-٩][ \u00A0]?[%٪]|[0-9] per ?cent\\b"
            + "|\\b(?:[0-9]+|[Oo]ne) (?:in|out of) (?:every )?(?:[0-9]+|three|four|five|six|seven|eight|nine|ten)\\b"
            + "|[٠-٩]+ من (?:كل|أصل) ");
    private static final Pattern LAW = Pattern.compile("\\b(?:Article|Law No\\.?|Law) [0-9]+|(?:المادة|مادة|قانون رقم|ماددەی|یاسای ژمارە) ?[(]?[0-9٠-٩]+"
            + "|\\b(?:Xala|Madeya|Qanûna hejmar) [0-9]+");

    private Claims() { }

    static boolean givesFigure(String text) {
        return FIGURE.matcher(text).find();
    }

    static boolean namesProvision(String text) {
        return LAW.matcher(text).find();
    }
}
