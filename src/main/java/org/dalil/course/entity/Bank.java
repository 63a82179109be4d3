package org.dalil.course.entity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Items from which exams are drawn: key once, words once per language.
 *
 * @param demonstration whether everybody may see the items; such a bank shows what an exam is like and certifies nobody
 */
public record Bank(boolean demonstration, List<Item> items, Map<String, Words> words) {

    /** @return the item with this id, or nothing */
    public java.util.Optional<Item> item(String id) {
        return items.stream().filter(i -> i.id().equals(id)).findFirst();
    }

    /** How many items there are on a topic. */
    public int count(String topic) {
        return (int) items.stream().filter(i -> i.topic().equals(topic)).count();
    }

    /** How many items of a difficulty there are on a topic. */
    public int count(String topic, Difficulty difficulty) {
        return (int) items.stream().filter(i -> i.topic().equals(topic) && i.difficulty() == difficulty).count();
    }

    /**
     * One item, without its words.
     *
     * @param topic     the id of an objective, as in the {@link Blueprint}
     * @param kind      single, multiple, true-false, order or match
     * @param sources   ids of sources of the facts that the item rests on; may be empty
     * @param provision how far the legal provisions that it names were checked; null if it names none
     */
    public record Item(String id, String topic, Difficulty difficulty, Quiz.Kind kind, List<String> choices, List<String> right,
                       List<String> key, List<String> sources, Provision provision) implements Question { }

    /**
     * The state of a legal provision.
     *
     * @param checkedOn when a lawyer compared it with the official text; null if nobody has, and then it is shown with a mark
     * @param reviewBy  when somebody should look again
     */
    public record Provision(LocalDate checkedOn, LocalDate reviewBy) { }

    /** All words of one language, by item id. */
    public record Words(WordsState state, Map<String, ItemWords> items) { }

    /**
     * The words of an item.
     *
     * @param choices     by id; for match the left side
     * @param right       by id; only for match
     * @param explanation why the key is right and what tempts in the others, shown after an exam
     */
    public record ItemWords(String stem, Map<String, String> choices, Map<String, String> right, String explanation) { }
}
