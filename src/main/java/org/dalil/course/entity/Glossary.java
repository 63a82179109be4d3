package org.dalil.course.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The terms that lessons link to: ids once, words once per language, in the order of the file. */
public record Glossary(List<Term> terms, Map<String, Words> words) {

    /** @return the term with this id, or nothing */
    public Optional<Term> term(String id) {
        return terms.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    /**
     * One term, without its words.
     *
     * @param type    whether it is one of the ten types of online violence
     * @param related ids of other terms
     */
    public record Term(String id, boolean type, List<String> related) { }

    /** All terms of one language, by id. */
    public record Words(WordsState state, Map<String, TermWords> terms) { }

    /** A term and what it means, in one or two plain sentences. */
    public record TermWords(String term, String text) { }
}
