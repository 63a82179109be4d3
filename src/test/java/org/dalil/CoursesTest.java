package org.dalil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dalil.authoring.control.CurriculumReader;
import org.dalil.authoring.entity.Finding;
import org.dalil.authoring.entity.Reading;
import org.dalil.course.entity.Audience;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseDraft;
import org.dalil.course.entity.Scenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The curriculum itself, by the rules by which the product publishes it. */
class CoursesTest {

    private static Reading reading;

    @BeforeAll
    static void read() {
        reading = CurriculumReader.read(Path.of("courses"));
        reading.findings().stream().filter(f -> !f.refuses()).forEach(f -> System.out.println("warning  " + f));
    }

    @Test
    void nothing_in_the_curriculum_is_refused() {
        assertEquals("", String.join("\n", reading.findings().stream().filter(Finding::refuses).map(Finding::toString).toList()));
    }

    @Test
    void there_are_courses_terms_sources_help_and_sheets() {
        assertFalse(reading.curriculum().courses().isEmpty());
        assertFalse(reading.curriculum().glossary().terms().isEmpty());
        assertFalse(reading.curriculum().sources().isEmpty());
        assertFalse(reading.curriculum().help().isEmpty());
        assertFalse(reading.curriculum().sheets().isEmpty());
    }

    @Test
    void every_responders_course_says_what_its_exam_is_like() {
        List<Course> courses = reading.curriculum().courses().stream().map(CourseDraft::course)
                .filter(c -> c.audience() == Audience.RESPONDERS).toList();
        assertFalse(courses.isEmpty());
        for (Course course : courses) {
            assertNotNull(course.blueprint(), course.slug());
            assertTrue(course.bank().demonstration(), course.slug());
            assertEquals(List.of(), course.blueprint().gaps(course.bank()), course.slug());
            assertTrue(course.blueprint().minutes() >= course.blueprint().items(), course.slug() + ": a minute for each item at least");
        }
    }

    /** Played apart from the checker, so that a fault in the one does not hide in the other. */
    @TestFactory
    Stream<DynamicTest> every_path_of_every_scenario_ends_with_help() {
        return reading.curriculum().courses().stream().map(CourseDraft::course).flatMap(c -> c.modules().stream()
                .map(m -> DynamicTest.dynamicTest(c.slug() + " " + m.name(), () -> new Player(m.scenario()).playAll())));
    }

    /** Takes every choice at every point; a point that was played with the same memory is not played again. */
    private static final class Player {

        private final Scenario scenario;
        private final Set<String> played = new HashSet<>();
        private final Set<String> nodes = new HashSet<>();

        private Player(Scenario scenario) {
            this.scenario = scenario;
        }

        private void playAll() {
            play(scenario.start(), Set.of(), List.of());
            assertEquals(scenario.nodes().keySet(), nodes, "every node is met on some path");
        }

        private void play(String id, Set<String> memory, List<String> way) {
            assertFalse(way.contains(id), () -> "loop at " + id + " after " + way);
            nodes.add(id);
            if (!played.add(id + new TreeSet<>(memory))) {
                return;
            }
            Scenario.Node node = scenario.nodes().get(id);
            if (node.ends()) {
                assertTrue(node.help(), () -> "no help at " + id);
                return;
            }
            assertFalse(node.choices().isEmpty(), () -> "stuck at " + id + " after " + way);
            List<String> further = Stream.concat(way.stream(), Stream.of(id)).toList();
            node.choices().forEach(c -> take(scenario.choices().get(c), memory, further));
        }

        private void take(Scenario.Choice choice, Set<String> memory, List<String> way) {
            Set<String> then = new HashSet<>(memory);
            if (choice.sets() != null) {
                then.add(choice.sets());
            }
            boolean first = choice.when() == null || memory.contains(choice.when());
            play(first ? choice.to() : choice.otherwise(), then, way);
        }
    }
}
