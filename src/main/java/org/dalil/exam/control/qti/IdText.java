package org.dalil.exam.control.qti;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Our ids (lower-case Latin letters, digits and hyphens) as identifiers of QTI, which must begin with a letter, and back. */
final class IdText {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 60;
    private static final String RIGHT = "_right-";

    private IdText() { }

    static boolean isId(String text) {
        return text.length() <= LONGEST && ID.matcher(text).matches();
    }

    /** A low line in front is no letter of ours, so nothing else becomes the same. */
    static String written(String id) {
        return Character.isDigit(id.charAt(0)) ? "_" + id : id;
    }

    /** An id on the right side of pairs, where no identifier may stand twice in an item. */
    static String writtenRight(String id, List<String> left) {
        return left.contains(id) ? RIGHT + id : written(id);
    }

    private static String read(String identifier) {
        if (identifier.startsWith(RIGHT) && isId(identifier.substring(RIGHT.length()))) {
            return identifier.substring(RIGHT.length());
        }
        return identifier.startsWith("_") && isId(identifier.substring(1)) ? identifier.substring(1) : identifier;
    }

    /** The id of an item from elsewhere: its identifier in our letters; empty if nothing of it is left. The same again each time. */
    static String ofItem(String identifier) {
        String id = read(identifier);
        String made = isId(id) ? id : id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return isId(made) ? made : "";
    }

    /** The ids of choices: as written if all of them are ids of ours, otherwise a, b, c in their order. */
    static List<String> ofChoices(List<String> identifiers, char first) {
        List<String> ids = identifiers.stream().map(IdText::read).toList();
        if (ids.stream().allMatch(IdText::isId) && ids.stream().distinct().count() == ids.size()) {
            return ids;
        }
        List<String> letters = new ArrayList<>();
        for (int i = 0; i < identifiers.size(); i++) {
            letters.add(String.valueOf((char) (first + i)));
        }
        return letters;
    }
}
