package org.dalil.report.entity;

import java.time.Duration;

/** Which two tests a figure across workshops compares. */
public enum Stage {
    /** Before the course and after it. */ COURSE(0, 0),
    /** After it, and again about 30 days later. */ MONTH(21, 60),
    /** After it, and again about 90 days later; before the card's rows go. */ QUARTER(75, 120);

    private final Duration from;
    private final Duration to;

    Stage(int from, int to) {
        this.from = Duration.ofDays(from);
        this.to = Duration.ofDays(to);
    }

    /** Whether a test so long after the pair belongs to it. */
    boolean holds(Duration later) {
        return later.compareTo(from) >= 0 && later.compareTo(to) < 0;
    }
}
