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

    private static final TestDatabase DATABASE = TestDatabase.fresh();

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
        DATABASE.inTransaction(em -> parts(em).get(AuditKey.class).check(new DatabaseReady()));
        SystemSubject.run("start", () -> DATABASE.inTransaction(em -> parts(em).get(AuditTrails.class).sealAnew()));
    }

    private void record() {
        DATABASE.inTransaction(em -> parts(em).get(AuditTrail.class).record("staff:11", "staff.add", "12"));
    }

    private List<String> faults() throws SQLException, IOException {
        try (Connection connection = DATABASE.dataSource().getConnection()) {
            Keys all = DATABASE.resultOf(em -> parts(em).get(Keys.class));
            return AuditExport.check(connection, Noted.NOTHING, all).faults();
        }
    }

    private static List<?> acts() {
        return DATABASE.resultOf(em -> em.createNativeQuery("SELECT act FROM audit_event ORDER BY id").getResultList());
    }

    @Test
    void a_lost_key_stops_the_start_and_once_that_is_accepted_the_trail_says_so_and_is_sealed_anew() throws Exception {
        assertDoesNotThrow(this::start, "a trail without a line has no seal to lose");
        record();
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
}
