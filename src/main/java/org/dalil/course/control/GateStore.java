package org.dalil.course.control;

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
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.dalil.course.entity.OpenParts;
import org.dalil.course.entity.Part;

/** Which parts of a course a group may begin. */
@ApplicationScoped
public class GateStore {

    @PersistenceContext
    EntityManager em;

    /** Single statements, outside any transaction. */
    @Resource(lookup = "java:jboss/datasources/DalilStatements")
    DataSource statements;

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

    /** The gates of the group that a card was handed out in. Asked with every course page of a room, so past the entity manager. */
    public OpenParts ofCard(UUID cardId, UUID courseId) {
        try (Connection connection = statements.getConnection();
             PreparedStatement select = connection.prepareStatement("""
                SELECT g.part, g.open
                  FROM participant_card c
                  JOIN course_gate g ON g.scope = c.scope AND g.course_id = ?
                 WHERE c.id = ?
                """)) {
            select.setString(1, courseId.toString());
            select.setString(2, cardId.toString());
            Map<Part, Boolean> gates = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    gates.put(new Part(row.getString(1)), row.getBoolean(2));
                }
            }
            return new OpenParts(gates);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
