package org.dalil.authoring.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dalil.platform.control.Installation;

/**
 * Glossary, sources, help and sheets as they were accepted last, in the data directory. Courses are kept in the database; these are
 * read from files at each start, and a slip in one of them must not take a page of Help away.
 */
@ApplicationScoped
public class AcceptedFolder {

    private static final List<String> KEPT = List.of("sources.yaml", "glossary", "help", "toolkits");

    @Inject Installation installation;

    private Path path() {
        return installation.data().resolve("courses.accepted");
    }

    private Path before() {
        return installation.data().resolve("courses.last");
    }

    /** Where they lie; nothing before the first folder was accepted. */
    public Optional<Path> find() {
        return Stream.of(path(), before()).filter(Files::isDirectory).findFirst();
    }

    /** Keeps these instead. A copy that was broken off is never taken for a whole one. */
    public void keep(Path folder) {
        Path next = installation.data().resolve("courses.next");
        try {
            delete(next);
            for (String name : KEPT) {
                copy(folder.resolve(name), next.resolve(name));
            }
            delete(before());
            if (Files.exists(path())) {
                Files.move(path(), before(), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(next, path(), StandardCopyOption.ATOMIC_MOVE);
            delete(before());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(path, copy);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
