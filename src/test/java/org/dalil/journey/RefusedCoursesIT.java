package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A site is started again with files that have a slip: what it served before is served on, Help before all else. */
class RefusedCoursesIT {

    private static final Path COURSES = Path.of("target", "it", "refused.courses").toAbsolutePath();

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                Files.createDirectories(copy.getParent());
                Files.write(copy, Files.readAllBytes(path));
            }
        }
    }

    @Test
    void aSlipInAFileOfHelpTakesNoHelpAway() throws IOException {
        copy(Path.of("courses"), COURSES);
        try (DalilServer server = DalilServer.fresh("refused", Map.of("DALIL_COURSES", COURSES.toString()))) {
            server.start();
            String help = new Visitor(server).get("/en/help/iq").body();
            assertEquals(200, new Visitor(server).get("/en/help/iq").status());
            server.stop();
            Path words = COURSES.resolve("help/iq.en.yaml");
            Files.writeString(words, Files.readString(words).replaceFirst("status: draft", "status: draft\nhours: \"8 to"));
            Files.delete(COURSES.resolve("glossary/terms.en.yaml"));
            server.start();
            assertTrue(Files.readString(server.console()).contains("help/iq.en.yaml"), "the console says where the slip is");
            assertLinesMatch(lines(help), lines(new Visitor(server).get("/en/help/iq").body()));
            assertTrue(new Visitor(server).get("/en/words").body().contains("Grooming"), "and the glossary is whole");
            assertEquals(200, new Visitor(server).get("/en/c/spot-it/1/1").status());
        }
    }

    /** Element by element, without what is made anew for each answer. */
    private static List<String> lines(String page) {
        return page.replaceAll(" nonce=\"[^\"]*\"|value=\"[^\"]*\"", "").replace("<", "\n<").lines().toList();
    }
}
