package org.dalil.scenario.entity;

import java.util.UUID;

/** A card's run of a module's chat ended or was skipped. */
public record ScenarioFinished(UUID cardId, UUID courseId, UUID versionId, int module) { }
