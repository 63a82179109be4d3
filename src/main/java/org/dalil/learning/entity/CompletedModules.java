package org.dalil.learning.entity;

import java.util.List;
import java.util.UUID;

/**
 * What a card has completed, told to whoever has shown its code: modules, and nothing of how or when.
 *
 * @param cardId for the moment of asking; nobody keeps it
 */
public record CompletedModules(UUID cardId, List<One> modules) {

    /** A module of a course: its last card was reached and its scenario ended or was skipped, or it was taught in a room. */
    public record One(UUID courseId, int module) { }
}
