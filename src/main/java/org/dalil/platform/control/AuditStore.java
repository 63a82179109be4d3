package org.dalil.platform.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.BiFunction;
import org.dalil.platform.entity.AuditLine;

/** The table of the audit trail: it is only ever added to, and the database itself refuses anything else. */
@ApplicationScoped
public class AuditStore {

    @PersistenceContext(unitName = "dalil")
    EntityManager database;

    /** The last line's number and hash, and the seal under them; empty if nothing was added since the trail became a chain. */
    record End(long id, String hash, String seal) { }

    End end() {
        Object[] head = (Object[]) database.createNativeQuery("SELECT id, hash, seal FROM audit_head WHERE one = 1").getSingleResult();
        return new End(((Number) head[0]).longValue(), (String) head[1], (String) head[2]);
    }

    /** @param seal of a line's number and hash */
    void add(Instant at, String actor, String act, String subject, String detail, BiFunction<Long, String, String> seal) {
        // Locked until the transaction ends: lines stand one after the other, and a line that is rolled back leaves no gap.
        Object[] head = (Object[]) database.createNativeQuery("SELECT id, hash FROM audit_head WHERE one = 1 FOR UPDATE")
                .getSingleResult();
        AuditLine line = new AuditLine(((Number) head[0]).longValue() + 1, at.truncatedTo(ChronoUnit.MILLIS), actor, act, subject,
                detail);
        String hash = line.hash((String) head[1]);
        database.createNativeQuery("""
                INSERT INTO audit_event (id, at, actor, act, subject, detail, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)""")
                .setParameter(1, line.id())
                .setParameter(2, LocalDateTime.ofInstant(line.at(), ZoneOffset.UTC))
                .setParameter(3, actor)
                .setParameter(4, act)
                .setParameter(5, subject)
                .setParameter(6, detail)
                .setParameter(7, hash)
                .executeUpdate();
        database.createNativeQuery("UPDATE audit_head SET id = ?1, hash = ?2, seal = ?3 WHERE one = 1")
                .setParameter(1, line.id())
                .setParameter(2, hash)
                .setParameter(3, seal.apply(line.id(), hash))
                .executeUpdate();
    }
}
