package org.dalil.journey;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Data of a server that was started once, read the courses, was used by nobody and stopped in order. The first who asks makes them,
 * whoever asks at the same time waits for them, and each gets a copy. A build that put another program or other courses there since
 * makes them anew.
 */
final class PreparedData {

    private static final Path HOME = Path.of("target", "it").toAbsolutePath();
    private static final Path MADE_OF = HOME.resolve("prepared.of");
    private static final String NAME = "prepared";

    /** What belongs to one run, or is made anew for each server: its database has a password of its own. */
    private static final List<String> OF_ONE_SERVER = List.of("in-use", "database.pid", "database.password", "database.log", "db.sock");

    private PreparedData() { }

    /** Copies them to where a server's data shall lie, and the keys beside it. */
    static synchronized void copyTo(Path data) {
        try {
            Files.createDirectories(HOME);
            try (FileChannel channel = FileChannel.open(HOME.resolve("prepared.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                 FileLock lock = channel.lock()) {
                String of = madeOf();
                if (!Files.exists(MADE_OF) || !Files.readString(MADE_OF).equals(of)) {
                    make();
                    Files.writeString(MADE_OF, of);
                }
            }
            copy(HOME.resolve(NAME), data);
            copy(HOME.resolve(NAME + ".keys"), data.resolveSibling(data.getFileName() + ".keys"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void make() throws IOException {
        Files.deleteIfExists(MADE_OF);
        try (DalilServer server = DalilServer.empty(NAME, Map.of())) {
            server.start();
            server.stop();
            if (server.isDatabaseUp()) {
                throw new IllegalStateException("the server did not stop in order; see " + server.console());
            }
        }
    }

    /** Tells one program with its courses from another. */
    private static String madeOf() throws IOException {
        Path program = Path.of("target", "server", "standalone", "deployments", "ROOT.war");
        try (Stream<Path> courses = Files.walk(Path.of("courses"))) {
            StringBuilder of = new StringBuilder();
            for (Path file : Stream.concat(Stream.of(program), courses.filter(Files::isRegularFile).sorted()).toList()) {
                of.append(file).append(' ').append(Files.size(file)).append(' ').append(Files.getLastModifiedTime(file)).append('\n');
            }
            return of.toString();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.filter(p -> !OF_ONE_SERVER.contains(from.relativize(p).toString())).toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
