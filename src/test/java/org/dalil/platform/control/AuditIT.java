package org.dalil.platform.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dalil.TestDatabase;
import org.dalil.platform.control.AuditExport.Noted;
import org.dalil.platform.entity.AuditChain;
import org.dalil.platform.entity.AuditLine;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The trail on a real database: what may be done to it, and what is found when somebody did more. */
class AuditIT {

    private static final List<String> GUARDS = List.of("audit_event_is_never_changed", "audit_event_is_never_removed",
            "audit_head_is_never_removed", "audit_head_only_goes_on");

    private static TestDatabase database;
    private static List<String> guards;

    @BeforeAll
    static void a_trail_of_its_own() throws SQLException {
        database = TestDatabase.fresh();
        guards = new ArrayList<>();
        for (String guard : GUARDS) {
            try (Connection connection = database.dataSource().getConnection(); Statement statement = connection.createStatement();
                 ResultSet row = statement.executeQuery("SHOW CREATE TRIGGER " + guard)) {
                row.next();
                // Without grants there is no user whose it could be.
                guards.add(row.getString("SQL Original Statement").replaceFirst("DEFINER=\\S+ ", ""));
            }
        }
    }

    /** Every test begins with the same short trail, behind its guards. */
    @BeforeEach
    void five_things_are_done() throws SQLException {
        unguarded("TRUNCATE audit_event", "UPDATE audit_head SET id = 0, seal = '', hash = '" + AuditLine.START + "'");
        sql(guards.toArray(String[]::new));
        for (int i = 1; i <= 5; i++) {
            record("staff:11", "certificate.revoke", "نامە-" + i, i == 3 ? "dishonest" : "");
        }
    }

    private static void record(String actor, String act, String subject, String detail) {
        database.inTransaction(em -> PlatformParts.trail(em, Clock.systemUTC()).record(actor, act, subject, detail));
    }

    @Test
    void an_untouched_trail_is_whole_live_and_exported() throws Exception {
        assertEquals(List.of(), live().faults());
        AuditChain exported = file(export());
        assertEquals(List.of(), exported.faults());
        assertEquals(5, exported.lines());
        assertEquals(live().hash(), exported.hash());
    }

    @Test
    void the_database_itself_refuses_to_change_or_remove_a_line() {
        for (String attack : List.of("UPDATE audit_event SET act = 'nothing' WHERE id = 2", "DELETE FROM audit_event WHERE id = 5",
                "DELETE FROM audit_head",
                "UPDATE audit_head SET id = 3", "REPLACE INTO audit_event (id, at, actor, act, subject)"
                        + " VALUES (2, NOW(), 'a', 'b', 'c')")) {
            assertTrue(assertThrows(SQLException.class, () -> sql(attack)).getMessage().contains("only added to"), attack);
        }
        assertThrows(SQLException.class, () -> sql("INSERT INTO audit_event (id, at, actor, act, subject) "
                + "VALUES (2, NOW(), 'a', 'b', 'c')"));
    }

    @Test
    void an_altered_line_is_found() throws Exception {
        unguarded("UPDATE audit_event SET detail = 'mistake' WHERE id = 3");
        assertEquals(List.of("line 3 is not what was written"), live().faults());
        assertEquals(List.of("line 3 is not what was written"), file(export()).faults());
    }

    @Test
    void a_removed_line_is_found() throws Exception {
        unguarded("DELETE FROM audit_event WHERE id = 2");
        assertEquals(List.of("line 2 is missing"), live().faults());
    }

    @Test
    void lines_that_changed_places_are_found() throws Exception {
        unguarded("UPDATE audit_event SET id = 20 WHERE id = 2", "UPDATE audit_event SET id = 2 WHERE id = 3",
                "UPDATE audit_event SET id = 3 WHERE id = 20");
        assertEquals("line 2 is not what was written", live().faults().get(0));
        List<String> lines = new ArrayList<>(export().lines().toList());
        Collections.swap(lines, 1, 5);
        assertTrue(file(String.join("\n", lines)).faults().stream().anyMatch(f -> f.contains("another order")));
    }

    @Test
    void a_trail_without_its_end_is_found() throws Exception {
        List<String> lines = export().lines().toList();
        assertEquals(List.of("the end is missing: the file was cut off after line 4"), file(String.join("\n", lines.subList(0, 5))).faults());
        unguarded("DELETE FROM audit_event WHERE id = 5");
        assertEquals("the end is missing: the trail has 5 lines and stops after 4", live().faults().get(0));
    }

    @Test
    void an_added_line_that_nobody_recorded_is_found() throws Exception {
        sql("INSERT INTO audit_event (id, at, actor, act, subject, hash) VALUES (6, NOW(3), 'staff:11', 'certificate.issue', 'x', '"
                + "0".repeat(64) + "')");
        assertEquals("line 6 is not what was written", live().faults().get(0));
    }

