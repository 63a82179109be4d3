package org.dalil.authoring.control;

import java.util.List;

/** A translation has the cards or parts of its source, with the same blocks in the same order. */
final class SameStructure {

    private SameStructure() { }

    /** @param noun what the headings divide the text into: {@code card} or {@code part} */
    static void check(LessonText own, LessonText source, String noun, Findings findings) {
        if (own.cards().size() != source.cards().size()) {
            findings.refuse(own.file(), "", "there are " + own.cards().size() + " " + noun + "s, but " + source.cards().size()
                    + " in " + source.language() + "; every language has the same " + noun + "s");
            return;
        }
        for (int i = 0; i < source.cards().size(); i++) {
            List<String> found = own.cards().get(i).structure();
            List<String> wanted = source.cards().get(i).structure();
            if (!found.equals(wanted)) {
                findings.refuse(own.file(), noun + " " + (i + 1), "its blocks are " + found + ", but " + wanted + " in "
                        + source.language() + "; keep the same blocks in the same order");
            }
        }
    }
}
