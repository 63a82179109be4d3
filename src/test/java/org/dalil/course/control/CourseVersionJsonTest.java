package org.dalil.course.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.reflect.Method;
import java.nio.file.Path;
import org.dalil.authoring.control.CurriculumReader;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseDraft;
import org.junit.jupiter.api.Test;

/** What is stored of a course version is what was published. */
class CourseVersionJsonTest {

    @Test
    void a_version_from_before_there_were_exams_has_none() throws ReflectiveOperationException {
        Method parse = CourseVersionStore.class.getDeclaredMethod("parse", String.class);
        parse.setAccessible(true);
        Course old = (Course) parse.invoke(null, "{\"code\":\"F1\",\"languages\":[\"en\"]}");
        assertNull(old.blueprint());
        assertNull(old.bank());
    }

    @Test
    void every_course_comes_back_from_the_database_as_it_went_in() throws ReflectiveOperationException {
        Method write = CourseVersionStore.class.getDeclaredMethod("write", Course.class);
        Method parse = CourseVersionStore.class.getDeclaredMethod("parse", String.class);
        write.setAccessible(true);
        parse.setAccessible(true);
        var courses = CurriculumReader.read(Path.of("courses")).curriculum().courses();
        assertFalse(courses.isEmpty());
        for (CourseDraft draft : courses) {
            assertEquals(draft.course(), parse.invoke(null, (String) write.invoke(null, draft.course())), draft.course().slug());
        }
    }
}
