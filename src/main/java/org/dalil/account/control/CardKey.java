package org.dalil.account.control;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.dalil.platform.control.LostKeys;
import org.dalil.platform.entity.DatabaseReady;

/** The key of cards' codes, compared with what lies in the database. Codes lie nowhere: whether it is the right one nobody can say. */
@ApplicationScoped
public class CardKey {

    private static final LostKeys.Need CARDS = new LostKeys.Need("Participant cards", "no card given out so far opens anything again",
            "DALIL_LOST_CARDS");

    @Inject CardStore store;
    @Inject LostKeys lost;

    void check(@Observes @Priority(50) DatabaseReady ready) {
        lost.check(CardStore.FOUND_BY, CARDS, store.keyVersions(), version -> true);
    }
}
