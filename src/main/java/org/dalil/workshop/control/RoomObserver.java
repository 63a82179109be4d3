package org.dalil.workshop.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.dalil.account.entity.CardEntered;

/** Sees who comes in, in the transaction of what they did. */
@ApplicationScoped
public class RoomObserver {

    @Inject SeatStore seats;

    void entered(@Observes CardEntered card) {
        seats.entered(card.cardId());
    }
}
