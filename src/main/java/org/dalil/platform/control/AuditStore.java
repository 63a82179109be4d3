package org.dalil.platform.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The table of the audit trail: it is only ever added to. */
@ApplicationScoped
public class AuditStore {

    @PersistenceContext(unitName = "dalil")
    EntityManager database;

    void add(Instant at, String actor, String act, String subject) {
        database.createNativeQuery("INSERT INTO audit_event (at, actor, act, subject) VALUES (?1, ?2, ?3, ?4)")
                .setParameter(1, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .setParameter(2, actor)
                .setParameter(3, act)
                .setParameter(4, subject)
                .executeUpdate();
    }
}
