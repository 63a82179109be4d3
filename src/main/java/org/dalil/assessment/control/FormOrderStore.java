package org.dalil.assessment.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.dalil.assessment.entity.FormBlock;
import org.dalil.course.entity.Form;

/** Which form a card takes first in a course. */
@ApplicationScoped
public class FormOrderStore {

    /** The scope of people who learn on their own; a workshop is a scope of its own. */
    private static final UUID SITE = new UUID(0, 0);

    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    EntityManager em;

    /** Single statements, outside any transaction. */
    @Resource(lookup = "java:jboss/datasources/DalilStatements")
    DataSource statements;

    /** Groups whose block was made or seen here; a block that was erased since is made by the statement that takes a place of it. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /**
     * Fixes the order for a card, from the next place of the block. Fixed once; asked again, nothing changes.
     *
     * @param scope the group in which the forms are balanced; null for people on their own
     * @return the form that the card takes first
     */
    public Form fix(UUID cardId, UUID courseId, UUID scope) {
        UUID group = scope == null ? SITE : scope;
        List<?> fixed = em.createNativeQuery("SELECT first_form FROM form_order WHERE card_id = ? AND course_id = ?")
                .setParameter(1, cardId.toString()).setParameter(2, courseId.toString()).getResultList();
        if (!fixed.isEmpty()) {
            return Form.valueOf(fixed.get(0).toString());
        }
        Form form = next(group, courseId);
        boolean isNew = em.createNativeQuery("INSERT IGNORE INTO form_order (card_id, course_id, first_form) VALUES (?, ?, ?)")
                .setParameter(1, cardId.toString()).setParameter(2, courseId.toString())
                .setParameter(3, form.name()).executeUpdate() > 0;
        if (!isNew) {
            // Somebody clicked twice: the first click's order stands, and the place of the block is free again.
            em.createNativeQuery("UPDATE form_block SET taken = taken - 1 WHERE scope = ? AND course_id = ?")
                    .setParameter(1, group.toString()).setParameter(2, courseId.toString()).executeUpdate();
            return Form.valueOf(em.createNativeQuery("SELECT first_form FROM form_order WHERE card_id = ? AND course_id = ? FOR UPDATE")
                    .setParameter(1, cardId.toString()).setParameter(2, courseId.toString()).getSingleResult().toString());
        }
        return form;
    }

    /** The form that each of these cards takes first in a course; a card whose order was never fixed is missing. */
    public Map<UUID, Form> of(UUID courseId, Collection<UUID> cards) {
        Map<UUID, Form> forms = new HashMap<>();
        for (UUID card : cards) {
            em.createNativeQuery("SELECT first_form FROM form_order WHERE card_id = ? AND course_id = ?")
                    .setParameter(1, card.toString()).setParameter(2, courseId.toString()).getResultList()
                    .forEach(form -> forms.put(card, Form.valueOf(form.toString())));
        }
        return forms;
    }

    /** The next place of the block, or the first of a fresh one: one statement, and the row is locked until the transaction ends. */
    private Form next(UUID scope, UUID courseId) {
        if (known.add(scope + " " + courseId)) {
            makeSureOfBlock(scope, courseId);
        }
        Object[] row = (Object[]) em.createNativeQuery("""
                INSERT INTO form_block (scope, course_id, forms, taken)
                VALUES (?, ?, ?, 1)
                    ON DUPLICATE KEY UPDATE
                       forms = IF(taken >= CHAR_LENGTH(forms), VALUES(forms), forms),
                       taken = IF(taken >= CHAR_LENGTH(forms), 1, taken + 1)
                RETURNING forms, taken
                """).setParameter(1, scope.toString()).setParameter(2, courseId.toString())
                .setParameter(3, FormBlock.fresh(RANDOM.nextInt()).forms()).getSingleResult();
        return new FormBlock((String) row[0], ((Number) row[1]).intValue()).latest();
    }

    /** The first block of a course, in a transaction of its own: made inside, a room that gets its cards at once deadlocks. */
    private void makeSureOfBlock(UUID scope, UUID courseId) {
        try (Connection connection = statements.getConnection();
             PreparedStatement look = connection.prepareStatement("SELECT 1 FROM form_block WHERE scope = ? AND course_id = ?");
             PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO form_block (scope, course_id, forms, taken)
                VALUES (?, ?, ?, 0)
                    ON DUPLICATE KEY UPDATE taken = taken
                """)) {
            look.setString(1, scope.toString());
            look.setString(2, courseId.toString());
            if (!look.executeQuery().next()) {
                insert.setString(1, scope.toString());
                insert.setString(2, courseId.toString());
                insert.setString(3, FormBlock.fresh(RANDOM.nextInt()).forms());
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            known.remove(scope + " " + courseId);
            throw new PersistenceException(e);
        }
    }
}
