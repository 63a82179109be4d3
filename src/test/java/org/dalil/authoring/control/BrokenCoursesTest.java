package org.dalil.authoring.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dalil.authoring.entity.Finding;
import org.dalil.authoring.entity.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One fault per folder of {@code courses-broken}: its files are laid over those of {@code courses-valid}, those named in
 * {@code without.txt} are taken away, and exactly the sentence in {@code expected.txt} must be found.
 */
class BrokenCoursesTest {

    private static final Path RESOURCES = Path.of("src/test/resources");

    static List<String> faults() throws IOException {
        try (Stream<Path> folders = Files.list(RESOURCES.resolve("courses-broken"))) {
            return folders.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void the_one_fault_is_found(String fault) throws IOException {
        Path folder = RESOURCES.resolve("courses-broken").resolve(fault);
        CourseFiles files = CourseFiles.ofFolder(folder).without(List.of("expected.txt", "without.txt"))
                .over(CourseFiles.ofFolder(RESOURCES.resolve("courses-valid")));
        Path gone = folder.resolve("without.txt");
        if (Files.exists(gone)) {
            files = files.without(Files.readAllLines(gone));
        }
        Reading reading = CurriculumReader.read(files);
        assertEquals(Files.readString(folder.resolve("expected.txt")).strip(),
                reading.findings().stream().map(BrokenCoursesTest::line).collect(Collectors.joining("\n")));
    }

    private static String line(Finding finding) {
        return (finding.refuses() ? "refused  " : "warning  ") + finding;
    }

    @Test
    void the_valid_courses_are_served_as_they_are() throws IOException {
        Reading reading = CurriculumReader.read(CourseFiles.ofFolder(RESOURCES.resolve("courses-valid")));
        assertEquals(List.of(), reading.findings());
        assertEquals(2, reading.curriculum().courses().size());
    }
}
