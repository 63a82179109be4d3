package org.dalil.workshop.entity;

import java.util.UUID;
import org.dalil.account.entity.CardCode;

/** Somebody joined: the number in the room, and the card's code, shown now and never again. */
public record Joined(int number, CardCode code, UUID courseId) { }
