package org.dalil.workshop.entity;

import java.util.UUID;

/**
 * Marks from paper are about to count. Observed in the same transaction: who can't take them any more refuses them, and then nothing of the
 * sheet is kept.
 *
 * @param number of the card, as the trainer knows it
 */
public record SheetTaken(UUID cardId, UUID courseId, int number) { }
