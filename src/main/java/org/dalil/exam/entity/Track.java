package org.dalil.exam.entity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** For which profession somebody is examined, and on which courses (domain, section 2). */
public enum Track {
    JUDGES("F1", "F2", "F3"),
    CYBERCRIME_POLICE("F1", "F2", "F3"),
    COMMUNITY_POLICE("F1", "F4"),
    SOCIAL_WORKERS("F1", "F4"),
    TEACHERS("F1", "F4"),
    LAWYERS("F1", "F2", "F3");

    private final List<String> courses;

    Track(String... courses) {
        this.courses = List.of(courses);
    }

    /** The codes of the courses that belong to it. */
    public List<String> courses() {
        return courses;
    }

    /** As lists of an academy and keys of texts write it: {@code cybercrime-police}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The track that is written so, or nothing. */
    public static Optional<Track> of(String slug) {
        return java.util.Arrays.stream(values()).filter(t -> t.slug().equals(slug)).findFirst();
    }
}
