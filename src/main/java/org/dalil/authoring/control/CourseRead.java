package org.dalil.authoring.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Module;

/**
 * A course as far as its files could be read, for the rules to look at. The quiz or a scenario is null, and a language is
 * absent, where a file is missing or can't be read; that has been found already.
 *
 * @param folder    audience and slug, for example {@code teens/spot-it}
 * @param lessons   by module name and language
 * @param runSheets by module name and language
 */
record CourseRead(String folder, Course course, Map<String, Map<String, LessonText>> lessons,
                  Map<String, Map<String, RunSheetReader.Read>> runSheets) {

    String file(String name) {
        return folder + "/" + name;
    }

    String words(String name, String language) {
        return folder + "/" + name + "." + language + ".yaml";
    }

    String file(Module module, String name) {
        return folder + "/" + module.name() + "/" + name;
    }

    /** All passages of the course that are written in Markdown. */
    List<Passage> markdown() {
        List<Passage> all = new ArrayList<>();
        lessons.values().forEach(m -> m.values().forEach(l -> l.cards().forEach(c -> all.addAll(c.passages()))));
        runSheets.values().forEach(m -> m.values().forEach(s -> all.addAll(s.passages())));
        return all;
    }
}
