package org.dalil.platform.entity;

import java.util.UUID;

/**
 * A form as it was sent. The server put a random id into it when it showed it, so a second click, or the same form sent again, is known.
 *
 * @param id nobody can guess it
 */
public record Submission(UUID id) {

    /** For a form that is about to be shown. */
    public static Submission next() {
        return new Submission(UUID.randomUUID());
    }

    /** The one that a form brought along. @throws Refused if it brought none */
    public static Submission of(String sent) {
        try {
            return new Submission(UUID.fromString(sent == null ? "" : sent));
        } catch (IllegalArgumentException none) {
            throw new Refused("platform.form.stale");
        }
    }

    /** Never the id: codes are made of it. */
    @Override
    public String toString() {
        return "form";
    }
}
