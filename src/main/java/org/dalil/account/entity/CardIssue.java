package org.dalil.account.entity;

/** A card just issued: the one moment at which its code is known. */
public record CardIssue(CardCode code) { }
