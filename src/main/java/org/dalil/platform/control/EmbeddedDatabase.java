package org.dalil.platform.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dalil.platform.entity.CannotStart;
import org.mariadb.jdbc.Driver;

/**
 * A real MariaDB beside the server, for a laptop or a small site: on loopback only, with grants and a generated password,
 * its data in the data directory. A server that outlived a killed Dalil is adopted; one that dies is started again.
 */
@ApplicationScoped
public class EmbeddedDatabase {

    private static final String NAME = "dalil";

    @Inject
    Installation installation;

    @Inject
    Console console;

    private ProcessHandle process;
    private MariadbBinaries binaries;
    private boolean stopped;

    /** Where the database's own words go. */
    private Path log() {
        return installation.data().resolve("database.log");
    }

    private Path files() {
        return installation.data().resolve("database");
    }

    private Path pidFile() {
        return installation.data().resolve("database.pid");
    }

    private String password() {
        return DataDirectory.secret(installation.data().resolve("database.password"));
    }

    /**
     * Brings the database up: adopted if one is running on this data, started otherwise.
     *
     * @throws CannotStart with the one sentence that helps
     */
    public synchronized void start() {
        System.setProperty("dalil.db.user", NAME);
        System.setProperty("dalil.db.password", password());
        Optional<ProcessHandle> left = leftBehind();
        if (left.isPresent() && answers()) {
            process = left.get();
            console.say("The database of an earlier run is still up and is used again.");
            return;
        }
        left.ifPresent(EmbeddedDatabase::end);
        refuseTakenPort();
        try {
            create();
            run();
        } catch (IOException e) {
            throw new CannotStart("The database could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start of the database was interrupted.", e);
        }
    }

    /** Whether its process has ended without having been stopped. */
    public synchronized boolean isGone() {
        return !stopped && process != null && !process.isAlive();
    }

    /** Starts the database again if its process is gone. */
    public synchronized void revive() {
        if (isGone()) {
            start();
        }
    }

