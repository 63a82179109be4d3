package org.dalil.certificate.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dalil.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A database of before renewals: what was learnt stays on the whole way, and every certificate keeps its end. */
class RenewalMigrationIT {

    static Stream<TestDatabase> everyVersion() {
        return TestDatabase.emptyOnEveryVersion();
    }

    private static String id(int n) {
        return "'01930000-0000-7000-8000-%012d'".formatted(n);
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void what_was_learnt_sat_and_issued_before_is_as_it_was(TestDatabase old) throws SQLException {
        Flyway.configure().dataSource(old.dataSource()).locations("classpath:db/migration").target("105").load().migrate();
        try (Connection connection = old.dataSource().getConnection(); Statement sql = connection.createStatement()) {
            sql.execute("INSERT INTO staff_member (id, name, password_hash, start_password, session_epoch, created_at, version) VALUES ("
                    + id(1) + ", 'c', 'x', 0, 0, NOW(3), 1)");
            sql.execute("INSERT INTO course (id, slug, code) VALUES (" + id(5) + ", 'first-response', 'F1')");
            for (int n = 10; n < 13; n++) {
                sql.execute("INSERT INTO candidate (id, track, person, key_version, extra_percent, invited_by, added_at, version) VALUES ("
                        + id(n) + ", 'JUDGES', 'x', 1, 0, " + id(1) + ", NOW(3), 1)");
            }
            sql.execute("INSERT INTO candidate_learning (candidate_id, course_id, module, confirmed_on) VALUES (" + id(10) + ", " + id(5)
                    + ", 1, '2026-11-01'), (" + id(10) + ", " + id(5) + ", 2, '2026-11-02')");
            sql.execute("INSERT INTO exam_session (id, track, courses, place, held_on, planned_by, planned_at, invigilator_mac, version) VALUES ("
                    + id(20) + ", 'JUDGES', 'F1', 'Hall', '2026-11-28', " + id(1) + ", NOW(3), REPEAT('x', 32), 1)");
            sql.execute("INSERT INTO exam_sitting (id, session_id, candidate_id, language, versions, seed, drawn_at, ends_at, visit_id, version) "
                    + "VALUES (" + id(30) + ", " + id(20) + ", " + id(10) + ", 'en', 'v', REPEAT('x', 32), NOW(3), NOW(3), " + id(31) + ", 1)");
            order(sql, 1, 30, 1, 10, "2026-11-28 10:00:00");
            order(sql, 2, 30, 2, 10, "2026-11-28 10:00:00");
            order(sql, 3, 32, 1, 11, "2028-02-29 21:30:00");
            sql.execute("INSERT INTO certificate_key (id, public_half, made_at) VALUES ('k', REPEAT('x', 32), NOW(3))");
            sql.execute("INSERT INTO certificate (id, number, candidate_id, track, issued_at, expires_at, key_id, code_mac, qr, credential, paper, "
                    + "paper_key) VALUES (" + id(40) + ", 1, " + id(10) + ", 'JUDGES', '2026-11-28 10:01:00', '2029-11-28 20:59:59', 'k', "
                    + "REPEAT('x', 32), '', '', '', 1)");
            sql.execute("INSERT INTO certificate_revocation (number, ground, revoked_at, revoked_by) VALUES (1, 'REPLACED', NOW(3), 'c')");
        }
        Flyway.configure().dataSource(old.dataSource()).locations("classpath:db/migration").load().migrate();
        try (Connection connection = old.dataSource().getConnection(); Statement sql = connection.createStatement()) {
            assertEquals(List.of("1 0", "2 0"), column(sql, "SELECT CONCAT(module, ' ', cycle) FROM candidate_learning ORDER BY module"));
            sql.execute("INSERT INTO candidate_learning (candidate_id, cycle, course_id, module, confirmed_on) VALUES (" + id(10) + ", 1, " + id(5)
                    + ", 1, '2029-11-01')");
            assertEquals(List.of("FULL"), column(sql, "SELECT kind FROM exam_session"));
            assertEquals(List.of("0"), column(sql, "SELECT cycle FROM exam_sitting"));
            assertEquals(List.of("1 - 2029-11-28 20:59:59.000", "2 1 2029-11-28 20:59:59.000", "3 - 2031-03-01 20:59:59.000"),
                    column(sql, "SELECT CONCAT(number, ' ', COALESCE(first_edition, '-'), ' ', expires_at) FROM certificate_order ORDER BY number"),
                    "what waits has the end of its first edition, or of the day in Baghdad: it was 1 March there");
            assertEquals(List.of("2 1", "3 3"), column(sql, "SELECT CONCAT(number, ' ', cycle) FROM exam_certificate ORDER BY number"));
        }
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void what_was_revoked_before_orders_could_be_is_as_it_was(TestDatabase old) throws SQLException {
        Flyway.configure().dataSource(old.dataSource()).locations("classpath:db/migration").target("108").load().migrate();
        String revocations = "SELECT CONCAT_WS(' ', number, ground, revoked_at, revoked_by) FROM certificate_revocation ORDER BY number";
        String certificates = "SELECT CONCAT_WS(' ', number, id, issued_at, expires_at, HEX(code_mac)) FROM certificate ORDER BY number";
        String held = "SELECT CONCAT(candidate_id, ' ', number) FROM exam_certificate ORDER BY number";
        List<List<String>> before;
        try (Connection connection = old.dataSource().getConnection(); Statement sql = connection.createStatement()) {
            sql.execute("INSERT INTO staff_member (id, name, password_hash, start_password, session_epoch, created_at, version) VALUES ("
                    + id(1) + ", 'c', 'x', 0, 0, NOW(3), 1)");
            for (int n = 10; n < 14; n++) {
                sql.execute("INSERT INTO candidate (id, track, person, key_version, extra_percent, invited_by, added_at, version) VALUES ("
                        + id(n) + ", 'JUDGES', 'x', 1, 0, " + id(1) + ", NOW(3), 1)");
            }
            sql.execute("INSERT INTO certificate_key (id, public_half, made_at) VALUES ('k', REPEAT('x', 32), NOW(3))");
            // Replaced by another edition; renewed and revoked itself; good; and one that waits to be made.
            ordered(sql, 1, 30, 1, 10, "NULL");
            ordered(sql, 2, 30, 2, 10, "NULL");
            ordered(sql, 3, 31, 1, 11, "NULL");
            ordered(sql, 4, 32, 1, 11, "3");
            ordered(sql, 5, 33, 1, 12, "NULL");
            ordered(sql, 6, 34, 1, 13, "NULL");
            for (int n = 1; n < 6; n++) {
                sql.execute("INSERT INTO certificate (id, number, candidate_id, track, issued_at, expires_at, key_id, code_mac, qr, credential, "
                        + "paper, paper_key) SELECT " + id(40 + n) + ", number, candidate_id, track, passed_at, expires_at, 'k', UNHEX(SHA2(number, "
                        + "256)), '', '', '', 1 FROM certificate_order WHERE number = " + n);
            }
            sql.execute("INSERT INTO certificate_revocation (number, ground, revoked_at, revoked_by) VALUES (1, 'REPLACED', "
                    + "'2026-11-01 10:00:00.123', 'staff:" + id(1).replace("'", "") + "'), (3, 'DISHONEST', '2026-11-02 10:00:00', 'staff:x')");
            before = List.of(column(sql, revocations), column(sql, certificates), column(sql, held));
            assertEquals(List.of(2, 5), before.stream().limit(2).map(List::size).toList());
        }
        Flyway.configure().dataSource(old.dataSource()).locations("classpath:db/migration").load().migrate();
        try (Connection connection = old.dataSource().getConnection(); Statement sql = connection.createStatement()) {
            assertEquals(before, List.of(column(sql, revocations), column(sql, certificates), column(sql, held)));
            sql.execute("INSERT INTO certificate_revocation (number, ground, revoked_at, revoked_by) VALUES (6, 'DISHONEST', NOW(3), 'staff:x')");
            assertThrows(SQLException.class, () -> sql.execute("INSERT INTO certificate_revocation (number, ground, revoked_at, revoked_by) "
                    + "VALUES (99, 'DISHONEST', NOW(3), 'staff:x')"), "what nobody ordered");
            assertThrows(SQLException.class, () -> sql.execute("DELETE FROM certificate_order WHERE number = 3"), "what was revoked");
        }
    }

    private static void ordered(Statement sql, int number, int sitting, int edition, int candidate, String renews) throws SQLException {
        sql.execute("INSERT INTO certificate_order (number, sitting_id, edition, first_edition, renews, candidate_id, track, courses, passed_at, "
                + "expires_at, ordered_at) VALUES (" + number + ", " + id(sitting) + ", " + edition + ", " + (edition == 1 ? "NULL" : number - 1) + ", "
                + renews + ", " + id(candidate) + ", 'JUDGES', 'F1', '2026-10-01 10:00:00', '2029-10-01 20:59:59' + INTERVAL " + number
                + " DAY, NOW(3))");
    }

    private static void order(Statement sql, int number, int sitting, int edition, int candidate, String passed) throws SQLException {
        sql.execute("INSERT INTO certificate_order (number, sitting_id, edition, candidate_id, track, courses, passed_at, ordered_at) VALUES ("
                + number + ", " + id(sitting) + ", " + edition + ", " + id(candidate) + ", 'JUDGES', 'F1', '" + passed + "', NOW(3))");
    }

    private static List<String> column(Statement sql, String query) throws SQLException {
        List<String> column = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                column.add(rows.getString(1));
            }
        }
        return column;
    }
}
