package org.dalil.exam.entity;

import java.io.Serializable;
import java.util.regex.Pattern;
import org.dalil.platform.entity.Refused;

/**
 * Who a candidate is: what lies in the database only encrypted.
 *
 * @param profession as the academy words it, for example the rank or the court
 * @param reference  the academy's own number for the person, empty if it has none
 */
public record Person(Spellings names, String profession, String reference) implements Serializable {

    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}\\p{Nd} .,،'’()/\u200C-]{0,80}");
    private static final Pattern REFERENCE = Pattern.compile("[\\p{L}\\p{Nd}/ -]{0,40}");

    /** @throws Refused if profession or reference hold what they can't */
    public Person {
        profession = profession == null ? "" : profession.strip();
        reference = reference == null ? "" : reference.strip();
        if (!WORDS.matcher(profession).matches() || profession.startsWith("-")) {
            throw new Refused("exam.person.profession");
        }
        if (!REFERENCE.matcher(reference).matches() || reference.startsWith("-")) {
            throw new Refused("exam.person.reference");
        }
    }

    /** Never a name: this may stand in a log. */
    @Override
    public String toString() {
        return "person";
    }
}
