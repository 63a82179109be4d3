package org.dalil.account.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dalil.TestDatabase;
import org.junit.jupiter.api.Test;

/** Whoever erases a card erases all that belongs to it: the tables themselves see to that, those of later features included. */
class ErasedCardIT {

    private static final TestDatabase DATABASE = TestDatabase.shared();

    private static Set<String> rows(String sql, String... values) {
        return DATABASE.resultOf(em -> {
            var query = em.createNativeQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            List<?> found = query.getResultList();
            return found.stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
        });
    }

    /** Tables with a column of this name, and those whose rows go (or forget) with the row that it names. */
    private static void assertGoWith(String column, String owner) {
        Set<String> named = rows("""
                SELECT c.table_name
                  FROM information_schema.columns c
                  JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
                 WHERE c.table_schema = DATABASE() AND c.column_name = ?1 AND t.table_type = 'BASE TABLE'""", column);
        Set<String> going = rows("""
                SELECT k.table_name
                  FROM information_schema.key_column_usage k
                  JOIN information_schema.referential_constraints r
                    ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name AND r.table_name = k.table_name
                 WHERE k.table_schema = DATABASE() AND k.column_name = ?1 AND k.referenced_table_name = ?2
                   AND r.delete_rule IN ('CASCADE', 'SET NULL')""", column, owner);
        assertTrue(going.size() >= 2, going.toString());
        named.removeAll(going);
        assertEquals(Set.of(), named, "rows that keep the id of a " + owner + " that is gone");
    }

    @Test
    void nothing_keeps_the_id_of_a_card_that_is_gone() {
        assertGoWith("card_id", "participant_card");
    }

    @Test
    void nothing_keeps_the_id_of_an_attempt_that_is_gone() {
        assertGoWith("attempt_id", "attempt");
    }
}
