package org.dalil.account.entity;

import java.util.UUID;

/**
 * A card was issued.
 *
 * @param cardId   whose
 * @param course the slug of the course it was asked for: its form order is fixed now
 */
public record CardIssued(UUID cardId, String course) { }
