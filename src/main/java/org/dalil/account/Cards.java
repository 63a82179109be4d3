package org.dalil.account;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.dalil.account.control.CardStore;
import org.dalil.account.entity.CardCode;
import org.dalil.account.entity.CardIssue;
import org.dalil.account.entity.CardIssued;
import org.dalil.account.entity.Visit;
import org.dalil.platform.control.Keys;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.OpenToAll;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.entity.VisitLeft;

/**
 * Participant cards. Whoever holds a card may do everything with it, and nobody may do anything with it without: the code or
 * the visit's cookie is the permission, and both are part of the query.
 */
@Door
public class Cards {

    @Inject CardStore store;
    @Inject Keys keys;
    @Inject Event<CardIssued> issued;

    /**
     * Issues a card and begins its first visit.
     *
     * @param request a random id the server put into the form: the same form sent twice gives the same card
     * @param course  the slug of the course it is asked for
     * @param cookie  the browser's cookie, or null
     * @param renewal gives the browser a new cookie
     * @return the code, shown now and never again
     * @throws Refused if the browser holds another card, or the form was sent before and its visit has ended since
     */
    @OpenToAll
    @Transactional
    public CardIssue issue(UUID request, String course, String cookie, Supplier<String> renewal) {
        CardCode code = CardCode.of(keys.mac("card-code", Keys.CURRENT, request.toString()));
        Optional<UUID> known = store.find(code);
        Optional<Visit> visit = Optional.ofNullable(cookie).flatMap(store::visit);
        if (known.isPresent()) {
            visit.filter(v -> v.cardId().equals(known.get())).orElseThrow(() -> new Refused("account.card.shownBefore"));
            return new CardIssue(code);
        }
        if (visit.isPresent()) {
            throw new Refused("account.card.another");
        }
        UUID cardId = store.add(code);
        store.begin(cardId, renewal.get());
        issued.fire(new CardIssued(cardId, course));
        return new CardIssue(code);
    }

    /**
     * A browser begins to work with a card.
     *
     * @return nothing if there is no such card
     */
    @OpenToAll
    @Transactional
    public Optional<Visit> enter(CardCode code, String cookie) {
        return store.find(code).map(cardId -> store.begin(cardId, cookie));
    }

    /** The visit of this browser, if it has one. */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Visit> visit(String cookie) {
        return store.visit(cookie);
    }

    /** This browser's visit goes on: it becomes idle later. */
    @OpenToAll
    @Transactional
    public void used(String cookie) {
        store.used(cookie);
    }

    /** This browser forgets its card. */
    @OpenToAll
    @Transactional
    public void leave(String cookie) {
        store.end(cookie);
    }

    /** @return whether there was such a card; it and all that belonged to it is gone */
    @OpenToAll
    @Transactional
    public boolean erase(CardCode code) {
        return store.erase(code);
    }

    /** The way out ends the visit, too. */
    @OpenToAll
    @Transactional
    public void left(@Observes VisitLeft exit) {
        store.end(exit.cookie());
    }
}
