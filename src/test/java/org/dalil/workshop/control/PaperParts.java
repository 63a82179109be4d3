package org.dalil.workshop.control;

import java.nio.file.Path;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.dalil.authoring.control.CurriculumReader;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseDraft;
import org.dalil.platform.control.PlatformParts;
import org.dalil.workshop.entity.SheetSeal;

/** Writers and readers of paper put together by hand, and the real courses to print. */
public final class PaperParts {

    private static List<Course> courses;

    private PaperParts() { }

    public static SheetSeal seal() {
        return new SheetSeal(new SecretKeySpec("a key for tests of 32 characters".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }

    public static SheetWriter writer() {
        SheetWriter writer = new SheetWriter();
        writer.texts = PlatformParts.texts();
        return writer;
    }

    /** A course of the curriculum. @param slug its folder */
    public static synchronized Course course(String slug) {
        if (courses == null) {
            courses = CurriculumReader.read(Path.of("courses")).curriculum().courses().stream().map(CourseDraft::course).toList();
        }
        return courses.stream().filter(c -> c.slug().equals(slug)).findFirst().orElseThrow();
    }
}
