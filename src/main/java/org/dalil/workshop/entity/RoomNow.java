package org.dalil.workshop.entity;

import java.util.List;

/**
 * What a phone in the room may know of it.
 *
 * @param number    of the card it works with
 * @param paused    whether the trainer wants everybody's eyes
 * @param closed    whether the meeting is over: the card goes on by itself
 * @param elsewhere whether another phone has begun to work with the same card since this one did; that one isn't told
 * @param open      the parts of the course that may be begun now: {@code PRE}, {@code POST}, modules' numbers
 */
public record RoomNow(WorkshopId workshop, int number, boolean paused, boolean closed, boolean elsewhere, List<String> open) { }
