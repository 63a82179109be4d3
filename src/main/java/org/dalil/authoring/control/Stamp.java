package org.dalil.authoring.control;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes into translations which wording they were made from. Without a path or in a folder only where nothing is written yet:
 * a stamp on a stale file says that somebody has read both again, so such files have to be named one by one.
 */
final class Stamp {

    private static final Pattern SOURCE_LANGUAGE = Pattern.compile("(?m)^source-language: *\"?([A-Za-z-]+)");
    private static final Pattern OF = Pattern.compile("of:.*");
    private static final Pattern STATUS = Pattern.compile("status:.*");

    private final Path root;
    private final PrintStream out;
    private int written;
    private int stale;

    Stamp(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    /** @param below a folder or file of the tree, empty for all */
    int run(String below) throws IOException {
        CourseFiles files = CourseFiles.ofFolder(root);
        for (String path : files.paths()) {
            if (path.equals(below) || below.isEmpty() || path.startsWith(below + "/")) {
                stamp(path, files, path.equals(below));
            }
        }
        out.println(written + " files stamped." + (stale == 0 ? ""
                : " " + stale + " were made from an older wording; read each against it, then name it: stamp courses/…"));
        return 0;
    }

    private void stamp(String path, CourseFiles files, boolean named) throws IOException {
        Optional<String> source = source(path, files);
        Optional<String> text = files.text(path);
        if (source.isEmpty() || source.get().equals(path) || !files.has(source.get()) || text.isEmpty()) {
            return;
        }
        String wanted = "of: " + Fingerprint.of(files.text(source.get()).orElse(""));
        Optional<String> present = present(text.get());
        if (present.isPresent() && present.get().replace("\"", "").strip().equals(wanted)) {
            return;
        }
        if (present.isPresent() && !named) {
            stale++;
            out.println("older    courses/" + path);
            return;
        }
        Files.writeString(root.resolve(path), with(text.get(), wanted));
        written++;
        out.println("stamped  courses/" + path);
    }

    /** The same file in its course's source language; for glossary and help that is English. */
    private static Optional<String> source(String path, CourseFiles files) {
        Matcher matcher = CourseLayout.LANGUAGE.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String[] parts = path.split("/");
        String course = parts.length > 2 ? parts[0] + "/" + parts[1] + "/course.yaml" : "";
        String language = "en";
        if (files.has(course)) {
            Matcher named = SOURCE_LANGUAGE.matcher(files.text(course).orElse(""));
            language = named.find() ? named.group(1) : language;
        }
        return Optional.of(path.substring(0, matcher.start(1)) + language + path.substring(matcher.end(1)));
    }

    /** With the line after {@code status}, instead of the one that was there. */
    private static String with(String text, String of) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        List<String> top = lines.subList(0, Math.min(lines.size(), Fingerprint.frontLength(text)));
        top.removeIf(line -> OF.matcher(line).matches());
        for (int i = 0; i < top.size(); i++) {
            if (STATUS.matcher(top.get(i)).matches()) {
                top.add(i + 1, of);
                break;
            }
        }
        return String.join("\n", lines);
    }

    private static Optional<String> present(String text) {
        return text.lines().limit(Fingerprint.frontLength(text)).filter(l -> OF.matcher(l).matches()).findFirst();
    }
}
