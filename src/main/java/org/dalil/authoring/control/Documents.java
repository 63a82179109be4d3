package org.dalil.authoring.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dalil.course.entity.WordsState;

/** Reads files of a tree as far as they are well-formed; what is wrong with one is found, and the file is then not read. */
final class Documents {

    private static final int LONGEST_LINE = 4_000;
    private static final int LONGEST_STRETCH = 20_000;
    private static final Pattern BLANK_LINE = Pattern.compile("\n[ \t]*\n");
    private static final Pattern NESTED = Pattern.compile("(?:[>*+-][ \\t]{0,3}){11}");

    private final CourseFiles files;
    private final Findings findings;

    /**
     * A Markdown file.
     *
     * @param front the lines between {@code ---} at the top
     * @param body  the rest
     * @param line  the number of the body's first line in the file, counted from 1
     */
    record Page(JsonNode front, String body, int line) { }

    Documents(CourseFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    CourseFiles files() {
        return files;
    }

    Findings findings() {
        return findings;
    }

    /** A YAML file that its schema accepts. A file that does not exist is nothing, and no finding. */
    Optional<JsonNode> yaml(String path, String schema) {
        return text(path).flatMap(t -> parsed(path, t, 0)).filter(n -> Schemas.check(schema, path, n, findings));
    }

    /** A Markdown file whose front matter its schema accepts. */
    Optional<Page> page(String path, String schema) {
        return text(path).flatMap(t -> split(path, t)).filter(p -> Schemas.check(schema, path, p.front(), findings));
    }

    private Optional<Page> split(String path, String text) {
        int end = text.indexOf("\n---\n", 3);
        if (!text.startsWith("---\n") || end < 0) {
            findings.refuse(path, "", "the file must begin with title and status between two lines of ---, with nothing before, behind or above them");
            return Optional.empty();
        }
        String front = text.substring(4, end + 1);
        String body = text.substring(end + 5);
        int line = 3 + (int) front.lines().count();
        Optional<String> heavy = heavyLine(body);
        if (heavy.isPresent()) {
            findings.refuse(path, "", heavy.get());
            return Optional.empty();
        }
        return parsed(path, front, 1).map(n -> new Page(n, body, line));
    }

    /** Lines that no author writes and that would cost a reader of Markdown much time or depth. */
    private static Optional<String> heavyLine(String body) {
        if (body.lines().anyMatch(l -> l.length() > LONGEST_LINE)) {
            return Optional.of("a line is longer than 4,000 letters; divide it into paragraphs");
        }
        if (BLANK_LINE.splitAsStream(body).anyMatch(p -> p.length() > LONGEST_STRETCH)) {
            return Optional.of("more than 20,000 letters stand there without an empty line between them; divide them");
        }
        return body.lines().anyMatch(l -> NESTED.matcher(l).lookingAt())
                ? Optional.of("lists or quotes are nested more than ten deep; take some marks away") : Optional.empty();
    }

    private Optional<JsonNode> parsed(String path, String text, int linesBefore) {
        try {
            return Optional.of(YamlReader.read(text));
        } catch (YamlReader.Unreadable unreadable) {
            findings.refuse(path, "line " + (unreadable.line() + linesBefore), unreadable.getMessage());
            return Optional.empty();
        }
    }

    private Optional<String> text(String path) {
        if (!files.has(path)) {
            return Optional.empty();
        }
        Optional<String> text = files.text(path);
        if (text.isEmpty()) {
            findings.refuse(path, "", Sentences.NOT_UTF8);
        } else if (text.get().codePoints().anyMatch(c -> c >= 0x202A && c <= 0x202E)) {
            findings.refuse(path, "", "the file hides a change of writing direction (U+202A to U+202E); delete the invisible character");
            return Optional.empty();
        }
        return text;
    }

    /**
     * How far a words file can be trusted; says so if it is behind the wording it was made from.
     *
     * @param source path of the file in the source language, equal to {@code path} if this is it
     */
    WordsState state(String path, JsonNode words, String source) {
        boolean reviewed = Fields.text(words, "status").equals("reviewed");
        LocalDate on = reviewed ? LocalDate.parse(Fields.text(words, "reviewed-on")) : null;
        String of = Fields.text(words, "of");
        return new WordsState(reviewed, Fields.text(words, "reviewed-by"), on, of, stale(path, of, source));
    }

    private boolean stale(String path, String of, String source) {
        if (path.equals(source)) {
            if (!of.isEmpty()) {
                findings.warn(path, "", "this is the source language, so \"of\" means nothing; remove the line");
            }
            return false;
        }
        if (of.isEmpty()) {
            findings.warn(path, "", "it does not say which wording was translated; read it against " + name(source) + ", then run stamp");
            return false;
        }
        Optional<String> original = files.has(source) ? files.text(source) : Optional.empty();
        boolean stale = original.isPresent() && !Fingerprint.of(original.get()).equals(of);
        if (stale) {
            findings.warn(path, "", name(source) + " has changed since this was translated; read both again, then run stamp on this file");
        }
        return stale;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
