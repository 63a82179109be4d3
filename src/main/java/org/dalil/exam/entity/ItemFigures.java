package org.dalil.exam.entity;

import java.io.Serializable;
import java.util.OptionalLong;

/** How an item did in exams. @param mean what it was worth on average, 0 to 1 */
public record ItemFigures(int asked, double mean) implements Serializable {

    /** Below this many an average says nothing about the item, and may say something about a person. */
    public static final int FEWEST = 10;

    /** For an item that was never asked. */
    public static final ItemFigures NONE = new ItemFigures(0, 0);

    /** Percent of the points, if enough were asked. */
    public OptionalLong percent() {
        return asked < FEWEST ? OptionalLong.empty() : OptionalLong.of(Math.round(100 * mean));
    }
}
