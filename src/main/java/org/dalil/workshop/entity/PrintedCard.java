package org.dalil.workshop.entity;

import org.dalil.account.entity.CardCode;

/** A numbered card just made for print: the one moment at which its code is known. */
public record PrintedCard(int number, CardCode code) { }
