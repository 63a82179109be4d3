package org.dalil.platform.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import org.dalil.platform.entity.AuditLine;

/** The table of the audit trail: it is only ever added to, and the database itself refuses anything else. */
@ApplicationScoped
public class AuditStore {

    @PersistenceContext(unitName = "dalil")
    EntityManager database;

    /** Something that was done. @param name as an identifier @param subject to whom or what */
    record Act(String name, String subject, String detail) { }

    /**
     * The last line's number and hash, and the seal under them.
     *
     * @param seal empty if nothing was added since the trail became a chain
     * @param key  the version of the key that sealed; null if that was before versions were noted
     */
    record End(long id, String hash, String seal, Integer key) { }

    End end() {
        Object[] head = (Object[]) database.createNativeQuery("SELECT id, hash, seal, seal_key FROM audit_head WHERE one = 1").getSingleResult();
        return new End(((Number) head[0]).longValue(), (String) head[1], (String) head[2], head[3] == null ? null : ((Number) head[3]).intValue());
    }

    /** What is added, in its order, all of it by one actor. @param key the version that seals @param seal of a line's number and hash */
    void add(Instant at, String actor, List<Act> acts, int key, BiFunction<Long, String, String> seal) {
        // Locked until the transaction ends: lines stand one after the other, and a line that is rolled back leaves no gap.
        Object[] head = (Object[]) database.createNativeQuery("SELECT id, hash FROM audit_head WHERE one = 1 FOR UPDATE")
                .getSingleResult();
        long id = ((Number) head[0]).longValue();
        String hash = (String) head[1];
        // In one go: for a list of five hundred, a way to the database and back for each would keep everybody else waiting.
        Connection connection = database.unwrap(Connection.class);
        try (PreparedStatement lines = connection.prepareStatement("""
                     INSERT INTO audit_event (id, at, actor, act, subject, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?)""");
             PreparedStatement heads = connection.prepareStatement(
                     "UPDATE audit_head SET id = ?, hash = ?, seal = ?, seal_key = ? WHERE one = 1")) {
            for (Act act : acts) {
                AuditLine line = new AuditLine(++id, at.truncatedTo(ChronoUnit.MILLIS), actor, act.name(), act.subject(), act.detail());
                hash = line.hash(hash);
                add(lines, line.id(), LocalDateTime.ofInstant(line.at(), ZoneOffset.UTC), actor, act.name(), act.subject(), act.detail(), hash);
                // The database lets the head go on by one line only.
                add(heads, line.id(), hash, seal.apply(line.id(), hash), key);
            }
            lines.executeBatch();
            heads.executeBatch();
        } catch (SQLException e) {
            throw new PersistenceException("the audit trail could not be added to", e);
        }
    }

    private static void add(PreparedStatement batch, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            batch.setObject(i + 1, values[i]);
        }
        batch.addBatch();
    }
}
