package org.dalil.workshop.entity;

import java.time.Instant;

/**
 * How long a phone in a room waits before it asks again what is open: ten seconds, and up to thirty while so many ask that answers would
 * have to wait for it. That is beyond some hundred rooms at once; what a trainer closes is closed at once for whatever is sent, and only
 * the phones hear of it later.
 */
public final class AskPace {

    /** Seconds, for as many as usual. */
    public static final int USUAL = 10;

    /** Seconds, however many there are. */
    public static final int LONGEST = 30;

    /** Questions a second that a small server answers beside the rest. */
    static final int MOST = 100;

    private static final int WINDOW = 10;

    private long window;
    private int asked;
    private int pace = USUAL;

    /** Somebody asks. @return seconds until they should ask again, {@link #USUAL} to {@link #LONGEST} */
    public synchronized int next(Instant now) {
        long at = Math.floorDiv(now.getEpochSecond(), WINDOW);
        if (at != window) {
            // What was counted longer ago than in the window before says nothing about now; nor does a clock that was put back.
            int phones = at == window + 1 ? asked * pace / WINDOW : 0;
            pace = Math.max(USUAL, Math.min(LONGEST, (phones + MOST - 1) / MOST));
            window = at;
            asked = 0;
        }
        asked++;
        return pace;
    }
}
