package org.dalil.authoring.control;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether the name of a file from outside can be trusted. */
final class FileName {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");
    private static final int LONGEST = 200;
    private static final int DEEPEST = 6;

    private FileName() { }

    /** Why a file of this name is not read, in one sentence; nothing if it may be read. */
    static Optional<String> refusal(String name) {
        if (name.startsWith("/") || name.matches("[A-Za-z]:.*")) {
            return Optional.of("the name is an absolute path; pack the folder courses/ itself");
        }
        if (name.contains("\\")) {
            return Optional.of("the name contains a backslash; pack it again with slashes");
        }
        List<String> parts = List.of(name.split("/", -1));
        if (parts.contains("..") || parts.contains(".")) {
            return Optional.of("the name leads out of the package; nothing of it is read");
        }
        if (name.indexOf('\uFFFD') >= 0) {
            return Optional.of("the name is not UTF-8; rename the file in Latin letters, digits and hyphens");
        }
        if (name.codePoints().anyMatch(FileName::reordersText)) {
            return Optional.of("the name hides a change of writing direction; rename the file");
        }
        if (name.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.of("the name contains an invisible control character; rename the file");
        }
        if (name.length() > LONGEST || parts.size() > DEEPEST) {
            return Optional.of(Sentences.TOO_DEEP);
        }
        return PLAIN.matcher(name).matches() ? Optional.empty()
                : Optional.of(Sentences.ODD_NAME);
    }

    /** Marks, overrides and isolates of the bidirectional algorithm: with them a name can look like another. */
    static boolean reordersText(int c) {
        return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    /** The name as it can be shown to a person without playing tricks on them. */
    static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints().limit(LONGEST)
                .map(c -> Character.isISOControl(c) || reordersText(c) ? '?' : c).forEach(shown::appendCodePoint);
        return shown.toString();
    }
}
