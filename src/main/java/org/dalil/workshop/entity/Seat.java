package org.dalil.workshop.entity;

import java.util.UUID;

/**
 * A number in the room and the card that has it.
 *
 * @param number from 1 within the workshop
 * @param cardId null once the card was erased
 * @param origin how the number was given out
 */
public record Seat(int number, UUID cardId, Origin origin) {

    /** How a number was given out. */
    public enum Origin {
        /** With a card printed ahead. */ PRINT,
        /** On a phone, to somebody who joined. */ ROOM
    }
}
