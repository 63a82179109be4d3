package org.dalil.platform.control;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalil.Parts;
import org.dalil.TestDatabase;
import org.dalil.admin.AuditTrails;
import org.dalil.platform.control.AuditExport.Noted;
import org.dalil.platform.entity.CannotStart;
import org.dalil.platform.entity.DatabaseReady;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start, with the key of the trail's seal in its place, lost, or another one. */
class AuditKeyIT {

    private final TestDatabase database = TestDatabase.fresh();

    @TempDir
    private Path keys;

    private String setting;

    private Parts parts(EntityManager em) {
        return new Parts(em, Map.of(Clock.class, Clock.systemUTC(), Installation.class, new Installation() {
            @Override
            public Path keys() {
                return keys;
            }

            @Override
            public Optional<String> setting(String name) {
                return Optional.ofNullable(name.equals("DALIL_LOST_SEAL") ? setting : null);
            }
        }));
    }

    /** As at the start: the check, and then the line that seals the end anew. */
    private void start() {
        database.inTransaction(em -> parts(em).get(AuditKey.class).check(new DatabaseReady()));
        SystemSubject.run("start", () -> database.inTransaction(em -> parts(em).get(AuditTrails.class).sealAnew()));
    }

    private void record() {
        database.inTransaction(em -> parts(em).get(AuditTrail.class).record("staff:11", "staff.add", "12"));
    }

    private List<String> faults() throws SQLException, IOException {
        try (Connection connection = database.dataSource().getConnection()) {
            Keys all = database.resultOf(em -> parts(em).get(Keys.class));
            return AuditExport.check(connection, Noted.NOTHING, all).faults();
        }
    }

    private List<?> acts() {
        return database.resultOf(em -> em.createNativeQuery("SELECT act FROM audit_event ORDER BY id").getResultList());
    }

    @Test
    void a_lost_key_stops_the_start_and_once_that_is_accepted_the_trail_says_so_and_is_sealed_anew() throws Exception {
        assertDoesNotThrow(this::start, "a trail without a line has no seal to lose");
        record();
        // As a server wrote it that noted no versions.
        for (String sql : List.of("DROP TRIGGER audit_head_only_goes_on", "UPDATE audit_head SET seal_key = NULL")) {
            database.inTransaction(em -> em.createNativeQuery(sql).executeUpdate());
        }
        assertDoesNotThrow(this::start);
        Path file = keys.resolve("audit-seal-1.key");
        byte[] kept = Files.readAllBytes(file);
        Files.delete(file);
        CannotStart lost = assertThrows(CannotStart.class, this::start);
        assertTrue(lost.getMessage().contains("audit-seal-1.key, is not in " + keys)
                && lost.getMessage().contains("DALIL_LOST_SEAL=accepted to go on, knowing that nothing here proves"), lost.getMessage());
        assertFalse(Files.exists(file), "no other key was made");
        Files.writeString(file, "A".repeat(43));
        assertTrue(assertThrows(CannotStart.class, this::start).getMessage().contains("is another than the one in " + keys));
        setting = "accepted";
        start();
        assertEquals(List.of("staff.add", "audit.seal"), acts());
        assertEquals(List.of(), faults());
        setting = null;
        start();
        record();
        assertEquals(List.of("staff.add", "audit.seal", "staff.add"), acts(), "said once");
        Files.write(file, kept);
        assertDoesNotThrow(this::start, "the old one was found and lies beside the new one");
        assertEquals(List.of(), faults());
    }

    @Test
    void a_second_loss_is_named_as_such_and_is_not_accepted_by_the_word_for_the_first() throws Exception {
        record();
        Path first = keys.resolve("audit-seal-1.key");
        Path second = keys.resolve("audit-seal-2.key");
        Files.delete(first);
        setting = "accepted";
        start();
        record();
        byte[] kept = Files.readAllBytes(second);
        Files.delete(second);
        CannotStart lost = assertThrows(CannotStart.class, this::start);
        assertTrue(lost.getMessage().contains("audit-seal-2.key, is not in " + keys) && lost.getMessage().contains("DALIL_LOST_SEAL=accepted-2 to go on"),
                lost.getMessage());
        assertFalse(Files.exists(second), "no other key was made in its place");
        Files.writeString(first, "A".repeat(43));
        assertTrue(assertThrows(CannotStart.class, this::start).getMessage().contains("audit-seal-2.key, is not in"), "whatever else is there");
        setting = "accepted-2";
        start();
        assertTrue(Files.exists(keys.resolve("audit-seal-3.key")) && !Files.exists(second));
        assertEquals(List.of(), faults());
        setting = null;
        Files.write(second, kept);
        start();
        record();
        assertEquals(List.of("staff.add", "audit.seal", "staff.add", "audit.seal", "staff.add"), acts(), "each loss is said once");
        assertEquals(List.of(), faults());
    }
}
