package org.dalil.authoring.control;

import java.util.Map;
import org.dalil.course.entity.Sheet;

/**
 * A sheet as far as its files could be read, for the rules to look at.
 *
 * @param texts by language; a language whose file is missing or can't be read is absent
 */
record SheetRead(Sheet sheet, Map<String, LessonText> texts) {

    /** The folder of all sheets. */
    static final String FOLDER = "toolkits";
    /** The file that lists them. */
    static final String STRUCTURE = FOLDER + "/tools.yaml";
    /** All of them are written in English first. */
    static final String SOURCE_LANGUAGE = "en";

    /** Path of its words in a language. */
    String file(String language) {
        return prefix() + language + ".md";
    }

    /** How the paths of all its words begin. */
    String prefix() {
        return FOLDER + "/" + sheet.id() + ".";
    }

    /** What it is called in findings about {@link #STRUCTURE}. */
    String item() {
        return "sheet " + sheet.id();
    }
}
