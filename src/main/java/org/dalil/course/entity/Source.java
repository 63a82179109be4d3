package org.dalil.course.entity;

/**
 * Where a fact comes from.
 *
 * @param publisher empty if none is known
 * @param year      null if none is known
 * @param url       empty if none was recorded
 */
public record Source(String id, String title, String publisher, Integer year, String url, Grade grade) {

    /** How far a source can be trusted. */
    public enum Grade {
        /** Primary: the body that made the fact says it. */ P,
        /** Secondary: news, a summary, a copy that can be trusted. */ S,
        /** Weak: a mirror, an advertiser, a page of unclear origin. */ W,
        /** From memory, to be verified. */ M;

        /** Whether a fact may rest on such a source alone. */
        public boolean standsAlone() {
            return this == P || this == S;
        }
    }
}
