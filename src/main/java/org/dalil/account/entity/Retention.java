package org.dalil.account.entity;

import java.time.LocalDate;
import java.util.Optional;
import org.dalil.platform.entity.CannotStart;

/**
 * How long a card that nobody uses stays. A site may ask for less, never for more; the test 90 days after a course fits into
 * what there is without asking.
 *
 * @param days 1 to {@value #MOST}
 */
public record Retention(int days) {

    /** The rule of the project. */
    public static final int MOST = 120;

    /**
     * What the site asks for.
     *
     * @param setting the value of {@code DALIL_RETENTION_DAYS}, if it is set
     * @throws CannotStart if it is no number from 1 to {@value #MOST}
     */
    public static Retention of(Optional<String> setting) {
        String days = setting.orElse(String.valueOf(MOST));
        if (!days.matches("[1-9][0-9]{0,2}") || Integer.parseInt(days) > MOST) {
            throw new CannotStart("DALIL_RETENTION_DAYS must be a whole number from 1 to " + MOST + ", but is \"" + days + "\".");
        }
        return new Retention(Integer.parseInt(days));
    }

    /** Cards that were last used before this day go. */
    public LocalDate usedBefore(LocalDate today) {
        return today.minusDays(days);
    }
}
