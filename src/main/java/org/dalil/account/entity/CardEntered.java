package org.dalil.account.entity;

import java.util.UUID;

/** Somebody began to work with a card on some device: it was entered, or has just been issued there. */
public record CardEntered(UUID cardId) { }
