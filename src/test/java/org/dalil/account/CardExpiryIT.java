package org.dalil.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dalil.TestDatabase;
import org.dalil.account.control.AccountParts;
import org.dalil.account.control.CardStore;
import org.dalil.platform.entity.NewId;
import org.junit.jupiter.api.Test;

/** What is not used goes, with everything that hangs on it; what is used stays. */
class CardExpiryIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Instant NOW = Instant.parse("2026-11-28T06:00:00Z");
    private static final LocalDate BEFORE = LocalDate.of(2026, 7, 31);

    private static UUID card(jakarta.persistence.EntityManager em, String usedOn) {
        UUID id = NewId.next();
        em.createNativeQuery("INSERT INTO participant_card (id, code_mac, key_version, issued_at, last_used_on)"
                + " VALUES (?1, UNHEX(SHA2(?2, 256)), 1, NOW(3), ?3)").setParameter(1, id.toString()).setParameter(2, id.toString())
                .setParameter(3, usedOn).executeUpdate();
        em.createNativeQuery("INSERT INTO visit (id, cookie_mac, card_id, started_at, used_at) VALUES (?1, UNHEX(SHA2(?1, 256)), ?2, NOW(3),"
                + " NOW(3))").setParameter(1, NewId.next().toString()).setParameter(2, id.toString()).executeUpdate();
        return id;
    }

    @Test
    void a_card_goes_120_days_after_its_last_use_and_not_before() {
        DATABASE.inTransaction(em -> {
            CardStore store = AccountParts.cards(em, NOW);
            UUID old = card(em, "2026-07-30");
            UUID older = card(em, "2025-01-01");
            UUID justUsed = card(em, "2026-07-31");
            List<UUID> first = store.unused(BEFORE, new UUID(0, 0), 1);
            assertEquals(List.of(old), first);
            assertEquals(List.of(older), store.unused(BEFORE, first.get(0), 200));
            assertEquals(List.of(), store.unused(BEFORE, older, 200));
            assertEquals(2, store.erase(List.of(old, older, justUsed), BEFORE), "one was used meanwhile");
            List<?> left = em.createNativeQuery("SELECT card_id FROM visit").getResultList();
            assertEquals(List.of(justUsed.toString()), left.stream().map(Object::toString).toList());
        });
    }
}
