package org.dalil.exam.entity;

import java.util.List;
import java.util.Locale;

/** What a session is for: the first certificate of a track, or the renewal of one. */
public enum SessionKind {
    FULL, RENEWAL;

    /** The courses that can be examined. */
    public List<String> courses(Track track) {
        return this == FULL ? track.courses() : track.renewal();
    }

    /** The courses of the track that are not examined: as long as there are any, whoever passes gets no certificate. */
    public List<String> leftOut(Track track, List<String> examined) {
        return courses(track).stream().filter(c -> !examined.contains(c)).toList();
    }

    /** As keys of texts and forms write it. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** From a form; the whole way where nothing of that kind was chosen. */
    public static SessionKind of(String slug) {
        return RENEWAL.slug().equals(slug) ? RENEWAL : FULL;
    }
}
