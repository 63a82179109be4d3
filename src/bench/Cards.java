import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/**
 * Fills a database with participant cards that have read, played and answered, as after a long year.
 *
 * <p>{@code java -cp target/bench:<the driver's jar> Cards /path/to/data 13306 spot-it 10000}. They carry a key version that no
 * installation uses, so that no code opens them and they can be told from real ones. For empty test data only.
 */
final class Cards {

    private static final String OF_BENCH = "key_version = 9999";

    public static void main(String[] args) throws Exception {
        String password = Files.readString(Path.of(args[0]).resolve("database.password")).strip();
        int count = Integer.parseInt(args[3]);
        try (Connection connection = DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + args[1] + "/dalil", "dalil", password);
             Statement statement = connection.createStatement()) {
            String course;
            String version;
            try (ResultSet row = statement.executeQuery("SELECT id, version FROM course WHERE slug = '" + args[2] + "'")) {
                row.next();
                course = "'" + row.getString(1) + "'";
                version = "'" + row.getString(2) + "'";
            }
            statement.executeUpdate("INSERT INTO participant_card (id, code_mac, key_version, issued_at, last_used_on) SELECT UUID(), UNHEX(SHA2(CONCAT('bench', seq), 256)), 9999, NOW(3), CURDATE() FROM seq_1_to_" + count);
            statement.executeUpdate("INSERT INTO visit SELECT UUID(), UNHEX(SHA2(id, 256)), id, NOW(3), NOW(3), NOW(3) FROM participant_card WHERE " + OF_BENCH);
            statement.executeUpdate("INSERT INTO form_order SELECT id, " + course + ", IF(RAND() < .5, 'A', 'B') FROM participant_card WHERE " + OF_BENCH);
            statement.executeUpdate("INSERT INTO module_progress (card_id, course_id, module, seen, last_card, read_to_end, played, moved_at, completed_at) "
                    + "SELECT c.id, " + course + ", s.seq, 31, 5, TRUE, TRUE, NOW(3), NOW(3) "
                    + "FROM participant_card c JOIN seq_1_to_5 s WHERE " + OF_BENCH);
            for (String occasion : new String[] {"PRE", "POST"}) {
                statement.executeUpdate("INSERT INTO attempt (id, card_id, course_id, version_id, occasion, ordinal, form, language, taken_before, started_at, submitted_at, "
                        + "submitted_visit, closed_early, answered, scored_items, score) SELECT UUID(), id, " + course + ", " + version + ", '" + occasion
                        + "', 1, IF(RAND() < .5, 'A', 'B'), 'ar', FALSE, NOW(3), NOW(3), NULL, FALSE, 10, 10, 100 * RAND() FROM participant_card WHERE " + OF_BENCH);
            }
            statement.executeUpdate("INSERT INTO answer SELECT a.id, i.item_id, UUID(), 'a', FALSE, 1, NOW(3), ROUND(RAND()) FROM attempt a "
                    + "JOIN participant_card c ON c.id = a.card_id JOIN course_item i ON i.version_id = a.version_id "
                    + "AND (i.form = a.form AND i.scored OR i.form IN ('ANCHOR', 'BOTH')) WHERE c." + OF_BENCH);
            statement.executeUpdate("INSERT INTO course_completion SELECT id, " + course + ", " + version + ", NOW(3) FROM participant_card WHERE " + OF_BENCH);
            try (ResultSet row = statement.executeQuery("SELECT (SELECT COUNT(*) FROM participant_card), (SELECT COUNT(*) FROM answer)")) {
                row.next();
                System.out.println(row.getString(1) + " cards, " + row.getString(2) + " answers");
            }
        }
    }
}
