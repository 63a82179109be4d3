package org.dalil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dalil.authoring.control.CurriculumReader;
import org.dalil.authoring.entity.Curriculum;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseDraft;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page about the curriculum says what the files hold; and no language gives the answers away by their length. */
class CurriculumPageTest {

    private static final Path PAGE = Path.of("src", "site", "markdown", "curriculum.md");

    private static Curriculum curriculum;

    @BeforeAll
    static void read() {
        curriculum = CurriculumReader.read(Path.of("courses")).curriculum();
    }

    @Test
    void the_page_tells_the_truth() throws IOException {
        String now = new CurriculumPage(curriculum).text();
        if ("write".equals(System.getProperty("curriculum"))) {
            Files.writeString(PAGE, now);
        }
        assertEquals(now, Files.readString(PAGE), "write it anew: mvn -q test -Dtest=CurriculumPageTest -Dcurriculum=write");
    }

    /** With four choices, chance makes the right one the longest in a quarter of the items; half of them would be a rule to learn. */
    @TestFactory
    Stream<DynamicTest> the_right_choice_is_not_known_by_its_length() {
        return curriculum.courses().stream().map(CourseDraft::course).flatMap(c -> c.languages().stream().map(l ->
                DynamicTest.dynamicTest(c.code() + " " + l, () -> balanced(c, l))));
    }

    private static void balanced(Course course, String language) {
        long longest = CurriculumPage.longestRight(course, language);
        int items = CurriculumPage.singleItems(course);
        assertTrue(longest <= items * 0.45, longest + " of " + items + " items have the longest choice as the right one");
    }
}
