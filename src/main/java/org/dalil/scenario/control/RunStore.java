package org.dalil.scenario.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dalil.account.entity.Visit;
import org.dalil.platform.control.Keys;
import org.dalil.scenario.entity.SavedRun;

/** Runs of cards. The visit is part of each statement. */
@ApplicationScoped
public class RunStore {

    @PersistenceContext
    EntityManager em;

    @Inject Keys keys;
    @Inject Clock clock;

    /** The run of this cookie's card; one without a version if it hasn't begun; nothing without a visit. */
    public Optional<SavedRun> of(String cookie, UUID courseId, int module) {
        Instant now = clock.instant();
        List<?> rows = em.createNativeQuery("""
                SELECT v.card_id, r.version_id, r.choices, r.skipped_at IS NOT NULL
                  FROM visit v
                  LEFT JOIN scenario_run r ON r.card_id = v.card_id AND r.course_id = ? AND r.module = ?
                 WHERE v.cookie_mac = ? AND v.ended_at IS NULL AND v.used_at BETWEEN ? AND ?
                """)
                .setParameter(1, courseId.toString()).setParameter(2, module)
                .setParameter(3, keys.mac("visit", Keys.CURRENT, cookie))
                .setParameter(4, Timestamp.from(Visit.idleBefore(now)))
                .setParameter(5, Timestamp.from(Visit.idleAfter(now))).getResultList();
        return rows.stream().findFirst().map(Object[].class::cast).map(RunStore::read);
    }

    private static SavedRun read(Object[] row) {
        String choices = (String) row[2];
        return new SavedRun(UUID.fromString(row[0].toString()), row[1] == null ? null : UUID.fromString(row[1].toString()),
                choices == null || choices.isEmpty() ? List.of() : List.of(choices.split(",")),
                row[3] instanceof Boolean b ? b : row[3] != null && ((Number) row[3]).intValue() != 0);
    }

    /** Keeps the run as it stands now. Once ended or skipped it stays so: starting again takes nothing away. */
    public void save(UUID cardId, UUID courseId, int module, UUID versionId, List<String> choices, boolean ended, boolean skipped) {
        Timestamp now = Timestamp.from(clock.instant());
        em.createNativeQuery("""
                INSERT INTO scenario_run (card_id, course_id, module, version_id, choices, moved_at, ended_at, skipped_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    ON DUPLICATE KEY UPDATE
                       version_id = VALUES(version_id),
                       choices    = VALUES(choices),
                       moved_at   = VALUES(moved_at),
                       ended_at   = COALESCE(ended_at, VALUES(ended_at)),
                       skipped_at = COALESCE(skipped_at, VALUES(skipped_at))
                """)
                .setParameter(1, cardId.toString()).setParameter(2, courseId.toString()).setParameter(3, module)
                .setParameter(4, versionId.toString()).setParameter(5, String.join(",", choices)).setParameter(6, now)
                .setParameter(7, ended ? now : null).setParameter(8, skipped ? now : null).executeUpdate();
    }
}
