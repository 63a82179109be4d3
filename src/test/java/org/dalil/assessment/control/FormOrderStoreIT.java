package org.dalil.assessment.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dalil.TestDatabase;
import org.dalil.platform.entity.NewId;
import org.junit.jupiter.api.Test;

/** A room that gets its cards at the same moment. */
class FormOrderStoreIT {

    private static final TestDatabase DATABASE = TestDatabase.shared();

    @Test
    void twenty_four_cards_at_once_are_balanced_and_none_is_refused() throws Exception {
        UUID courseId = NewId.next();
        ExecutorService room = Executors.newFixedThreadPool(12);
        List<Future<?>> cards = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            int n = i;
            cards.add(room.submit(() -> card(courseId, n)));
        }
        for (Future<?> card : cards) {
            card.get();
        }
        room.shutdown();
        List<?> forms = DATABASE.factory().createEntityManager()
                .createNativeQuery("SELECT first_form FROM form_order WHERE course_id = ?")
                .setParameter(1, courseId.toString()).getResultList();
        assertEquals(24, forms.size());
        long a = forms.stream().filter(f -> f.toString().equals("A")).count();
        assertTrue(a >= 11 && a <= 13, a + " of 24 begin with A");
    }

    private static void card(UUID courseId, int n) {
        UUID cardId = NewId.next();
        DATABASE.inTransaction(em -> {
            em.createNativeQuery("""
                    INSERT INTO participant_card (id, code_mac, key_version, issued_at, last_used_on)
                    VALUES (?, ?, 1, NOW(3), CURDATE())
                    """).setParameter(1, cardId.toString()).setParameter(2, code(courseId, n)).executeUpdate();
            FormOrderStore store = new FormOrderStore();
            store.em = em;
            store.statements = DATABASE.dataSource();
            store.fix(cardId, courseId, null);
        });
    }

    private static byte[] code(UUID courseId, int n) {
        return java.nio.ByteBuffer.allocate(32).putLong(courseId.getMostSignificantBits())
                .putLong(courseId.getLeastSignificantBits()).putInt(n).array();
    }
}
