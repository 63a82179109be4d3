package org.dalil.workshop.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dalil.account.entity.CardEntered;
import org.dalil.account.entity.CardsExpiring;
import org.dalil.help.entity.ContactAsked;

/** Sees who comes in, in the transaction of what they did. */
@ApplicationScoped
public class RoomObserver {

    private static final Logger LOG = Logger.getLogger(RoomObserver.class.getName());

    @Inject SeatStore seats;
    @Inject RoomQuery query;

    void entered(@Observes CardEntered card) {
        seats.entered(card.cardId());
    }

    /** Cards may be printed long before the workshop. */
    void expire(@Observes CardsExpiring cards) {
        cards.keep(seats.needed(cards.cards()));
    }

    /** Help is there also while the database is away: then without the room's own contact. */
    void asked(@Observes ContactAsked question) {
        try {
            query.contact(question.cookie()).ifPresent(question::answer);
        } catch (PersistenceException away) {
            LOG.log(Level.FINE, "No look at the room's contact", away);
        }
    }
}
