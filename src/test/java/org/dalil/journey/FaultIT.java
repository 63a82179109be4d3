package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** The database or the server is killed or stopped while learners answer: what was confirmed is there afterwards. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultIT {

    private static final int WRITERS = 8;

    /** As Maven starts it. */
    private static final DalilServer SERVER = DalilServer.fresh("faults", Map.of("PREPEND_JAVA_OPTS",
            DalilServer.ONE_COMPILER + " -Ddalil.ends.with.parent=true"));
    private static final Rows ROWS = new Rows(SERVER);

    /** Where a build runs far away, its results are all that is seen of it. */
    @RegisterExtension
    static final TestExecutionExceptionHandler SAYS_WHY = (context, thrown) -> {
        throw new AssertionError(thrown + " | " + SERVER.lastWords(), thrown);
    };

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    /** One that failed leaves the next a server to try. */
    @BeforeEach
    void ready() {
        SERVER.waitUntilReady(Duration.ofSeconds(60));
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    /** Learners who change one answer again and again, and remember what was confirmed last and what was sent since. */
    private static final class Writers implements AutoCloseable {

        private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        private final AtomicBoolean going = new AtomicBoolean(true);
        private final AtomicInteger refused = new AtomicInteger();
        private final Map<String, String> confirmed = new ConcurrentHashMap<>();
        private final Map<String, String> sent = new ConcurrentHashMap<>();
        private final Map<String, Integer> odd = new ConcurrentHashMap<>();

        Writers() {
            for (int i = 0; i < WRITERS; i++) {
                Visitor.Holder holder = Visitor.withCard(SERVER);
                holder.begin("before");
                threads.submit(() -> write(holder));
            }
        }

        /** The second question of either form is one choice of four. */
        private void write(Visitor.Holder holder) {
            String path = "/en/c/spot-it/before/2";
            Visitor.Answer question = holder.visitor().get(path);
            List<String> choices = question.offered("a");
            Visitor.Fields form = question.hidden().with("auto", "1");
            String attempt = form.get("right").split("\\.")[0];
            for (int n = 0; going.get(); n++) {
                String choice = choices.get(n % choices.size());
                sent.put(attempt, choice);
                try {
                    Visitor.Answer answer = holder.visitor().post(path, form.but("a", choice));
                    if (answer.status() == 200) {
                        confirmed.put(attempt, choice);
                    } else if (answer.status() == 503) {
                        refused.incrementAndGet();
                        // As a page's script does, which tries again later: a loop without a pause would starve the database's start.
                        pause(250);
                    } else {
                        odd.merge(String.valueOf(answer.status()), 1, Integer::sum);
                    }
                } catch (Visitor.Unreachable gone) {
                    pause(50);
                }
            }
        }

        /** Ends the writing; then the database must hold what was confirmed last, or what was sent after it. */
        void assertNothingLost() {
            close();
            assertEquals(WRITERS, confirmed.size(), "everybody had something confirmed");
            List<String> lost = new ArrayList<>();
            confirmed.forEach((attempt, choice) -> {
                List<String> rows = ROWS.of("SELECT value FROM answer WHERE attempt_id = ?", attempt);
                if (rows.size() != 1 || !rows.get(0).equals(choice) && !rows.get(0).equals(sent.get(attempt))) {
                    lost.add(attempt + " confirmed " + choice + ", there is " + rows);
                }
            });
            assertEquals(List.of(), lost);
            assertEquals(Map.of(), odd, "answers that are neither a confirmation nor a 503");
        }

        @Override
        public void close() {
            going.set(false);
            threads.shutdown();
            try {
                assertTrue(threads.awaitTermination(60, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean within(Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (condition.getAsBoolean()) {
                return true;
            }
            pause(20);
        }
        return false;
    }

    @Test
    @Order(1)
    void aKilledDatabaseComesBackByItselfAndHoldsAllThatWasConfirmed() {
        Visitor reader = new Visitor(SERVER);
        assertEquals(200, reader.get("/en/c/spot-it/1/1").status());
        for (int round = 0; round < 3; round++) {
            try (Writers writers = new Writers()) {
                pause(1000);
                long killed = System.nanoTime();
                SERVER.killDatabase();
                assertTrue(within(Duration.ofSeconds(5), () -> SERVER.status() == 503), "readiness says that it is away");
                Visitor.Answer lesson = reader.get("/en/c/spot-it/1/1");
                assertEquals(200, lesson.status(), "lessons are served while the database is away");
                SERVER.waitUntilReady(Duration.ofSeconds(30));
                assertTrue(System.nanoTime() - killed < Duration.ofSeconds(30).toNanos(), "ready again within 30 s");
                pause(1000);
                assertTrue(writers.refused.get() > 0, "a save in between is answered with 503");
                writers.assertNothingLost();
            }
        }
    }

    @Test
    @Order(2)
    void aKilledServerFindsAllThatItConfirmed() {
        try (Writers writers = new Writers()) {
            pause(1500);
            SERVER.kill();
            long killed = System.nanoTime();
            SERVER.launch();
            SERVER.waitUntilReady(Duration.ofSeconds(90));
            assertTrue(System.nanoTime() - killed < Duration.ofSeconds(90).toNanos());
            pause(1000);
            writers.assertNothingLost();
        }
    }

    /** A stop as a service manager asks for it, while saves wait for the database. */
    @Test
    @Order(3)
    void aStopLetsRunningSavesFinishAndTellsNewOnesWhenToComeAgain() throws Exception {
        String path = "/en/c/spot-it/before/2";
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        List<Future<Visitor.Answer>> saves = new ArrayList<>();
        Map<String, String> sent = new ConcurrentHashMap<>();
        try (Connection holding = ROWS.open(); Statement statement = holding.createStatement()) {
            List<Callable<Visitor.Answer>> work = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                Visitor.Holder holder = Visitor.withCard(SERVER);
                holder.begin("before");
                Visitor.Answer question = holder.visitor().get(path);
                String choice = question.offered("a").get(i % 2);
                Visitor.Fields form = question.hidden().with("auto", "1").with("a", choice);
                sent.put(form.get("right").split("\\.")[0], choice);
                work.add(() -> holder.visitor().post(path, form));
            }
            statement.execute("LOCK TABLES answer WRITE");
            work.forEach(w -> saves.add(threads.submit(w)));
            assertTrue(within(Duration.ofSeconds(3), () -> ROWS.count("SELECT COUNT(*) FROM information_schema.processlist "
                    + "WHERE state LIKE 'Waiting for table%'") == WRITERS), "all saves wait");
            Future<?> stop = threads.submit(SERVER::stop);
            Visitor late = new Visitor(SERVER);
            assertTrue(within(Duration.ofSeconds(2), () -> late.get("/en/").status() == 503), "nobody new is let in");
            assertEquals("5", late.get("/en/c/spot-it/1/1").header("Retry-After"), "and hears when to come again");
            statement.execute("UNLOCK TABLES");
            for (Future<Visitor.Answer> save : saves) {
                assertEquals(200, save.get().status(), "what was sent before is finished");
            }
            stop.get(60, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }
        SERVER.start();
        sent.forEach((attempt, choice) -> assertEquals(List.of(choice), ROWS.of("SELECT value FROM answer WHERE attempt_id = ?", attempt)));
        assertEquals("", new Visitor(SERVER).get("/en/").header("Retry-After"), "only while it stops");
    }

    /** Otherwise nobody would know of the server, and the next start would find its port taken. */
    @Test
    @Order(4)
    void aServerEndsWithTheMavenThatStartedIt() throws IOException {
        long database = Long.parseLong(Files.readString(SERVER.data().resolve("database.pid")).strip());
        assertTrue(SERVER.endsWithParent(Duration.ofSeconds(30)), "the server went by itself");
        assertEquals(0, SERVER.status());
        assertTrue(ProcessHandle.of(database).filter(ProcessHandle::isAlive).isEmpty(), "and took its database along");
    }
}
