package org.dalil.workshop.web;

import java.util.Set;
import java.util.TreeSet;
import org.dalil.platform.entity.Refused;

/** Numbers as trainers type them; digits of any script are digits. */
final class TypedNumbers {

    private TypedNumbers() { }

    /** @param otherwise the sentence for what is no number @throws Refused with it */
    static int one(String typed, String otherwise) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException noNumber) {
            throw new Refused(otherwise);
        }
    }

    /** The number of a card. @throws Refused if it is none */
    static int card(String typed) {
        return one(typed, "workshop.cards.noNumber");
    }

    /** Numbers of cards, with blanks or commas between; nothing was typed, there are none. @throws Refused if one of them is no number */
    static Set<Integer> cards(String typed) {
        Set<Integer> numbers = new TreeSet<>();
        for (String part : typed.strip().split("[\\s,،;؛]+")) {
            if (!part.isEmpty()) {
                numbers.add(card(part));
            }
        }
        return numbers;
    }
}
