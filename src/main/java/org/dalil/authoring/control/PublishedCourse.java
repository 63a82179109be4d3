package org.dalil.authoring.control;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseDraft;
import org.dalil.course.entity.Glossary;
import org.dalil.course.entity.Module;
import org.dalil.course.entity.Quiz;
import org.dalil.course.entity.Scenario;
import org.dalil.course.entity.Sheet;

/** Makes of what was read what may be served: without the languages that are still being written. */
final class PublishedCourse {

    private PublishedCourse() { }

    /** @param read a course in which nothing was found that refuses it */
    static CourseDraft draft(CourseRead read, CourseFiles files) {
        Course c = read.course();
        Quiz quiz = new Quiz(c.quiz().items(), only(c.quiz().words(), c.languages()));
        Bank bank = c.bank() == null ? null
                : new Bank(c.bank().demonstration(), c.bank().items(), only(c.bank().words(), c.languages()));
        Course published = new Course(c.id(), c.slug(), c.code(), c.audience(), c.ages(), c.minutes(), c.mastery(),
                c.sourceLanguage(), c.languages(), c.prerequisites(), c.objectives(),
                c.modules().stream().map(m -> module(m, c.languages())).toList(), quiz, c.blueprint(), bank,
                only(c.words(), c.languages()));
        return new CourseDraft(published, files.hash(files.below(read.folder()), read.folder()));
    }

    private static Module module(Module m, Collection<String> languages) {
        Scenario s = m.scenario();
        Scenario scenario = new Scenario(s.id(), s.objective(), s.remembers(), s.start(), s.nodes(), s.choices(),
                only(s.words(), languages));
        return new Module(m.number(), m.name(), m.minutes(), m.objective(), m.note(), only(m.lessons(), languages), scenario,
                only(m.runSheets(), languages));
    }

    private static <T> Map<String, T> only(Map<String, T> words, Collection<String> languages) {
        Map<String, T> kept = new TreeMap<>(words);
        kept.keySet().retainAll(languages);
        return Collections.unmodifiableMap(kept);
    }

    /** The glossary with some languages only. */
    static Glossary glossary(Glossary glossary, Collection<String> languages) {
        return new Glossary(glossary.terms(), only(glossary.words(), languages));
    }

    /** A sheet with some languages only. */
    static Sheet sheet(Sheet s, Collection<String> languages) {
        return new Sheet(s.id(), s.address(), s.audiences(), s.courses(), s.paper(), s.onePage(), s.sources(), only(s.words(), languages));
    }
}
