package org.dalil.assessment.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dalil.TestDatabase;
import org.dalil.course.entity.Form;
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

    @Test
    void one_after_the_other_they_are_never_split_worse_than_by_two() throws Exception {
        UUID courseId = NewId.next();
        int balance = 0;
        for (int n = 1; n <= 41; n++) {
            balance += card(courseId, n) == Form.A ? 1 : -1;
            assertTrue(Math.abs(balance) <= 2, "after " + n);
            assertTrue(n % 4 != 0 || balance == 0, "after " + n);
        }
    }

    @Test
    void asked_twice_a_card_keeps_its_form_and_takes_one_place() throws Exception {
        UUID courseId = NewId.next();
        UUID cardId = NewId.next();
        Form[] forms = new Form[2];
        DATABASE.inTransaction(em -> {
            add(em, cardId, courseId, 1);
            forms[0] = store(em).fix(cardId, courseId, null);
        });
        DATABASE.inTransaction(em -> forms[1] = store(em).fix(cardId, courseId, null));
        assertEquals(forms[0], forms[1]);
        assertEquals(1, ((Number) DATABASE.factory().createEntityManager().createNativeQuery("SELECT taken FROM form_block WHERE course_id = ?")
                .setParameter(1, courseId.toString()).getSingleResult()).intValue());
    }

    @Test
    void twice_at_the_same_moment_likewise() throws Exception {
        UUID courseId = NewId.next();
        UUID cardId = NewId.next();
        DATABASE.inTransaction(em -> add(em, cardId, courseId, 1));
        ExecutorService clicks = Executors.newFixedThreadPool(2);
        List<Future<Form>> asked = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            asked.add(clicks.submit(() -> {
                Form[] form = new Form[1];
                DATABASE.inTransaction(em -> form[0] = store(em).fix(cardId, courseId, null));
                return form[0];
            }));
        }
        assertEquals(asked.get(0).get(), asked.get(1).get());
        clicks.shutdown();
        assertEquals(1, ((Number) DATABASE.factory().createEntityManager().createNativeQuery("SELECT taken FROM form_block WHERE course_id = ?")
                .setParameter(1, courseId.toString()).getSingleResult()).intValue());
    }

    private static Form card(UUID courseId, int n) {
        UUID cardId = NewId.next();
        Form[] form = new Form[1];
        DATABASE.inTransaction(em -> {
            add(em, cardId, courseId, n);
            form[0] = store(em).fix(cardId, courseId, null);
        });
        return form[0];
    }

    private static void add(EntityManager em, UUID cardId, UUID courseId, int n) {
        em.createNativeQuery("""
                INSERT INTO participant_card (id, code_mac, key_version, issued_at, last_used_on)
                VALUES (?, ?, 1, NOW(3), CURDATE())
                """).setParameter(1, cardId.toString()).setParameter(2, code(courseId, n)).executeUpdate();
    }

    private static FormOrderStore store(EntityManager em) {
        FormOrderStore store = new FormOrderStore();
        store.em = em;
        store.statements = DATABASE.dataSource();
        return store;
    }

    private static byte[] code(UUID courseId, int n) {
        return java.nio.ByteBuffer.allocate(32).putLong(courseId.getMostSignificantBits())
                .putLong(courseId.getLeastSignificantBits()).putInt(n).array();
    }
}
