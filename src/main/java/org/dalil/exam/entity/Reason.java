package org.dalil.exam.entity;

import java.io.Serializable;
import org.dalil.platform.entity.Refused;

/** Why a certifier decided so, in the certifier's own words. */
public record Reason(String text) implements Serializable {

    /** The most letters. */
    public static final int LONGEST = 600;

    /** @throws Refused if nothing is written, or too much */
    public Reason {
        text = text == null ? "" : text.strip().replaceAll("\\R", "\n");
        if (text.isEmpty() || text.length() > LONGEST || text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            throw new Refused("exam.reason.words", LONGEST);
        }
    }
}
