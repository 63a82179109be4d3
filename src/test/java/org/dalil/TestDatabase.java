package org.dalil;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * A real MariaDB for tests of Stores and Queries, with every migration applied.
 *
 * <p>How to use it, in a class named {@code …IT} in the package of the Store (so that its injected {@code database} can be
 * set):
 * <pre>{@code
 * static final TestDatabase DATABASE = TestDatabase.shared();
 *
 * @Test void a_sentence() {
 *     DATABASE.inTransaction(em -> { StaffStore store = new StaffStore(); store.database = em; … });
 * }
 * }</pre>
 * {@link #shared()} is one server and one schema for all test classes of a run: make your own rows and don't count others'.
 * {@link #fresh()} is a schema of its own on the same server, for tests that must be alone. {@link #everyVersion()} gives a
 * fresh schema on each MariaDB there is here: the one that the server brings (11.4) and an installed one (10.11 on Debian).
 * {@link #empty()} is a data source on an empty schema, for tests of the migrations themselves. Servers end with the run.
 */
public final class TestDatabase {

    private static final List<Path> INSTALLED = List.of(Path.of("/usr/sbin/mariadbd"), Path.of("/usr/bin/mariadbd"));
    private static final Path BROUGHT = Path.of("target/server-content/mariadb/bin/mariadbd").toAbsolutePath();
    private static final Map<Path, Server> SERVERS = new ConcurrentHashMap<>();
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    /** Held, or the level would be forgotten: each migration would else be several lines. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");
    private static TestDatabase shared;

    static {
        FLYWAY.setLevel(Level.WARNING);
    }

    private final Server server;
    private final String schema;
    private EntityManagerFactory factory;

    private TestDatabase(Server server) {
        this.server = server;
        this.schema = "test" + SCHEMAS.incrementAndGet();
        server.execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
    }

    /** The one for everybody. */
    public static synchronized TestDatabase shared() {
        if (shared == null) {
            shared = fresh();
        }
        return shared;
    }

    /** A migrated schema of its own. */
    public static TestDatabase fresh() {
        return new TestDatabase(server(programs().get(0))).migrated();
    }

    /** A migrated schema on each MariaDB there is on this machine. */
    public static Stream<TestDatabase> everyVersion() {
        return programs().stream().map(program -> new TestDatabase(server(program)).migrated());
    }

    /** A schema without tables on each MariaDB there is on this machine. */
    public static Stream<TestDatabase> emptyOnEveryVersion() {
        return programs().stream().map(program -> new TestDatabase(server(program)));
    }

    /** Where this schema's server listens, on loopback. */
    public int port() {
        return server.port();
    }

    /** The schema's name. */
    public String schema() {
        return schema;
    }

    /** A schema without tables. */
    public static TestDatabase empty() {
        return new TestDatabase(server(programs().get(0)));
    }

    private TestDatabase migrated() {
        Flyway.configure().dataSource(dataSource()).locations("classpath:db/migration").load().migrate();
        return this;
    }

    private static List<Path> programs() {
        List<Path> programs = new ArrayList<>();
        Stream.concat(Stream.of(BROUGHT), INSTALLED.stream().filter(Files::isExecutable).limit(1))
                .filter(Files::isRegularFile).forEach(programs::add);
        if (programs.isEmpty()) {
            throw new IllegalStateException("The tests need a MariaDB: run 'mvn package' once, which brings one, or install "
                    + "mariadb-server.");
        }
        return programs;
    }

    private static Server server(Path program) {
        return SERVERS.computeIfAbsent(program, Server::start);
    }

    /** A data source on this schema; each connection is a new one. */
    public MariaDbDataSource dataSource() {
        return server.dataSource(schema);
    }

    /** The server's version, for messages. */
    public String version() {
        try (Connection connection = dataSource().getConnection()) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Our persistence unit on this schema, with transactions of its own instead of the server's. */
    public synchronized EntityManagerFactory factory() {
        if (factory == null) {
            Map<String, Object> settings = new HashMap<>();
            settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
            settings.put("jakarta.persistence.jtaDataSource", "");
            settings.put("jakarta.persistence.nonJtaDataSource", dataSource());
            settings.put("eclipselink.target-server", "None");
            settings.put("eclipselink.session-name", schema);
            settings.put("eclipselink.weaving", "false");
            factory = Persistence.createEntityManagerFactory("dalil", settings);
        }
        return factory;
    }

    /** Does the work in a transaction that is committed, or rolled back if it throws. */
    public <T> T resultOf(Function<EntityManager, T> work) {
        EntityManager entities = factory().createEntityManager();
        try {
            entities.getTransaction().begin();
            T result = work.apply(entities);
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    /** As {@link #resultOf}, without a result. */
    public void inTransaction(Consumer<EntityManager> work) {
        resultOf(entities -> {
            work.accept(entities);
            return null;
        });
    }

    @Override
    public String toString() {
        return "MariaDB " + version();
    }

    /** A running mariadbd on loopback, in a directory that goes with it. */
    private record Server(Process process, int port) {

        static Server start(Path program) {
            try {
                Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target").toAbsolutePath()), "test-db-");
                Path data = Files.createDirectory(home.resolve("data"));
                bootstrap(program, data, home);
                int port = freePort();
                List<String> command = command(program, data);
                command.addAll(List.of("--port=" + port, "--bind-address=127.0.0.1", "--socket=/tmp/dalil-test-" + port + ".sock",
                        "--pid-file=" + home.resolve("pid"), "--skip-ssl", "--skip-name-resolve", "--character-set-server=utf8mb4",
                        "--collation-server=utf8mb4_unicode_ci", "--innodb-flush-log-at-trx-commit=1", "--default-time-zone=+00:00",
                        "--innodb-buffer-pool-size=64M", "--performance-schema=OFF", "--skip-grant-tables"));
                Server server = new Server(new ProcessBuilder(command).redirectErrorStream(true)
                        .redirectOutput(home.resolve("log").toFile()).start(), port);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(home)));
                server.await(home);
                return server;
            } catch (IOException e) {
                throw new IllegalStateException("The test database could not be started", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /** With a place of its own for temporary tables: a MariaDB that starts deletes all it finds there, another's too. */
        private static List<String> command(Path program, Path data) throws IOException {
            Path base = program.getParent().getParent();
            List<String> command = new ArrayList<>(List.of(program.toString(), "--no-defaults", "--basedir=" + base,
                    "--datadir=" + data, "--tmpdir=" + Files.createDirectories(data.resolveSibling("tmp")),
                    "--lc-messages-dir=" + share(base)));
            if ("root".equals(System.getProperty("user.name"))) {
                command.add("--user=root");
            }
            return command;
        }

        private static Path share(Path base) {
            return Stream.of("share", "share/mysql", "share/mariadb").map(base::resolve)
                    .filter(s -> systemTables(s).size() == 3).findFirst()
                    .orElseThrow(() -> new IllegalStateException("No SQL of system tables under " + base));
        }

        private static List<Path> systemTables(Path share) {
            return Stream.of("system_tables.sql", "performance_tables.sql", "system_tables_data.sql")
                    .flatMap(name -> Stream.of("mariadb_", "mysql_").map(prefix -> share.resolve(prefix + name))
                            .filter(Files::exists).limit(1)).toList();
        }

        private static void bootstrap(Path program, Path data, Path home) throws IOException, InterruptedException {
            List<String> command = command(program, data);
            command.addAll(List.of("--bootstrap", "--skip-networking"));
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(home.resolve("bootstrap.log").toFile()).start();
            try (OutputStream in = process.getOutputStream()) {
                in.write("create database mysql;\nuse mysql;\nset @auth_root_socket=null;\n".getBytes(StandardCharsets.UTF_8));
                for (Path file : systemTables(share(program.getParent().getParent()))) {
                    Files.copy(file, in);
                }
            }
            if (process.waitFor() != 0) {
                throw new IllegalStateException("The test database could not be created: see " + home);
            }
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }

        private void await(Path home) throws InterruptedException {
            for (int tenths = 0; tenths < 600 && process.isAlive(); tenths++) {
                try (Connection connection = dataSource("mysql").getConnection()) {
                    return;
                } catch (SQLException notYet) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
            }
            throw new IllegalStateException("The test database did not answer: see " + home);
        }

        MariaDbDataSource dataSource(String schema) {
            try {
                return new MariaDbDataSource("jdbc:mariadb://127.0.0.1:" + port + "/" + schema
                        + "?user=root&timezone=UTC&allowLocalInfile=false");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        void execute(String sql) {
            try (Connection connection = dataSource("mysql").getConnection()) {
                connection.createStatement().execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }

        private void stop(Path home) {
            process.destroy();
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
                try (Stream<Path> all = Files.walk(home)) {
                    all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
                }
            } catch (IOException | InterruptedException leftOver) {
                // in target/, which the next clean build deletes
            }
        }
    }
}
