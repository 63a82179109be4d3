package org.dalil.account.entity;

import java.util.UUID;

/**
 * A card was issued.
 *
 * @param cardId whose
 * @param course the slug of the course it was asked for: its form order is fixed now
 * @param scope  the group it was handed out in; null for somebody on their own
 */
public record CardIssued(UUID cardId, String course, UUID scope) { }
