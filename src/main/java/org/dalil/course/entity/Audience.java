package org.dalil.course.entity;

/** For whom a course is written. The order is the one in which audiences are offered. */
public enum Audience {
    TEENS, PARENTS, RESPONDERS;

    /** The folder under {@code courses/} and the last part of the page's address. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @return the audience with this slug, or nothing if there is none */
    public static java.util.Optional<Audience> of(String slug) {
        return java.util.Arrays.stream(values()).filter(a -> a.slug().equals(slug)).findFirst();
    }
}
