package org.dalil.report.entity;

/**
 * The scores of those who took both tests. Not for anybody's eyes: see {@link PublishedScores}.
 *
 * @param people     how many, at least 1
 * @param meanPre    0 to 100
 * @param meanPost   0 to 100
 * @param meanGain   mean of each person's after minus before, in percentage points
 * @param deviation  standard deviation of that difference (n−1); 0 for one person
 * @param passedPre  how many reached the pass mark before
 * @param passedPost how many reached it after
 */
public record PairFigures(int people, double meanPre, double meanPost, double meanGain, double deviation, int passedPre,
                          int passedPost) { }