    @Test
    void a_trail_written_anew_by_somebody_without_the_key_is_found() throws Exception {
        String before = live().hash();
        // Somebody who owns the database computes every hash again, as the migration does, and the head with it.
        unguarded("UPDATE audit_event SET detail = 'mistake' WHERE id = 3", "SET @hash = SHA2('dalil-audit-1', 256)", """
                UPDATE audit_event SET hash = (@hash := SHA2(CONCAT(@hash, LENGTH(id), ':', id, ',',
                  '23:', LEFT(DATE_FORMAT(at, '%Y-%m-%dT%H:%i:%s.%f'), 23), ',', LENGTH(actor), ':', actor, ',',
                  LENGTH(act), ':', act, ',', LENGTH(subject), ':', subject, ',', LENGTH(detail), ':', detail, ','), 256))
                ORDER BY id""", "UPDATE audit_head SET hash = @hash");
        assertEquals(List.of("the seal at the end is not this installation's: the trail was written anew, or the key is another"),
                live().faults());
        // Without the key, what was noted of an earlier day shows it.
        AuditChain noted = check(new Noted(5, before), null);
        assertEquals(List.of("line 5 was noted once, and another line stands there now: the trail was written anew"), noted.faults());
    }

    @Test
    void a_trail_cut_back_to_an_older_end_is_found_by_what_was_noted() throws Exception {
        List<String> old = export().lines().toList();
        record("staff:11", "certificate.issue", "late", "");
        String noted = live().hash();
        AuditChain cut = AuditExport.check(new BufferedReader(new StringReader(String.join("\n", old))), new Noted(6, noted),
                PlatformParts.SEALS);
        assertEquals(List.of("line 6 was noted once, and the trail stops after 5"), cut.faults());
    }

