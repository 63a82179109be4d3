package org.dalil.authoring.control;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dalil.authoring.entity.Finding;
import org.dalil.authoring.entity.Reading;

/**
 * The checker for authors, on the command line: {@code check [path]} or {@code stamp [path]}, where a path narrows it to a
 * folder or file of the tree.
 */
public final class CoursesCommand {

    private static final String USAGE = "Write check or stamp, and a folder or file below courses/ if you want only that.";

    private final PrintStream out;
    private final Clock clock;

    CoursesCommand(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /** Ends with 1 if something is refused or can't be done, otherwise with 0. */
    public static void main(String[] arguments) {
        // The schema validator's logging has nobody to talk to here, and would say so.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int result = new CoursesCommand(out, Clock.systemDefaultZone()).run(List.of(arguments));
        if (result != 0) {
            System.exit(result);
        }
    }

    int run(List<String> arguments) {
        if (arguments.isEmpty() || arguments.size() > 2) {
            out.println(USAGE);
            return 1;
        }
        Path path = Path.of(arguments.size() > 1 ? arguments.get(1) : "courses").toAbsolutePath().normalize();
        Optional<Path> root = root(path);
        if (root.isEmpty()) {
            out.println(path + " is not in a folder of courses: neither it nor a folder above it holds sources.yaml.");
            return 1;
        }
        if (!Files.exists(path)) {
            out.println(path + " is not there; name a folder or file below " + root.get() + ".");
            return 1;
        }
        String below = root.get().relativize(path).toString().replace('\\', '/');
        try {
            return switch (arguments.get(0)) {
                case "check" -> check(root.get(), below);
                case "stamp" -> new Stamp(root.get(), out).run(below);
                default -> {
                    out.println(USAGE);
                    yield 1;
                }
            };
        } catch (IOException unwritable) {
            out.println("A file can't be read or written: " + unwritable.getMessage());
            return 1;
        }
    }

    private static Optional<Path> root(Path path) {
        for (Path folder = path; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("sources.yaml"))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    private int check(Path root, String below) {
        Reading reading = CurriculumReader.read(root, LocalDate.now(clock));
        String prefix = "courses/" + below;
        List<Finding> findings = reading.findings().stream().filter(f -> f.file().startsWith(prefix)).toList();
        findings.stream().filter(Finding::refuses).forEach(f -> out.println("refused  " + f));
        findings.stream().filter(f -> !f.refuses()).forEach(f -> out.println("warning  " + f));
        long refused = findings.stream().filter(Finding::refuses).count();
        long everywhere = reading.findings().stream().filter(Finding::refuses).count();
        out.println(refused + " refused, " + (findings.size() - refused) + " warnings, "
                + reading.curriculum().courses().size() + " courses can be served."
                + (everywhere == refused ? "" : " Elsewhere in courses/ " + (everywhere - refused) + " are refused."));
        if (everywhere > 0) {
            out.println("Until nothing is refused, a site goes on with the courses it served before.");
        }
        return refused == 0 ? 0 : 1;
    }
}
