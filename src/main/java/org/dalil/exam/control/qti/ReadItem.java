package org.dalil.exam.control.qti;

import java.util.List;
import java.util.Map;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Quiz;

/**
 * One file of a package: an item in one language, still under the identifiers of the file.
 *
 * @param identifier as written; the same item in other languages may have the language behind it
 * @param language   as written; empty if the file doesn't say
 * @param key        as {@link org.dalil.course.entity.Question#key()}
 */
record ReadItem(String identifier, String language, Quiz.Kind kind, List<String> choices, List<String> right, List<String> key,
                Bank.ItemWords words) {

    /** Whether both are asked and marked the same way. */
    boolean isLike(ReadItem other) {
        return kind == other.kind && choices.equals(other.choices) && right.equals(other.right) && key.equals(other.key);
    }

    static Map<String, String> words(List<XmlElement> choices) {
        Map<String, String> words = new java.util.LinkedHashMap<>();
        choices.forEach(c -> words.put(c.attribute("identifier"), FlowText.of(c.children())));
        return words;
    }
}
