package org.dalil.authoring.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells one wording of a words file from another: the first 12 hex digits of the SHA-256 of its lines, with LF between
 * them, without spaces at their ends and without the lines that only say how far the file can be trusted. So a review or a
 * stamp does not make translations stale, and neither does an editor's taste in line ends.
 */
final class Fingerprint {

    private static final Pattern STATE = Pattern.compile("(status|of|reviewed-by|reviewed-on):.*");
    private static final int DIGITS = 12;

    private Fingerprint() { }

    /** @param text with LF at its line ends */
    static String of(String text) {
        int top = frontLength(text);
        List<String> lines = text.lines().toList();
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            if (i >= top || !STATE.matcher(lines.get(i)).matches()) {
                kept.append(lines.get(i).stripTrailing()).append('\n');
            }
        }
        return sha256(kept.toString().strip().getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }

    /** How many lines at the top may speak of the file's state: in a lesson those between the lines ---, otherwise all. */
    static int frontLength(String text) {
        List<String> lines = text.lines().map(String::stripTrailing).collect(Collectors.toList());
        if (lines.isEmpty() || !lines.get(0).equals("---")) {
            return lines.size();
        }
        int end = lines.subList(1, lines.size()).indexOf("---");
        return end < 0 ? 0 : end + 1;
    }

    /** SHA-256 in hex. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
