package org.dalil.course.entity;

import java.util.List;
import java.util.Map;

/** The questions of a course: items and key once, words once per language. */
public record Quiz(List<Item> items, Map<String, Words> words) {

    /**
     * The items of a form in the order in which they are asked: by module, scale items last.
     *
     * @param form {@link Form#A} or {@link Form#B}
     */
    public List<Item> of(Form form) {
        return items.stream()
                .filter(i -> i.form() == form || i.form() == Form.ANCHOR || i.form() == Form.BOTH)
                .sorted(java.util.Comparator.comparing((Item i) -> i.kind() == Kind.SCALE).thenComparing(Item::module))
                .toList();
    }

    /** @return the item with this id, or nothing */
    public java.util.Optional<Item> item(String id) {
        return items.stream().filter(i -> i.id().equals(id)).findFirst();
    }

    /** Question kinds, see courses/README.md. */
    public enum Kind { SINGLE, MULTIPLE, TRUE_FALSE, ORDER, MATCH, SPOT, SCALE }

    /** What a scale item is about. */
    public enum Construct { ATTITUDE, SELF_EFFICACY, INTENTION, HELP_SEEKING }

    /**
     * One question, without its words.
     *
     * @param id        stable, the same in every language
     * @param module    number of the module it belongs to; 0 for scale items
     * @param objective null for scale items
     * @param choices   ids in the order of the file; for match the left side
     * @param right     the right side of a match, otherwise empty
     * @param key       single, true-false: one id; multiple, spot: the right ids; order: all ids in the right order;
     *                  match: for each of {@code choices}, in that order, the id on the right; scale: empty
     * @param construct only for scale items
     * @param reverse   only for scale items: whether agreeing is the harmful answer
     */
    public record Item(String id, Kind kind, int module, String objective, Form form, List<String> choices,
                       List<String> right, List<String> key, Construct construct, boolean reverse) implements Question {

        /** Whether it counts in the score of a form. */
        public boolean scored() {
            return kind != Kind.SCALE && form != Form.CHECK;
        }
    }

    /** All words of one language, by item id. */
    public record Words(WordsState state, Map<String, ItemWords> items) { }

    /** @param then one explanation for the whole item (order, match), otherwise empty */
    public record ItemWords(String stem, Map<String, ChoiceWords> choices, Map<String, String> right, String then) { }

    /** A choice and why it is right or not. */
    public record ChoiceWords(String text, String then) { }
}
