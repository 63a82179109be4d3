package org.dalil.authoring.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As a teacher and a translator would use it. */
class CoursesCommandTest {

    private static final Path VALID = Path.of("src/test/resources/courses-valid");
    private static final String LESSON = "teens/own-keys/2-photos/lesson.";

    @TempDir
    Path root;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void copy() throws IOException {
        CourseFiles files = CourseFiles.ofFolder(VALID);
        for (String path : files.paths()) {
            Files.createDirectories(root.resolve(path).getParent());
            Files.write(root.resolve(path), files.bytes(path));
        }
    }

    private int run(String... arguments) {
        said.reset();
        Clock clock = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ZoneOffset.UTC);
        return new CoursesCommand(new PrintStream(said, true, StandardCharsets.UTF_8), clock).run(List.of(arguments));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8).strip();
    }

    private void replace(String path, String from, String to) throws IOException {
        Path file = root.resolve(path);
        String text = Files.readString(file);
        assertTrue(text.contains(from));
        Files.writeString(file, text.replace(from, to));
    }

    @Test
    void a_good_tree_is_a_count_and_a_zero() {
        assertEquals(0, run("check", root.toString()));
        assertEquals("0 refused, 0 warnings, 2 courses can be served.", said());
    }

    @Test
    void a_fault_is_a_sentence_and_a_one() throws IOException {
        replace("teens/own-keys/course.yaml", "mastery: 80\n", "");
        assertEquals(1, run("check", root.toString()));
        assertEquals("refused  courses/teens/own-keys/course.yaml: \"mastery\" is missing\n1 refused, 0 warnings, 1 courses can be served."
                        + "\nUntil nothing is refused, a site goes on with the courses it served before.", said().replace("\r", ""));
    }

    @Test
    void only_what_was_asked_for_is_shown() throws IOException {
        replace("teens/own-keys/course.yaml", "mastery: 80\n", "");
        assertEquals(0, run("check", root.resolve("help").toString()));
        assertEquals("0 refused, 0 warnings, 1 courses can be served. Elsewhere in courses/ 1 are refused."
                + "\nUntil nothing is refused, a site goes on with the courses it served before.", said().replace("\r", ""));
    }

    @Test
    void a_translator_hears_which_files_are_missing_and_what_is_only_copied() throws IOException {
        copyWords("teens/own-keys/course.ckb.yaml");
        assertEquals(0, run("check", root.toString()));
        assertTrue(said().contains("kmr-Arab is not published, 7 of its 8 files are missing: quiz.kmr-Arab.yaml, 1-locks/lesson.kmr-Arab.md,"), said());
        assertTrue(said().contains("courses/teens/own-keys/course.kmr-Arab.yaml: the words are the same as in ckb, here and in"), said());

        for (String path : CourseFiles.ofFolder(VALID).below("teens/own-keys")) {
            copyWords(path);
        }
        assertEquals(0, run("check", root.toString()));
        assertTrue(said().contains("kmr-Arab is not published, but all its files are there; it can be added to languages once the site"), said());
    }

    private void copyWords(String path) throws IOException {
        if (path.contains(".ckb.")) {
            Files.copy(root.resolve(path), root.resolve(path.replace(".ckb.", ".kmr-Arab.")), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void a_changed_sentence_makes_translations_stale_until_each_is_stamped_by_name() throws IOException {
        replace(LESSON + "en.md", "A face has an owner.", "Every face has an owner.");
        assertEquals(0, run("check", root.toString()));
        assertTrue(said().startsWith("warning  courses/" + LESSON + "ckb.md: lesson.en.md has changed"), said());

        assertEquals(0, run("stamp", root.toString()));
        assertTrue(said().startsWith("older    courses/" + LESSON + "ckb.md"), said());
        assertEquals(0, run("stamp", root.resolve("teens").toString()));
        assertTrue(said().startsWith("older    courses/" + LESSON + "ckb.md"), "a folder names none of its files: " + said());

        assertEquals(0, run("stamp", root.resolve(LESSON + "ckb.md").toString()));
        run("check", root.toString());
        assertEquals("0 refused, 0 warnings, 2 courses can be served.", said());
    }

    @Test
    void a_new_translation_is_stamped_without_being_named() throws IOException {
        Path file = root.resolve(LESSON + "ckb.md");
        Files.writeString(file, Files.readString(file).replaceAll("(?m)^of: .*\n", ""));
        String before = Files.readString(VALID.resolve(LESSON + "ckb.md"));
        assertEquals(0, run("stamp", root.toString()));
        assertEquals(before, Files.readString(file), "and is otherwise as it was");
    }

    @Test
    void what_is_no_command_or_no_folder_is_one_sentence() {
        assertEquals(1, run());
        assertEquals("Write check or stamp, and a folder or file below courses/ if you want only that.", said());
        assertEquals(1, run("chek", root.toString()));
        assertEquals(1, run("check", "/"));
        assertEquals("/ is not in a folder of courses: neither it nor a folder above it holds sources.yaml.", said());
        assertEquals(1, run("check", root.resolve("teens/nothing").toString()), "what isn't there has no good state");
        assertTrue(said().contains("is not there; name a folder or file below"));
    }
}
