package org.dalil.workshop.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.dalil.assessment.entity.Occasion;
import org.dalil.authoring.control.CurriculumReader;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Form;
import org.dalil.platform.control.PlatformParts;
import org.dalil.platform.entity.Language;
import org.dalil.workshop.entity.SheetLayout;
import org.dalil.workshop.entity.SheetOrder;
import org.dalil.workshop.entity.SheetSeal;
import org.dalil.workshop.entity.SheetsExpected;

/** Writers and readers of paper put together by hand, and a real course to print. */
public final class PaperParts {

    /** The number of the workshop that tests are held in. */
    public static final int WORKSHOP = 417;

    private static final Map<String, Course> COURSES = new HashMap<>();

    private PaperParts() { }

    public static SheetSeal seal() {
        return new SheetSeal(new SecretKeySpec("a key for tests of 32 characters".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }

    public static SheetWriter writer() {
        SheetWriter writer = new SheetWriter();
        writer.texts = PlatformParts.texts();
        return writer;
    }

    /** A sheet for a workshop, with a seal that somebody made up. */
    public static byte[] forged(Course course, Language language, int workshop, Form form) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            writer().write(out, course, language, workshop, List.of(new SheetOrder(3, form, Occasion.PRE)), seal());
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Expects the sheets of {@link #WORKSHOP} with the questions of this course. */
    public static SheetsExpected expected(Course course) {
        Map<String, SheetLayout> layouts = new HashMap<>();
        return new SheetsExpected(seal(), WORKSHOP, id -> Optional.of(layouts.computeIfAbsent(id.language() + " " + id.form(),
                k -> writer().layout(course, id.form(), id.language()))));
    }

    /** A course of the curriculum, alone with what all courses need. @param folder for example {@code teens/lock-it-down} */
    public static synchronized Course course(String folder) {
        return COURSES.computeIfAbsent(folder, f -> {
            try {
                Path alone = Files.createTempDirectory("dalil-test-course");
                for (String part : List.of("glossary", "help", "sources", "schema", folder)) {
                    copy(Path.of("courses", part), alone.resolve(part));
                }
                return CurriculumReader.read(alone).curriculum().courses().get(0).course();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.sorted().toList()) {
                    Path target = to.resolve(from.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(file, target);
                    }
                }
            }
        }
    }
}
