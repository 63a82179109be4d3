package org.dalil.workshop.entity;

import java.util.Locale;
import java.util.Optional;
import org.dalil.platform.entity.Crockford;

/**
 * What people type to join a room: six characters of Crockford's alphabet (no I, L, O, U). Shown to everybody in the room, so no
 * secret; told from a card's code (11) by its length.
 */
public record JoinCode(String value) {

    /** Characters of a code. */
    public static final int LENGTH = 6;

    /** A new one. @param random at least 6 bytes nobody can guess */
    public static JoinCode of(byte[] random) {
        StringBuilder code = new StringBuilder();
        for (int place = 0; place < LENGTH; place++) {
            code.append(Crockford.ALPHABET.charAt(random[place] & 31));
        }
        return new JoinCode(code.toString());
    }

    /** What someone typed: any case, with spaces or hyphens, in Latin, Arabic-Indic or Eastern digits; nothing if it is no code. */
    public static Optional<JoinCode> typed(String text) {
        if (text == null || text.length() > 60) {
            return Optional.empty();
        }
        StringBuilder folded = new StringBuilder();
        text.toUpperCase(Locale.ROOT).chars().filter(c -> Character.isLetterOrDigit(c)).forEach(c -> folded.append(Crockford.fold((char) c)));
        boolean right = folded.length() == LENGTH && folded.chars().allMatch(c -> Crockford.ALPHABET.indexOf(c) >= 0);
        return right ? Optional.of(new JoinCode(folded.toString())) : Optional.empty();
    }

    /** As it is shown and read aloud: two groups. */
    public String printed() {
        return value.substring(0, 3) + " " + value.substring(3);
    }
}