    /** Stops the database in order, so that the next start has nothing to repair. */
    public synchronized void stop() {
        stopped = true;
        if (process != null) {
            end(process);
        }
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            process.destroyForcibly();
        }
    }

    /** The process that the last run wrote down, if it still lives and is the MariaDB of this data. */
    private Optional<ProcessHandle> leftBehind() {
        try {
            return Files.exists(pidFile())
                    ? ProcessHandle.of(Long.parseLong(Files.readString(pidFile()).strip())).filter(p -> serves(p, files()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException noUsablePid) {
            return Optional.empty();
        }
    }

    /**
     * Whether a process is the MariaDB of these files. Numbers of processes are given again, soon on a small machine and at once after
     * it was started anew: another MariaDB may bear the number that was written down, and it isn't ours to end. Where the system
     * doesn't show how a process was started, its program's name has to do.
     */
    static boolean serves(ProcessHandle process, Path files) {
        ProcessHandle.Info info = process.info();
        return info.command().orElse("").contains("mariadbd")
                && info.commandLine().map(line -> (line + " ").contains("--datadir=" + files + " ")).orElse(true);
    }

    private boolean answers() {
        String url = "jdbc:mariadb://127.0.0.1:" + installation.databasePort() + "/" + NAME + "?connectTimeout=2000";
        Properties who = new Properties();
        who.setProperty("user", NAME);
        who.setProperty("password", password());
        // Not through DriverManager: it doesn't see drivers that are modules of the server.
        try (Connection connection = new Driver().connect(url, who)) {
            return connection != null && connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private void refuseTakenPort() {
        int port = installation.databasePort();
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new CannotStart("The database's port " + port + " is used by another program. Set DALIL_DB_PORT to a free "
                    + "one and start again.");
        }
    }

    /** Makes the database's files in a directory of another name first: a half-made one is never taken for whole. */
    private void create() throws IOException, InterruptedException {
        binaries = MariadbBinaries.find(installation.setting("DALIL_MARIADBD"),
                Path.of(System.getProperty("jboss.home.dir", ".")));
        if (Files.isDirectory(files())) {
            return;
        }
        console.say("Creating the database in " + files() + " …");
        Path unfinished = installation.data().resolve("database.new");
        delete(unfinished);
        DataDirectory.createPrivate(unfinished);
        binaries.bootstrap(unfinished, log());
        Files.move(unfinished, files());
    }

    private void run() throws IOException, InterruptedException {
        Path grants = installation.data().resolve("database.grants");
        DataDirectory.writePrivate(grants, grants().getBytes(StandardCharsets.UTF_8));
        ProcessBuilder program = new ProcessBuilder(command(grants)).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        // Connections come and go: each place for small pieces of its own would keep what they left.
        program.environment().put("MALLOC_ARENA_MAX", "1");
        Process started = program.start();
        process = started.toHandle();
        Files.writeString(pidFile(), String.valueOf(started.pid()));
        for (int tenths = 0; tenths < 600; tenths++) {
            if (answers()) {
                Files.deleteIfExists(grants);
                return;
            }
            if (!started.isAlive()) {
                throw new CannotStart("The database stopped while it started; the end of " + log() + " says why.");
            }
            Thread.sleep(100);
        }
        throw new CannotStart("The database did not answer within a minute; the end of " + log() + " says why.");
    }

    /** Run by the database at each start, before it lets anyone in. One statement a line. */
    private String grants() {
        String user = "'" + NAME + "'@'127.0.0.1'";
        return String.join("\n",
                "CREATE DATABASE IF NOT EXISTS " + NAME + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;",
                "CREATE USER IF NOT EXISTS " + user + " IDENTIFIED BY '" + password() + "';",
                "ALTER USER " + user + " IDENTIFIED BY '" + password() + "';",
                "GRANT ALL PRIVILEGES ON " + NAME + ".* TO " + user + ";",
                "ALTER USER 'root'@'localhost' IDENTIFIED BY '" + password() + "';",
                "DELETE FROM mysql.global_priv WHERE User='' OR (User='root' AND Host<>'localhost');",
                "FLUSH PRIVILEGES;", "");
    }

    /**
     * Sized for a small site beside a server of 300 MB; the budget is in operating.md. Without TLS, for nobody listens between
     * two programs on one machine: a MariaDB from 11.4 on would look for the primes of a certificate of its own at every start,
     * up to twenty seconds long.
     */
    private List<String> command(Path grants) throws IOException {
        List<String> command = binaries.command(files());
        command.addAll(List.of("--port=" + installation.databasePort(), "--bind-address=127.0.0.1",
                "--skip-ssl", "--skip-name-resolve", "--local-infile=0", "--skip-log-bin", "--init-file=" + grants,
                "--character-set-server=utf8mb4", "--collation-server=utf8mb4_unicode_ci",
                "--innodb-flush-log-at-trx-commit=1", "--innodb-buffer-pool-size=48M", "--innodb-log-file-size=64M",
                "--innodb-log-buffer-size=4M", "--performance-schema=OFF", "--max-connections=60", "--key-buffer-size=1M",
                "--aria-pagecache-buffer-size=8M", "--table-open-cache=400", "--tmp-table-size=8M",
                "--max-heap-table-size=8M", "--query-cache-type=0", "--query-cache-size=0",
                "--default-time-zone=+00:00"));
        if (!MariadbBinaries.isWindows()) {
            command.addAll(List.of("--socket=" + socket(), "--pid-file=" + files().resolve("mariadbd.pid")));
        }
        return new ArrayList<>(command);
    }

    /** A socket's path may have 107 bytes; a deep data directory gets one in the directory for temporary files. */
    private Path socket() {
        Path near = installation.data().resolve("db.sock");
        return near.toString().length() < 100 ? near
                : Path.of(System.getProperty("java.io.tmpdir"), "dalil-" + installation.databasePort() + ".sock");
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
