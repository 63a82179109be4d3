package org.dalil.assessment.entity;

import java.util.Optional;

/** Before or after the course. */
public enum Occasion {
    PRE("before"), POST("after");

    private final String slug;

    Occasion(String slug) {
        this.slug = slug;
    }

    /** Its part of an address. */
    public String slug() {
        return slug;
    }

    public static Optional<Occasion> of(String slug) {
        return java.util.Arrays.stream(values()).filter(o -> o.slug.equals(slug)).findFirst();
    }
}
