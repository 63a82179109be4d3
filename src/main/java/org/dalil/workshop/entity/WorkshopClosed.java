package org.dalil.workshop.entity;

import java.util.UUID;

/** A workshop was closed out; observed in the same transaction. */
public record WorkshopClosed(UUID workshopId, UUID courseId) { }
