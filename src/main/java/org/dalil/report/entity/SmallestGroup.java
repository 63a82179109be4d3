package org.dalil.report.entity;

import java.util.Optional;
import org.dalil.platform.entity.CannotStart;

/**
 * The fewest people a figure may be about. Ten; a site may ask for more, never for fewer.
 *
 * @param people at least {@value #LEAST}
 */
public record SmallestGroup(int people) implements Group {

    /** The rule of the project; no setting goes below it. */
    public static final int LEAST = 10;

    public static final SmallestGroup TEN = new SmallestGroup(LEAST);

    public SmallestGroup {
        if (people < LEAST) {
            throw new IllegalArgumentException("figures are never about fewer than " + LEAST + " people");
        }
    }

    /**
     * What the site asks for.
     *
     * @param setting the value of {@code DALIL_SMALLEST_GROUP}, if it is set
     * @throws CannotStart if it is no number of at least ten
     */
    public static SmallestGroup of(Optional<String> setting) {
        if (setting.isEmpty()) {
            return TEN;
        }
        if (!setting.get().matches("[1-9][0-9]{1,3}")) {
            throw new CannotStart("DALIL_SMALLEST_GROUP must be a whole number from " + LEAST + " to 9999, but is \""
                    + setting.get() + "\".");
        }
        return new SmallestGroup(Integer.parseInt(setting.get()));
    }
}
