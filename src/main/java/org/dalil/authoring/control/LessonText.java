package org.dalil.authoring.control;

import java.util.List;

/**
 * What the checker looks at in a lesson of one language.
 *
 * @param file path inside the tree
 */
record LessonText(String file, String language, List<CardText> cards) {

    /**
     * One card.
     *
     * @param number    from 1
     * @param structure kinds of its blocks in their order, with the argument, for example {@code check which-step}
     */
    record CardText(int number, List<Passage> passages, List<Link> links, List<String> structure) { }
}
