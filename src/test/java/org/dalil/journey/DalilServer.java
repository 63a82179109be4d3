package org.dalil.journey;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The provisioned server as an administrator starts it: by its own start script, with a data directory of its own and the
 * embedded database. One for all journeys; others can be started beside it.
 */
public final class DalilServer implements AutoCloseable {

    /** The administrator's first password in tests. */
    public static final String ADMIN_PASSWORD = "walnut-river-lantern-7";

    /** A server that lives for minutes: the second compiler would take a third of the machine from what is tested. */
    static final String ONE_COMPILER = "-XX:TieredStopAtLevel=1";

    private static DalilServer shared;

    private final Path data;
    private final int port = freePort();
    private final int databasePort = freePort();
    private final int managementPort = freePort();
    private final Map<String, String> settings;
    private final boolean prepared;
    private Process process;

    private DalilServer(Path data, Map<String, String> settings, boolean prepared) {
        this.data = data;
        this.settings = settings;
        this.prepared = prepared;
    }

    /** The server that the journeys of one test program share, started when first asked for. */
    public static synchronized DalilServer shared() {
        if (shared == null) {
            // Another test program runs beside this one. Its data goes with it, what it said stays.
            shared = fresh("journeys-" + ProcessHandle.current().pid(), Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                shared.close();
                delete(shared.data);
            }));
            shared.start();
        }
        return shared;
    }

    /** A server that nobody has used yet, not started: its data are as the first start left them. @param name of its directory under {@code target} */
    public static DalilServer fresh(String name, Map<String, String> settings) {
        return server(name, settings, true);
    }

    /** A server without data, not started: its start is the first. @param name of its directory under {@code target} */
    public static DalilServer empty(String name, Map<String, String> settings) {
        return server(name, settings, false);
    }

    private static DalilServer server(String name, Map<String, String> settings, boolean prepared) {
        Path data = Path.of("target", "it", name).toAbsolutePath();
        try {
            delete(data);
            delete(data.resolveSibling(name + ".keys"));
            Files.createDirectories(data.getParent());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new DalilServer(data, settings, prepared);
    }

    private static void delete(Path directory) {
        if (Files.exists(directory)) {
            try (Stream<Path> all = Files.walk(directory)) {
                all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * A free port below those that the system gives to outgoing connections: whoever keeps asking a port of that range for a
     * server that is down can be given the same port and be answered by itself, and then the server can't have it back.
     */
    private static int freePort() {
        for (int tries = 0; tries < 200; tries++) {
            int candidate = ThreadLocalRandom.current().nextInt(15_000, 32_000);
            try (ServerSocket socket = new ServerSocket(candidate)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // the next one
            }
        }
        throw new IllegalStateException("no free port");
    }

    /** Starts it and waits until a learner could work. */
    public DalilServer start() {
        launch();
        waitUntilReady(Duration.ofSeconds(180));
        return this;
    }

    /** Starts it without waiting. */
    public void launch() {
        if (prepared && !Files.exists(data)) {
            PreparedData.copyTo(data);
        }
        Path home = Path.of("target", "server").toAbsolutePath();
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command = new ArrayList<>(windows ? List.of("cmd", "/c", home.resolve("bin/standalone.bat").toString())
                : List.of("sh", home.resolve("bin/standalone.sh").toString()));
        command.add("-Djboss.management.http.port=" + managementPort);
        command.add("-Djboss.server.base.dir=" + base(home));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(
                ProcessBuilder.Redirect.appendTo(console().toFile()));
        builder.environment().remove("DB_URL");
        builder.environment().putAll(Map.of("DALIL_DATA", data.toString(), "DALIL_PORT", String.valueOf(port),
                "DALIL_DB_PORT", String.valueOf(databasePort), "DALIL_COURSES", Path.of("courses").toAbsolutePath().toString(),
                "DALIL_EXIT", "calendar", "DALIL_ADMIN_PASSWORD", ADMIN_PASSWORD, "DALIL_SITE", "http://127.0.0.1:" + port));
        // A laptop in Beirut: a zone of its own, and summer time.
        builder.environment().put("TZ", "Asia/Beirut");
        builder.environment().put("PREPEND_JAVA_OPTS", ONE_COMPILER);
        builder.environment().putAll(settings);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A base directory of its own, so that several servers run from one home. */
    private Path base(Path home) {
        Path base = data.resolveSibling(data.getFileName() + ".server");
        try {
            delete(base);
            try (Stream<Path> all = Files.walk(home.resolve("standalone"))) {
                for (Path from : all.toList()) {
                    Path name = home.resolve("standalone").relativize(from);
                    Path to = base.resolve(name);
                    boolean passing = name.startsWith("log") || name.startsWith("tmp");
                    if (Files.isDirectory(from)) {
                        Files.createDirectories(to);
                    } else if (!passing) {
                        Files.copy(from, to);
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return base;
    }

    /** The first page that is answered after a start: asked for as soon as the port is open, and again until it is no refusal of the container. */
    Visitor.Answer firstAnswer(String path) {
        long end = System.nanoTime() + Duration.ofSeconds(180).toNanos();
        while (System.nanoTime() < end) {
            if (status() != 0) {
                Visitor.Answer answer = new Visitor(this).get(path);
                if (answer.body().contains("<html")) {
                    return answer;
                }
            }
            pause(50);
        }
        throw new IllegalStateException("nobody answered; see " + console());
    }

    /** Waits for {@code /status/ready}. */
    public void waitUntilReady(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (status() == 200) {
                return;
            }
            if (process != null && !process.isAlive()) {
                throw new IllegalStateException("the server ended; see " + console());
            }
            pause(200);
        }
        throw new IllegalStateException("the server was not ready within " + patience + "; see " + console());
    }

    /** Waits until {@code /status/ready} says that something is away: what comes back within a second is else taken for never gone. */
    void waitUntilAway(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (status() == 200) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("nothing was said to be away within " + patience);
            }
            pause(20);
        }
    }

    /** The status of {@code /status/ready}; 0 if nobody answers. */
    public int status() {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create(url("/status/ready")).toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            return connection.getResponseCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The address of a path. */
    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** What an administrator sees. */
    public Path console() {
        return data.resolveSibling(data.getFileName() + ".console");
    }

    /** Where its data lies. */
    public Path data() {
        return data;
    }

    /** Where the server writes its log. */
    public Path logs() {
        return data.resolveSibling(data.getFileName() + ".server").resolve("log");
    }

    public int databasePort() {
        return databasePort;
    }

    /** Kills the server and leaves the database, as {@code kill -9} does. */
    public void kill() {
        children().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        await(process.toHandle());
    }

    /** Kills what started the server, as a killed Maven leaves it, and says whether it went by itself in time. */
    boolean endsWithParent(Duration patience) {
        List<ProcessHandle> children = children();
        process.destroyForcibly();
        await(process.toHandle());
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end && children.stream().anyMatch(ProcessHandle::isAlive)) {
            pause(100);
        }
        boolean gone = children.stream().noneMatch(ProcessHandle::isAlive);
        children.forEach(ProcessHandle::destroyForcibly);
        return gone;
    }

    /** Kills the database under the running server, and never another server's that was given the same number since. */
    public void killDatabase() {
        database().ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Whether a database runs on its data. */
    boolean isDatabaseUp() {
        return database().isPresent();
    }

    private Optional<ProcessHandle> database() {
        try {
            long pid = Long.parseLong(Files.readString(data.resolve("database.pid")).strip());
            return ProcessHandle.of(pid).filter(p -> p.info().commandLine().orElse("").contains("--datadir=" + data + File.separator));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the server and its database said last, for whoever reads that a journey failed and can't look into its files. */
    String lastWords() {
        StringBuilder words = new StringBuilder("server " + status() + ", its database "
                + (database().isPresent() ? "runs" : "is gone"));
        for (Path file : List.of(console(), data.resolve("database.log"))) {
            try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                List<String> all = lines.map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("at ")).toList();
                words.append(" | ").append(file.getFileName()).append(": ")
                        .append(String.join(" / ", all.subList(Math.max(0, all.size() - 12), all.size())));
            } catch (IOException e) {
                words.append(" | ").append(file.getFileName()).append(" can't be read");
            }
        }
        return words.toString();
    }

    /** The database stops in the middle of whatever it does, as one on a disk that has stopped answering; and goes on. */
    public void freezeDatabase(boolean frozen) {
        try {
            String pid = String.valueOf(database().orElseThrow().pid());
            if (new ProcessBuilder("kill", frozen ? "-STOP" : "-CONT", pid).inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException("no process " + pid);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it ends by itself in time. */
    boolean ends(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The server's own processes, without the database, which must outlive a kill. */
    private List<ProcessHandle> children() {
        return process.toHandle().descendants().filter(p -> !p.info().command().orElse("").contains("mariadbd")).toList();
    }

    /** Asks it to stop, as a service manager does, and waits. */
    public void stop() {
        List<ProcessHandle> children = children();
        children.forEach(ProcessHandle::destroy);
        children.forEach(DalilServer::await);
        await(process.toHandle());
    }

    private static void await(ProcessHandle handle) {
        try {
            handle.onExit().get(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            handle.destroyForcibly();
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            stop();
        }
        try {
            if (Files.exists(data.resolve("database.pid"))) {
                killDatabase();
            }
        } catch (IllegalStateException gone) {
            // nothing is left to stop
        }
    }
}