    @Test
    void what_is_rolled_back_leaves_no_gap_and_forty_writers_one_chain() throws Exception {
        assertThrows(IllegalStateException.class, () -> database.inTransaction(em -> {
            PlatformParts.trail(em, Clock.systemUTC()).record("staff:11", "certificate.issue", "lost");
            throw new IllegalStateException("rolled back");
        }));
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> all = IntStream.range(0, 40).<Callable<Void>>mapToObj(i -> () -> {
                record("staff:" + i, "certificate.issue", "c" + i, "");
                return null;
            }).toList();
            for (var done : writers.invokeAll(all)) {
                done.get();
            }
        } finally {
            writers.shutdown();
        }
        AuditChain chain = live();
        assertEquals(List.of(), chain.faults());
        assertEquals(45, chain.lines());
    }

    @Test
    void the_same_done_to_many_is_a_line_for_each_in_one_chain() throws Exception {
        database.inTransaction(em -> PlatformParts.trail(em, Clock.systemUTC()).record("candidate.add", Stream.of()));
        database.inTransaction(em -> PlatformParts.trail(em, Clock.systemUTC()).record("candidate.add", IntStream.range(0, 500).boxed()));
        AuditChain chain = live();
        assertEquals(List.of(), chain.faults());
        assertEquals(505, chain.lines());
        assertEquals(List.of(), file(export()).faults());
    }

    @Test
    void lines_from_before_the_chain_are_taken_in() throws Exception {
        TestDatabase old = TestDatabase.empty();
        Flyway.configure().dataSource(old.dataSource()).locations("classpath:db/migration").target("75").load().migrate();
        try (Connection connection = old.dataSource().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO audit_event (id, at, actor, act, subject) VALUES "
                    + "(4, '2026-11-01 10:00:00.007', 'system:first-start', 'staff.add', 'ڕێزلێنان'), (9, NOW(3), 'a', 'b', 'c,d:1')");
        }
        Flyway.configure().dataSource(old.dataSource()).locations("classpath:db/migration").load().migrate();
        try (Connection connection = old.dataSource().getConnection()) {
            AuditChain chain = AuditExport.check(connection, Noted.NOTHING, null);
            assertEquals(List.of(), chain.faults());
            assertEquals(2, chain.lines());
        }
    }

    @Test
    void a_part_is_whole_from_what_was_noted_to_the_sealed_end() throws Exception {
        String second = hash(2);
        assertEquals(List.of(), part(part(3), new Noted(2, second)).faults());
        assertEquals(3, part(part(3), new Noted(2, second)).lines());
        assertEquals(List.of(), part(part(3), new Noted(4, hash(4))).faults(), "what was noted may stand within it");
        assertEquals(1, part(part(5), Noted.NOTHING).lines());
        assertEquals(export(), part(1), "from the first line on it is the whole trail");
    }

    @Test
    void a_part_with_another_beginning_is_found() throws Exception {
        String second = hash(2);
        assertEquals(List.of("line 2 was noted once, and another line stands there now: the trail was written anew"),
                part(part(3), new Noted(2, hash(1))).faults());
        assertEquals(List.of("line 1 was noted once, and this part begins after line 2: it can't be compared"),
                part(part(3), new Noted(1, hash(1))).faults());
        // A forged beginning: the next line no longer follows from it.
        assertEquals(List.of("line 3 is not what was written"),
                part(part(3).replaceFirst(second, "0".repeat(64)), Noted.NOTHING).faults());
        assertEquals(List.of("line 3 is missing"), part(part(3).replaceFirst("(?m)^\\{\"id\":3.*\\R", ""), Noted.NOTHING).faults());
        for (String after : List.of("0", "-1", "\"x\"", "99999999999999999999")) {
            assertThrows(IOException.class, () -> file(part(3).replaceFirst("\"after\":2", "\"after\":" + after)), after);
        }
        assertThrows(SQLException.class, () -> part(7), "it would begin after a line that is not there");
    }

    @Test
    void a_day_begins_with_its_first_line_even_if_the_clock_was_set_back() throws Exception {
        try (Connection connection = database.dataSource().getConnection()) {
            Instant early = Instant.parse("2030-02-28T23:59:59.999Z");
            Instant leap = Instant.parse("2032-02-29T00:00:00Z");
            for (Instant at : List.of(leap, early, leap.plusMillis(1))) {
                database.inTransaction(em -> PlatformParts.trail(em, Clock.fixed(at, ZoneOffset.UTC)).record("staff:11", "a", "b"));
            }
            assertEquals(Optional.of(6L), AuditExport.since(connection, leap), "the moment itself belongs to it");
            assertEquals(Optional.of(6L), AuditExport.since(connection, early));
            assertEquals(Optional.of(8L), AuditExport.since(connection, leap.plusMillis(1)));
            assertEquals(Optional.empty(), AuditExport.since(connection, leap.plusMillis(2)));
        }
    }

    private static String part(long from) throws SQLException, IOException {
        StringWriter out = new StringWriter();
        try (Connection connection = database.dataSource().getConnection()) {
            AuditExport.write(connection, from, out);
        }
        return out.toString();
    }

    private static AuditChain part(String text, Noted noted) throws IOException {
        return AuditExport.check(new BufferedReader(new StringReader(text)), noted, PlatformParts.SEALS);
    }

    private static String hash(int line) throws SQLException {
        try (Connection connection = database.dataSource().getConnection(); Statement statement = connection.createStatement();
             ResultSet row = statement.executeQuery("SELECT hash FROM audit_event WHERE id = " + line)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void a_file_that_is_no_trail_is_refused_in_one_sentence() {
        for (String nonsense : List.of("", "{}", "hello", "[]", "{\"format\":\"dalil-audit-1\"}\n{\"id\":1,\"at\":\"x\"}")) {
            assertThrows(IOException.class, () -> file(nonsense), nonsense);
        }
    }

    @Test
    void the_command_exports_checks_and_ends_with_a_number_to_note() throws Exception {
        Path file = Files.createTempFile("trail", ".jsonl");
        assertEquals("0 Written to " + file + ".", command("export", file.toString()));
        String told = command("check", file.toString());
        assertTrue(told.startsWith("0 5 lines, whole.") && told.endsWith(" 5:" + live().hash()), told);
        assertEquals(told, command("check"));
        assertEquals(told, command("check", "5:" + live().hash()));
        assertTrue(command("check", "4:" + live().hash()).startsWith("1 broken  line 4 was noted once"));
        Files.writeString(file, Files.readString(file).replace("dishonest", "mistake"));
        assertTrue(command("check", file.toString()).startsWith("1 broken  line 3 is not what was written"));
        assertTrue(command("check", "/no/such/file").startsWith("1 The trail can't be read"));
        assertTrue(command("erase").startsWith("1 Write export FILE"));
    }

    /** @return the exit code and what was said, on one line */
    private static String command(String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = new AuditCommand(new PrintStream(said, true, StandardCharsets.UTF_8), new Installation() {
            @Override
            public Optional<String> setting(String name) {
                return Optional.ofNullable(Map.of("DB_URL", database.dataSource().getUrl(), "DB_USER", "root").get(name));
            }

            @Override
            public Path keys() {
                return PlatformParts.SEALS.installation.keys();
            }
        }).run(List.of(words));
        return code + " " + said.toString(StandardCharsets.UTF_8).strip().replaceAll("\\R", " ");
    }

    private AuditChain live() throws SQLException, IOException {
        return check(Noted.NOTHING, PlatformParts.SEALS);
    }

    private AuditChain check(Noted noted, Keys keys) throws SQLException, IOException {
        try (Connection connection = database.dataSource().getConnection()) {
            return AuditExport.check(connection, noted, keys);
        }
    }

    private String export() throws SQLException, IOException {
        StringWriter out = new StringWriter();
        try (Connection connection = database.dataSource().getConnection()) {
            AuditExport.write(connection, out);
        }
        return out.toString();
    }

    private static AuditChain file(String text) throws IOException {
        return AuditExport.check(new BufferedReader(new StringReader(text)), Noted.NOTHING, PlatformParts.SEALS);
    }

    private static void sql(String... statements) throws SQLException {
        try (Connection connection = database.dataSource().getConnection(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** As somebody who owns the database would: without its guards. */
    private static void unguarded(String... statements) throws SQLException {
        sql(GUARDS.stream().map(guard -> "DROP TRIGGER IF EXISTS " + guard).toArray(String[]::new));
        sql(statements);
    }
}
