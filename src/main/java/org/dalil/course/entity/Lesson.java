package org.dalil.course.entity;

import java.util.List;

/** A module's cards in one language. */
public record Lesson(WordsState state, String title, List<Card> cards) {

    /** One screen of a lesson. Headings within the text are part of its blocks. */
    public record Card(String title, List<Block> blocks) { }
}
