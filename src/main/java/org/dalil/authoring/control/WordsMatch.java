package org.dalil.authoring.control;

import java.util.Collection;

/** The ids of a structure against those that have words. */
final class WordsMatch {

    private WordsMatch() { }

    /**
     * @param noun what the ids are ids of, for example {@code item}
     */
    static void check(String file, String noun, Collection<String> wanted, Collection<String> found, Findings findings) {
        wanted.stream().filter(id -> !found.contains(id)).distinct()
                .forEach(id -> findings.refuse(file, noun + " " + id, "there are no words for it; add them under this id"));
        found.stream().filter(id -> !wanted.contains(id))
                .forEach(id -> findings.refuse(file, noun + " " + id, "the structure has no such " + noun + "; ids never change, so put it back as it was, or take it out"));
    }

    /** The same within one item, for the parts of it. */
    static void checkParts(String file, String item, String noun, Collection<String> wanted, Collection<String> found,
                           Findings findings) {
        wanted.stream().filter(id -> !found.contains(id)).distinct()
                .forEach(id -> findings.refuse(file, item, "no text for " + noun + " " + id));
        found.stream().filter(id -> !wanted.contains(id))
                .forEach(id -> findings.refuse(file, item, "there is text for " + noun + " " + id + ", which the structure does not have"));
    }
}
