package org.dalil.learning.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dalil.account.entity.Visit;
import org.dalil.learning.entity.Journey;
import org.dalil.learning.entity.ModuleProgress;
import org.dalil.platform.control.Keys;

/** Who is here, where they stand and what they may: one SELECT, one round trip. */
@ApplicationScoped
public class JourneyQuery {

    @PersistenceContext
    EntityManager em;

    /** Single statements, outside any transaction. */
    @Resource(lookup = "java:jboss/datasources/DalilStatements")
    DataSource statements;

    @Inject Keys keys;
    @Inject Clock clock;

    /** The journey of the card that this cookie's visit holds; nothing without a visit. */
    public Optional<Journey> of(String cookie, UUID courseId) {
        Instant now = clock.instant();
        List<?> rows = em.createNativeQuery("""
                SELECT v.id, v.card_id,
                       EXISTS (SELECT 1 FROM attempt a WHERE a.card_id = v.card_id AND a.course_id = ? AND a.occasion = 'PRE'  AND a.submitted_at IS NOT NULL),
                       EXISTS (SELECT 1 FROM attempt a WHERE a.card_id = v.card_id AND a.course_id = ? AND a.occasion = 'POST' AND a.submitted_at IS NOT NULL),
                       (SELECT MIN(a.occasion) FROM attempt a WHERE a.card_id = v.card_id AND a.course_id = ? AND a.submitted_at IS NULL),
                       EXISTS (SELECT 1 FROM attempt a WHERE a.card_id = v.card_id AND a.course_id = ? AND a.occasion = 'POST' AND a.submitted_visit = v.id),
                       p.module, p.seen, p.last_card, p.read_to_end, p.played
                  FROM visit v
                  LEFT JOIN module_progress p ON p.card_id = v.card_id AND p.course_id = ?
                 WHERE v.cookie_mac = ? AND v.ended_at IS NULL AND v.used_at BETWEEN ? AND ?
                """)
                .setParameter(1, courseId.toString()).setParameter(2, courseId.toString())
                .setParameter(3, courseId.toString()).setParameter(4, courseId.toString())
                .setParameter(5, courseId.toString())
                .setParameter(6, keys.mac("visit", Keys.CURRENT, cookie))
                .setParameter(7, Timestamp.from(Visit.idleBefore(now)))
                .setParameter(8, Timestamp.from(Visit.idleAfter(now))).getResultList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(read(rows));
    }

    private static Journey read(List<?> rows) {
        Map<Integer, ModuleProgress> modules = new HashMap<>();
        for (Object r : rows) {
            Object[] row = (Object[]) r;
            if (row[6] != null) {
                int module = number(row[6]).intValue();
                modules.put(module, new ModuleProgress(module, number(row[7]).longValue(), number(row[8]).intValue(),
                        isTrue(row[9]), isTrue(row[10])));
            }
        }
        Object[] first = (Object[]) rows.get(0);
        return new Journey(UUID.fromString(first[0].toString()), UUID.fromString(first[1].toString()), modules,
                isTrue(first[2]), isTrue(first[3]), (String) first[4], isTrue(first[5]));
    }

    private static Number number(Object value) {
        return (Number) value;
    }

    private static boolean isTrue(Object value) {
        return value instanceof Boolean b ? b : number(value).intValue() != 0;
    }

    /**
     * What of one module this cookie's card has seen: all that a lesson page needs. The page that is opened most, so it goes
     * to the driver without the entity manager, which would cost it twice the time (performance.md).
     *
     * @return nothing without a visit
     */
    public Optional<Long> seen(String cookie, UUID courseId, int module) {
        try (Connection connection = statements.getConnection();
             PreparedStatement select = connection.prepareStatement("""
                SELECT COALESCE(p.seen, 0)
                  FROM visit v
                  LEFT JOIN module_progress p ON p.card_id = v.card_id AND p.course_id = ? AND p.module = ?
                 WHERE v.cookie_mac = ? AND v.ended_at IS NULL AND v.used_at BETWEEN ? AND ?
                """)) {
            select.setString(1, courseId.toString());
            select.setInt(2, module);
            select.setBytes(3, keys.mac("visit", Keys.CURRENT, cookie));
            Instant now = clock.instant();
            select.setTimestamp(4, Timestamp.from(Visit.idleBefore(now)));
            select.setTimestamp(5, Timestamp.from(Visit.idleAfter(now)));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** The course this card moved in last; nothing for a card that has done nothing. */
    public Optional<UUID> lastCourse(UUID cardId) {
        List<?> rows = em.createNativeQuery("""
                SELECT course_id
                  FROM (SELECT course_id, moved_at AS moved                            FROM module_progress WHERE card_id = ?
                        UNION ALL
                        SELECT course_id, moved_at                                     FROM scenario_run    WHERE card_id = ?
                        UNION ALL
                        SELECT course_id, COALESCE(submitted_at, started_at)           FROM attempt         WHERE card_id = ?
                        UNION ALL
                        SELECT course_id, TIMESTAMP('1970-01-01')                      FROM form_order      WHERE card_id = ?) steps
                 ORDER BY moved DESC
                 LIMIT 1
                """).setParameter(1, cardId.toString()).setParameter(2, cardId.toString())
                .setParameter(3, cardId.toString()).setParameter(4, cardId.toString()).getResultList();
        return rows.stream().findFirst().map(id -> UUID.fromString(id.toString()));
    }
}
