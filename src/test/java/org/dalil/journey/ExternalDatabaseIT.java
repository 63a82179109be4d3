package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.dalil.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A database that somebody else runs, on the other end of a line that may fail. */
class ExternalDatabaseIT {

    private static final String QUESTION = "/en/c/spot-it/before/2";

    /** More than a pool has connections. */
    private static final int MANY = 24;

    /** What a learner waits at most for the sentence that it can't be saved now: five seconds, and one for a machine that is busy with other tests. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    static Stream<TestDatabase> everyVersion() {
        return TestDatabase.emptyOnEveryVersion();
    }

    private static DalilServer serverOn(TestDatabase database, int port) {
        return DalilServer.empty("external", Map.of("DB_URL", "jdbc:mariadb://127.0.0.1:" + port + "/" + database.schema(),
                "DB_USER", "root", "DB_PASSWORD", "none"));
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void aLearnerWorksThereAndNobodyWaitsForALineThatFails(TestDatabase database) throws Exception {
        try (Link link = new Link(database.port()); DalilServer server = serverOn(database, link.port())) {
            server.start();
            assertFalse(Files.exists(server.data().resolve("database")), "no database of its own beside it");
            Visitor.Holder holder = Visitor.withCard(server);
            holder.takeTest("before");
            assertEquals(1, new Rows(database).count("SELECT COUNT(*) FROM attempt WHERE submitted_at IS NOT NULL"));
            List<Save> saves = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                saves.add(Save.begin(server));
            }
            Visitor.Fields form = holder.visitor().get("/en/c/spot-it/2/1").hidden().with("again", "1");
            Visitor reader = new Visitor(server);
            assertEquals(200, reader.get("/en/c/spot-it/1/1").status());

            link.swallow();
            List<Visitor> leaving = saves.stream().limit(3).map(save -> save.visitor().withSameCookie()).toList();
            assertLeaveAtOnce(leaving);
            assertPagesAnswerInTime(holder.visitor(), form);
            assertRefusedInTime(saves);
            assertReadingGoesOn(server, reader);
            link.mend();
            server.waitUntilReady(Duration.ofSeconds(30));
            assertEndWhenItIsBack(leaving);
            saves.subList(0, 3).clear();
            assertComesBack(server, saves);

            link.cut();
            assertPagesAnswerInTime(holder.visitor(), form);
            assertRefusedInTime(saves);
            assertReadingGoesOn(server, reader);
            link.mend();
            assertComesBack(server, saves);
        }
    }

    /** An answer to the second question, to be sent again and again. */
    private record Save(Visitor visitor, Visitor.Fields form) {

        static Save begin(DalilServer server) {
            Visitor.Holder holder = Visitor.withCard(server);
            holder.begin("before");
            Visitor.Answer question = holder.visitor().get(QUESTION);
            return new Save(holder.visitor(), question.hidden().with("auto", "1").with("a", question.offered("a").get(0)));
        }

        Visitor.Answer send() {
            return visitor.post(QUESTION, form);
        }
    }

    /** All at once, so that those wait, too, who find no connection left. */
    private static void assertRefusedInTime(List<Save> saves) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(saves.size());
        try {
            List<Future<Duration>> waited = new ArrayList<>();
            for (Save save : saves) {
                waited.add(threads.submit(() -> {
                    long begun = System.nanoTime();
                    Visitor.Answer answer = save.send();
                    assertEquals(503, answer.status());
                    assertEquals("5", answer.header("Retry-After"));
                    return Duration.ofNanos(System.nanoTime() - begun);
                }));
            }
            for (Future<Duration> wait : waited) {
                assertTrue(wait.get().compareTo(PATIENCE) < 0, "refused only after " + wait.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** The quickest of some, because other tests keep the machine busy: whoever waits for the database waits for two seconds at least. */
    private static void assertLeaveAtOnce(List<Visitor> leaving) {
        List<Duration> waited = new ArrayList<>();
        for (Visitor visitor : leaving) {
            long begun = System.nanoTime();
            assertEquals(303, visitor.withSameCookie().get("/exit/en").status());
            waited.add(Duration.ofNanos(System.nanoTime() - begun));
        }
        assertTrue(Collections.min(waited).compareTo(Duration.ofMillis(1500)) < 0, "the way out waits for the database: " + waited);
    }

    /** A cookie that somebody has kept opens nothing once the database could be told. */
    private static void assertEndWhenItIsBack(List<Visitor> left) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (left.stream().anyMatch(visitor -> visitor.get("/en/").body().contains("/en/leave"))) {
            assertTrue(System.nanoTime() < end, "the visits have not ended");
            Thread.sleep(500);
        }
    }

    /** Each kind of page that asks for a card, and the forms beside the questions; one after the other, so that each is the first to find out. */
    private static void assertPagesAnswerInTime(Visitor withCard, Visitor.Fields form) {
        List<String> late = new ArrayList<>();
        for (String page : List.of("GET /en/", "GET /en/c/spot-it", "GET /en/c/spot-it/after", "GET /en/c/spot-it/result", "GET /en/c/spot-it/2/chat",
                "POST /en/c/spot-it/2/1", "POST /en/c/spot-it/2/chat", "GET /en/help", "GET /en/c/spot-it/2/1", "GET /exit/en")) {
            String[] parts = page.split(" ");
            long begun = System.nanoTime();
            Visitor asking = withCard.withSameCookie();
            Visitor.Answer answer = parts[0].equals("GET") ? asking.get(parts[1]) : asking.post(parts[1], form);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            if (answer.status() >= 500 && answer.status() != 503 || took.compareTo(PATIENCE) > 0) {
                late.add(page + " " + answer.status() + " after " + took);
            }
        }
        assertEquals(List.of(), late);
    }

    private static void assertReadingGoesOn(DalilServer server, Visitor reader) {
        assertEquals(200, reader.get("/en/c/spot-it/1/1").status(), "lessons are served from memory");
        assertEquals(200, reader.get("/en/help").status(), "and Help");
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (server.status() != 503) {
            assertTrue(System.nanoTime() < end, "readiness says within 15 s that the database is away");
        }
    }

    private static void assertComesBack(DalilServer server, List<Save> saves) {
        server.waitUntilReady(Duration.ofSeconds(30));
        for (Save save : saves) {
            assertEquals(200, save.send().status(), "the same answer, sent again, is kept");
        }
    }

    @Test
    void aDatabaseThatMayLoseAnswersIsRefusedWithWhatToDo() throws SQLException, IOException {
        TestDatabase database = TestDatabase.empty();
        try (Connection connection = database.dataSource().getConnection(); Statement statement = connection.createStatement();
             DalilServer server = serverOn(database, database.port())) {
            statement.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 2");
            try {
                assertThrows(IllegalStateException.class, server::start, "it ends");
                assertTrue(Files.readString(server.console()).contains("Put innodb_flush_log_at_trx_commit=1 under [mysqld]"));
            } finally {
                statement.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 1");
            }
        }
    }
}
