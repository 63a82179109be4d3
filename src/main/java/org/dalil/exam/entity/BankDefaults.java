package org.dalil.exam.entity;

import org.dalil.course.entity.Difficulty;

/** What items from elsewhere get that don't say it themselves. @param topic null: such items are refused, likewise {@code difficulty} */
public record BankDefaults(String topic, Difficulty difficulty) {

    /** Nothing is assumed. */
    public static final BankDefaults NONE = new BankDefaults(null, null);
}
