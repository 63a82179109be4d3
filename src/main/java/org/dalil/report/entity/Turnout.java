package org.dalil.report.entity;

/**
 * Everybody who began a course, each counted once, and how many of them finished it. Not for anybody's eyes: see
 * {@link PublishedTurnout}.
 *
 * @param noTest    submitted no test
 * @param preOnly   the test before, and none after it
 * @param postOnly  the test after, and none before it
 * @param partial   both, but one was closed early with less than 80 % answered
 * @param paired    both: these are the pairs
 * @param completed finished the course; always among {@code postOnly}, {@code partial} and {@code paired}
 */
public record Turnout(int noTest, int preOnly, int postOnly, int partial, int paired, int completed) {

    public static final Turnout NOBODY = new Turnout(0, 0, 0, 0, 0, 0);

    /** Everybody. */
    public int enrolled() {
        return noTest + preOnly + postOnly + partial + paired;
    }
}
