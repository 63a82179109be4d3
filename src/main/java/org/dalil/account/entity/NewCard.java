package org.dalil.account.entity;

import java.util.UUID;

/** A card issued ahead, for print: the one moment at which its code is known. */
public record NewCard(UUID cardId, CardCode code) { }
