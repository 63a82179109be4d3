package org.dalil.account;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.account.control.CardStore;
import org.dalil.account.control.RetentionTime;
import org.dalil.account.entity.CardCode;
import org.dalil.account.entity.CardEntered;
import org.dalil.account.entity.CardIssue;
import org.dalil.account.entity.CardIssued;
import org.dalil.account.entity.CardsExpiring;
import org.dalil.account.entity.Elsewhere;
import org.dalil.account.entity.NewCard;
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
    @Inject Event<CardEntered> entered;
    @Inject Event<CardsExpiring> expiring;
    @Inject RetentionTime retention;
    @Inject Clock clock;

    /** So few that nobody who learns meanwhile waits. */
    private static final int AT_ONCE = 200;

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
        begun(code, null, course, renewal);
        return new CardIssue(code);
    }

    /**
     * Issues a card to somebody who joins a group on this browser, and begins its first visit. Whether the group takes
     * anybody in, the caller has found out. The same form sent again, because its answer never arrived, gives the same card,
     * until that was left.
     *
     * @param request a random id the server put into the form
     * @param scope   the group
     * @param course  the slug of the course it works on
     * @param cookie  the browser's cookie, or null
     * @param renewal gives the browser a new cookie
     * @return the card's id and its code, shown now and never again
     * @throws Refused if the browser works with another card now, or the form was sent before and that card was left since
     */
    @OpenToAll
    @Transactional
    public NewCard issueIn(UUID request, UUID scope, String course, String cookie, Supplier<String> renewal) {
        CardCode code = CardCode.of(keys.mac("card-code", Keys.CURRENT, request.toString()));
        Optional<UUID> known = store.find(code);
        if (known.isPresent()) {
            if (!store.endVisits(known.get())) {
                throw new Refused("account.card.shownBefore");
            }
            store.begin(known.get(), renewal.get());
            return new NewCard(known.get(), code);
        }
        if (Optional.ofNullable(cookie).flatMap(store::visit).isPresent()) {
            throw new Refused("account.card.another");
        }
        return begun(code, scope, course, renewal);
    }

    /** Told last: what the others do about it, they do one card of the group after the other. */
    private NewCard begun(CardCode code, UUID scope, String course, Supplier<String> renewal) {
        UUID cardId = store.add(code, scope);
        store.begin(cardId, renewal.get());
        issued.fire(new CardIssued(cardId, course, scope));
        return new NewCard(cardId, code);
    }

    /**
     * Issues cards to a group ahead, for print.
     *
     * @param codes theirs, 1 to 300 that nobody can guess
     */
    @RequiresPermissions("workshop:run")
    @Transactional
    public List<NewCard> issueAhead(UUID scope, String course, List<CardCode> codes) {
        return codes.stream().map(code -> add(code, scope, course)).toList();
    }

    private NewCard add(CardCode code, UUID scope, String course) {
        UUID cardId = store.add(code, scope);
        issued.fire(new CardIssued(cardId, course, scope));
        return new NewCard(cardId, code);
    }

    /**
     * A card of a group gets another code: what was printed is lost, or was seen by somebody else. All it has stays; the old
     * code and the browsers that work with it end at once.
     *
     * @param code that nobody can guess
     * @throws Refused if there is no such card in the group: it was erased
     */
    @RequiresPermissions("workshop:run")
    @Transactional
    public NewCard renew(UUID scope, UUID cardId, CardCode code) {
        if (!store.renew(scope, cardId, code)) {
            throw new Refused("account.card.gone");
        }
        return new NewCard(cardId, code);
    }

    /**
     * A browser begins to work with a card.
     *
     * @return nothing if there is no such card
     */
    @OpenToAll
    @Transactional
    public Optional<Visit> enter(CardCode code, String cookie) {
        Optional<Visit> visit = store.find(code).map(cardId -> store.begin(cardId, cookie));
        visit.ifPresent(v -> entered.fire(new CardEntered(v.cardId())));
        return visit;
    }

    /** The card with this code, without a visit. */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<UUID> find(CardCode code) {
        return store.find(code);
    }

    /** The visit of this browser, if it has one. */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Visit> visit(String cookie) {
        return store.visit(cookie);
    }

    /** Where else this browser's card is in use; nothing if nowhere, or without a visit. */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Elsewhere> elsewhere(String cookie) {
        return store.elsewhere(cookie);
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

    /**
     * Cards that were not used for the site's retention time go, a few at a time, with everything that belongs to them. What is
     * known of their people across workshops are sums, which stay.
     *
     * @param after the last one that was looked at before; nothing to begin with
     * @return the last one that was looked at now; nothing if there were no more
     */
    @RequiresPermissions("card:expire")
    @Transactional
    public Optional<UUID> expire(Optional<UUID> after) {
        LocalDate before = retention.get().usedBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        List<UUID> unused = store.unused(before, after.orElse(new UUID(0, 0)), AT_ONCE);
        CardsExpiring cards = new CardsExpiring(unused);
        expiring.fire(cards);
        store.erase(cards.cards(), before);
        return unused.isEmpty() ? Optional.empty() : Optional.of(unused.get(unused.size() - 1));
    }

    /** The way out ends the visit, too. */
    @OpenToAll
    @Transactional
    public void left(@Observes VisitLeft exit) {
        store.end(exit.cookie());
    }
}
