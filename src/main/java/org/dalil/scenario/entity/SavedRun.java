package org.dalil.scenario.entity;

import java.util.List;
import java.util.UUID;

/** A card's run as it is kept; {@code versionId} names the course version whose graph it was played in, null if there is none. */
public record SavedRun(UUID cardId, UUID versionId, List<String> choices, boolean skipped) { }
