package org.dalil.certificate.entity;

import java.time.Instant;
import java.util.List;

/** What a check without a network knows. @param revoked the numbers that were revoked until then */
public record Snapshot(Instant asOf, List<PublicKeyHalf> keys, List<Integer> revoked) { }
