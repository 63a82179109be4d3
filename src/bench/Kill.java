import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Kills the server or the database in mid-answer and looks whether anything that was confirmed is gone.
 *
 * <p>{@code java -cp target/bench:target/server/modules/org/mariadb/jdbc/main/mariadb-java-client.jar Kill target/server
 * /tmp/kill server 30}: 30 rounds with 50 writers. The third word is {@code server} or {@code database}. The data directory is
 * made afresh beforehand by whoever calls; ports 8099 and 13399 must be free.
 */
final class Kill {

    private static final int WRITERS = 50;
    private static final String SITE = "http://127.0.0.1:8099";

    /** What one writer was told: the last confirmed value of each item, and the value sent after it, of which nobody knows. */
    private record Told(String confirmed, String sent) { }

    private static final Map<String, Told> TOLD = new ConcurrentHashMap<>();
    private static final AtomicLong CONFIRMED = new AtomicLong();
    private static volatile boolean running = true;

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]).toAbsolutePath();
        Path data = Path.of(args[1]).toAbsolutePath();
        boolean database = args[2].equals("database");
        int rounds = Integer.parseInt(args[3]);
        Process server = launch(home, data);
        ready(180);
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int seed = i;
            Thread writer = new Thread(() -> write(seed));
            writer.start();
            writers.add(writer);
        }
        Random random = new Random(42);
        double worst = 0;
        for (int round = 1; round <= rounds; round++) {
            Thread.sleep(2000 + random.nextInt(2000));
            long from = System.nanoTime();
            if (database) {
                kill(Long.parseLong(Files.readString(data.resolve("database.pid")).strip()));
                away(5);
            } else {
                server.descendants().filter(p -> !p.info().command().orElse("").contains("mariadbd")).forEach(ProcessHandle::destroyForcibly);
                server.destroyForcibly().waitFor();
                server = launch(home, data);
            }
            ready(120);
            double took = (System.nanoTime() - from) / 1e9;
            worst = Math.max(worst, took);
            System.out.printf("round %d: ready again after %.1f s, %d confirmed so far%n", round, took, CONFIRMED.get());
        }
        Thread.sleep(2000);
        running = false;
        for (Thread writer : writers) {
            writer.join();
        }
        check(data);
        System.out.printf("worst time to ready: %.1f s%n", worst);
        server.descendants().forEach(ProcessHandle::destroy);
    }

    private static Process launch(Path home, Path data) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", home.resolve("bin/standalone.sh").toString(), "-Djboss.management.http.port=9995");
        builder.environment().putAll(Map.of("DALIL_DATA", data.toString(), "DALIL_PORT", "8099", "DALIL_DB_PORT", "13399",
                "DALIL_COURSES", Path.of("courses").toAbsolutePath().toString(), "DALIL_EXIT", "calendar"));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(new File(data + ".console")));
        return builder.start();
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Waits until readiness says that the database is gone; it may also be back before anybody could ask. */
    private static void away(int seconds) throws InterruptedException {
        for (int i = 0; i < seconds * 20 && status() == 200; i++) {
            Thread.sleep(50);
        }
    }

    private static int status() {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create(SITE + "/status/ready").toURL().openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout(5000);
            return connection.getResponseCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    private static void ready(int seconds) throws InterruptedException {
        for (int i = 0; i < seconds * 5; i++) {
            if (status() == 200) {
                return;
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("not ready within " + seconds + " s");
    }

    /** Answers the same ten questions again and again with other values, as someone does who changes their mind. */
    private static void write(int seed) {
        Learner learner = new Learner(SITE, "spot-it");
        List<Map<String, String>> forms = new ArrayList<>();
        int turn = seed;
        while (running) {
            try {
                if (forms.isEmpty()) {
                    learner.newCard();
                    learner.begin("before");
                    for (int n = 1; n <= 10; n++) {
                        forms.add(learner.question("before", n, 0));
                    }
                }
                for (int n = 1; n <= 10 && running; n++) {
                    save(learner, forms.get(n - 1), n, turn++);
                }
            } catch (IOException | RuntimeException down) {
                sleep();
            }
        }
    }

    private static void save(Learner learner, Map<String, String> form, int n, int turn) throws IOException {
        if (!form.containsKey("a")) {
            return;
        }
        Map<String, String> other = new java.util.LinkedHashMap<>(form);
        boolean skip = turn % 2 == 0;
        String value = skip ? "-" : form.get("a");
        if (skip) {
            other.put("skip", "1");
        }
        String id = form.get("submission");
        TOLD.merge(id, new Told(null, value), (was, now) -> new Told(was.confirmed(), value));
        if (learner.save("before", n, other)) {
            TOLD.put(id, new Told(value, value));
            CONFIRMED.incrementAndGet();
        } else {
            sleep();
        }
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void check(Path data) throws Exception {
        Map<String, String> stored = new java.util.HashMap<>();
        int rows = 0;
        String password = Files.readString(data.resolve("database.password")).strip();
        try (Connection connection = DriverManager.getConnection("jdbc:mariadb://127.0.0.1:13399/dalil", "dalil", password);
             ResultSet row = connection.createStatement().executeQuery("SELECT submission_id, IF(skipped, '-', value) FROM answer")) {
            while (row.next()) {
                stored.put(row.getString(1), row.getString(2));
                rows++;
            }
        }
        int lost = 0;
        int altered = 0;
        for (Map.Entry<String, Told> told : TOLD.entrySet()) {
            String value = stored.get(told.getKey());
            if (told.getValue().confirmed() != null && value == null) {
                lost++;
            } else if (value != null && !value.equals(told.getValue().confirmed()) && !value.equals(told.getValue().sent())) {
                altered++;
            }
        }
        System.out.printf("%d confirmed saves of %d answers; lost %d, altered %d, duplicated %d%n", CONFIRMED.get(), TOLD.size(), lost,
                altered, rows - stored.size());
    }
}
