package org.dalil.course.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dalil.course.entity.OpenParts;
import org.dalil.course.entity.Part;

/** Which parts of a course a group may begin. */
@ApplicationScoped
public class GateStore {

    @PersistenceContext
    EntityManager em;

    @Inject Clock clock;

    /** Opens or shuts a part for a group; the second time it is as it was. */
    public void set(UUID scope, UUID courseId, Part part, boolean open) {
        em.createNativeQuery("""
                INSERT INTO course_gate (scope, course_id, part, open, moved_at)
                VALUES (?, ?, ?, ?, ?)
                    ON DUPLICATE KEY UPDATE moved_at = IF(open = VALUES(open), moved_at, VALUES(moved_at)), open = VALUES(open)
                """).setParameter(1, scope.toString()).setParameter(2, courseId.toString()).setParameter(3, part.value())
                .setParameter(4, open).setParameter(5, Timestamp.from(clock.instant())).executeUpdate();
    }

    /** From now on this group has no gates: everything is open. */
    public void lift(UUID scope) {
        em.createNativeQuery("DELETE FROM course_gate WHERE scope = ?").setParameter(1, scope.toString()).executeUpdate();
    }

    /** The gates of the group that a card was handed out in. */
    public OpenParts ofCard(UUID cardId, UUID courseId) {
        return read(em.createNativeQuery("""
                SELECT g.part, g.open
                  FROM participant_card c
                  JOIN course_gate g ON g.scope = c.scope AND g.course_id = ?
                 WHERE c.id = ?
                """).setParameter(1, courseId.toString()).setParameter(2, cardId.toString()).getResultList());
    }

    private static OpenParts read(List<?> rows) {
        Map<Part, Boolean> gates = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            boolean open = columns[1] instanceof Boolean b ? b : ((Number) columns[1]).intValue() != 0;
            gates.put(new Part(columns[0].toString()), open);
        }
        return new OpenParts(gates);
    }
}
