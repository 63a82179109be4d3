package org.dalil.exam.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** What exams left in a database of before is still in its order after the migrations that number it. */
class ExamMigrationIT {

    static Stream<TestDatabase> everyVersion() {
        return TestDatabase.emptyOnEveryVersion();
    }

    private static String id(int n) {
        return "'01930000-0000-7000-8000-%012d'".formatted(n);
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void verdicts_and_incidents_of_before_keep_their_order_and_an_incident_goes_to_who_had_begun_there(TestDatabase old) throws SQLException {
        Flyway.configure().dataSource(old.dataSource()).locations("classpath:db/migration").target("101").load().migrate();
        try (Connection connection = old.dataSource().getConnection(); Statement sql = connection.createStatement()) {
            sql.execute("INSERT INTO staff_member (id, name, password_hash, start_password, session_epoch, created_at, version) VALUES ("
                    + id(1) + ", 'c', 'x', 0, 0, NOW(3), 1)");
            for (int n = 10; n < 12; n++) {
                sql.execute("INSERT INTO candidate (id, track, person, key_version, extra_percent, invited_by, added_at, version) VALUES ("
                        + id(n) + ", 'JUDGES', 'x', 1, 0, " + id(1) + ", NOW(3), 1)");
            }
            sql.execute("INSERT INTO exam_session (id, track, courses, place, held_on, planned_by, planned_at, invigilator_mac, version) VALUES ("
                    + id(20) + ", 'JUDGES', 'F1', 'Hall', '2026-11-28', " + id(1) + ", NOW(3), REPEAT('x', 32), 1)");
            sql.execute("INSERT INTO exam_seat (session_id, number, candidate_id) VALUES (" + id(20) + ", 1, " + id(10) + "), (" + id(20)
                    + ", 2, " + id(11) + ")");
            sql.execute("INSERT INTO exam_sitting (id, session_id, candidate_id, language, versions, seed, drawn_at, ends_at, visit_id, version) "
                    + "VALUES (" + id(30) + ", " + id(20) + ", " + id(10) + ", 'en', 'v', REPEAT('x', 32), '2026-11-28 06:00:00', "
                    + "'2026-11-28 07:00:00', " + id(31) + ", 1)");
            for (int n : List.of(43, 41, 42)) {
                sql.execute("INSERT INTO exam_verdict (id, sitting_id, scored_at, reason, passed, topics) VALUES (" + id(n) + ", " + id(30)
                        + ", NOW(3), 'R" + n + "', 0, '[]')");
                sql.execute("INSERT INTO exam_incident (id, session_id, seat, kind, noted_at) VALUES (" + id(n) + ", " + id(20) + ", "
                        + (n == 43 ? "2" : "1") + ", 'K" + n + "', '2026-11-28 0" + (n == 41 ? 5 : 6) + ":30:00')");
            }
        }
        Flyway.configure().dataSource(old.dataSource()).locations("classpath:db/migration").load().migrate();
        try (Connection connection = old.dataSource().getConnection(); Statement sql = connection.createStatement()) {
            sql.execute("INSERT INTO exam_verdict (id, sitting_id, scored_at, reason, passed, topics) VALUES (" + id(2) + ", " + id(30)
                    + ", '2026-01-01', 'LAST', 0, '[]')");
            assertEquals(List.of("R41", "R42", "R43", "LAST"), column(sql, "SELECT reason FROM exam_verdict ORDER BY number"));
            assertEquals(List.of("K41", "K42", "K43"), column(sql, "SELECT kind FROM exam_incident ORDER BY number"));
            assertEquals(List.of("K42"), column(sql, "SELECT kind FROM exam_incident WHERE candidate_id = " + id(10)),
                    "not what was noted before this candidate had begun there");
            assertEquals(List.of(), column(sql, "SELECT kind FROM exam_incident WHERE candidate_id = " + id(11)), "nor on a seat that may be freed");
        }
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
