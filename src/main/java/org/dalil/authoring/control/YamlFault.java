package org.dalil.authoring.control;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * What an author most likely did where YAML can't be read. The parser stumbles over the next line as often as over the one
 * with the slip, and its own words are for programmers: so the lines up to there are looked at as a person would.
 */
final class YamlFault {

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");
    /** Stands for a stretch in quotes. */
    private static final String TEXT = "\uFFFC";
    private static final String NAME = "(?:^\\s*(?:- )?|[{,]\\s*)[\\w-]+:";
    private static final Pattern CURLY = Pattern.compile(NAME + "\\s*[“”„‟]");
    private static final Pattern OTHER_SPACE = Pattern.compile("^\\s*[\u00A0\u2007\u202F\u3000]|:[\u00A0\u2007\u202F\u3000]");
    private static final Pattern NO_COMMA = Pattern.compile(TEXT + "\\s+([\\w-]+):\\s");
    private static final Pattern TEXT_GOES_ON = Pattern.compile(TEXT + "\\s*[^\\s,}\\]:#]");
    private static final Pattern NO_SPACE = Pattern.compile(NAME + "[" + TEXT + "\\p{L}]");
    private static final Pattern NO_COLON = Pattern.compile("^\\s*([\\w-]+)\\s*" + TEXT + "\\s*$");
    private static final Pattern APOSTROPHE = Pattern.compile(NAME + "\\s+'[^']*'\\s*\\p{L}");
    private static final Pattern SIGN = Pattern.compile(NAME + "\\s+(?:([%@`*&!|>-])|(\\[)[^\\]]*\\]\\s*\\S)");
    private static final Pattern INDENT = Pattern.compile("^(?:  )* (?=\\S)");

    private final List<String> lines;
    private final int line;
    private final String problem;

    private YamlFault(String text, int line, String problem) {
        this.lines = text.lines().toList();
        this.line = line;
        this.problem = problem;
    }

    /** One sentence on what is broken, and its line. */
    static YamlReader.Unreadable of(String text, MarkedYAMLException broken) {
        int line = broken.getProblemMark() == null ? 1 : broken.getProblemMark().getLine() + 1;
        return new YamlFault(text, line, String.valueOf(broken.getProblem())).guess();
    }

    private YamlReader.Unreadable guess() {
        if (problem.contains("\\t") || problem.contains("TAB")) {
            return new YamlReader.Unreadable(line, "there is a tab; use spaces");
        }
        if (problem.contains("escape")) {
            return new YamlReader.Unreadable(line, "a backslash \\ has no place in a text; take it out");
        }
        for (int i = 1; i <= Math.min(line, lines.size()); i++) {
            Optional<String> slip = slipInQuotes(lines.get(i - 1));
            if (slip.isPresent()) {
                return new YamlReader.Unreadable(i, slip.get());
            }
        }
        for (int i = Math.max(1, line - 1); i <= Math.min(line, lines.size()); i++) {
            Optional<String> slip = slip(lines.get(i - 1));
            if (slip.isPresent()) {
                return new YamlReader.Unreadable(i, slip.get());
            }
        }
        return new YamlReader.Unreadable(line, problem.startsWith("mapping values are not allowed")
                ? "a colon within a text needs straight quotes (\") around the whole text"
                : "this can't be read; compare spaces, colons, brackets and quotes with the lines around it");
    }

    private static String bare(String text) {
        return QUOTED.matcher(text).replaceAll(TEXT);
    }

    private static boolean hasNoSpace(String text) {
        return NO_SPACE.matcher(bare(text)).find() && !text.contains("://");
    }

    /** Slips that the parser may meet far below their line. */
    private static Optional<String> slipInQuotes(String text) {
        String bare = bare(text);
        if (CURLY.matcher(bare).find()) {
            return Optional.of(YamlReader.CURLY_QUOTES);
        }
        if (bare.indexOf('"') >= 0 && bare.indexOf('\'') < 0 && !text.strip().startsWith("#")) {
            return Optional.of("a straight quote (\") is missing; one stands at the beginning of the text and one at its end");
        }
        return Optional.empty();
    }

    private static Optional<String> slip(String text) {
        String bare = bare(text);
        if (OTHER_SPACE.matcher(text).find()) {
            return Optional.of("there is a no-break space, which only looks like a space; delete it and type a space");
        }
        Matcher comma = NO_COMMA.matcher(bare);
        if (comma.find()) {
            return Optional.of("a comma is missing before " + comma.group(1));
        }
        if (TEXT_GOES_ON.matcher(bare).find()) {
            return Optional.of("the text ends at its second straight quote (\"); write “ ” or « » for quotes within a text");
        }
        if (hasNoSpace(text)) {
            return Optional.of("a space is missing after the colon");
        }
        if (APOSTROPHE.matcher(text).find()) {
            return Optional.of("the text ends at its second '; put straight quotes (\") around the whole text instead");
        }
        Matcher sign = SIGN.matcher(bare);
        if (sign.find()) {
            return Optional.of("a text that begins with " + (sign.group(1) == null ? sign.group(2) : sign.group(1))
                    + " needs straight quotes (\") around the whole text");
        }
        Matcher colon = NO_COLON.matcher(bare);
        if (colon.find()) {
            return Optional.of("a colon is missing after " + colon.group(1));
        }
        for (String pair : List.of("{}", "[]")) {
            if (count(bare, pair.charAt(0)) != count(bare, pair.charAt(1))) {
                return Optional.of("the brackets " + pair.charAt(0) + " and " + pair.charAt(1)
                        + " do not match in this line; each that opens needs one that closes");
            }
        }
        if (INDENT.matcher(text).find()) {
            return Optional.of("the number of spaces at the beginning is odd; begin it exactly below the line of its kind above");
        }
        return Optional.empty();
    }

    private static long count(String text, char bracket) {
        return text.chars().filter(c -> c == bracket).count();
    }
}
