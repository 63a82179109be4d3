package org.dalil.report.entity;

/** What figures across workshops are laid out by; at most two at a time. */
public enum Dimension {
    /** A course, by its id. */ COURSE,
    /** Whom a course is for; follows from the course. */ AUDIENCE,
    /** Where. */ REGION,
    /** When: a quarter, such as {@code 2026-Q4}. */ PERIOD,
    /** In which language the tests were taken, by its tag. */ LANGUAGE,
    /** Who held it. */ PARTNER
}
