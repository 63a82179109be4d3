package org.dalil.assessment.entity;

import java.util.Optional;
import org.dalil.course.entity.Part;

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

    /** The part of a course that it is, for groups that are let in together. */
    public Part part() {
        return new Part(name());
    }

    /** The test that a part of a course is; nothing for a module. */
    public static Optional<Occasion> valueOfPart(Part part) {
        return java.util.Arrays.stream(values()).filter(o -> o.part().equals(part)).findFirst();
    }

    public static Optional<Occasion> of(String slug) {
        return java.util.Arrays.stream(values()).filter(o -> o.slug.equals(slug)).findFirst();
    }
}
