package org.dalil.authoring.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Lesson;
import org.dalil.course.entity.Module;
import org.dalil.course.entity.Quiz;
import org.dalil.course.entity.Scenario;

/** Everything that somebody will read in a course, piece by piece, with the place where it is written. */
final class CoursePassages {

    private final CourseRead read;
    private final List<Passage> passages = new ArrayList<>();
    private String file;
    private String language;

    private CoursePassages(CourseRead read) {
        this.read = read;
    }

    static List<Passage> of(CourseRead read) {
        CoursePassages all = new CoursePassages(read);
        all.course();
        all.quiz();
        all.bank();
        read.course().modules().forEach(all::module);
        all.passages.addAll(read.markdown());
        return all.passages;
    }

    private void begin(String path, String tag) {
        file = path;
        language = tag;
    }

    private void add(String item, String... texts) {
        for (String text : texts) {
            if (text != null && !text.isBlank()) {
                passages.add(new Passage(file, item, language, text));
            }
        }
    }

    private void course() {
        for (Map.Entry<String, Course.Words> words : read.course().words().entrySet()) {
            begin(read.words("course", words.getKey()), words.getKey());
            Course.Words w = words.getValue();
            add("", w.title(), w.summary());
            w.objectives().forEach((id, text) -> add("objective " + id, text));
            w.modules().forEach((name, m) -> add("module " + name, m.title(), m.about(), m.note()));
        }
    }

    private void quiz() {
        if (read.course().quiz() == null) {
            return;
        }
        for (Map.Entry<String, Quiz.Words> words : read.course().quiz().words().entrySet()) {
            begin(read.words("quiz", words.getKey()), words.getKey());
            words.getValue().items().forEach((id, item) -> {
                add("item " + id, item.stem(), item.then());
                item.choices().values().forEach(c -> add("item " + id, c.text(), c.then()));
                item.right().values().forEach(r -> add("item " + id, r));
            });
        }
    }

    private void bank() {
        if (read.course().bank() == null) {
            return;
        }
        for (Map.Entry<String, Bank.Words> words : read.course().bank().words().entrySet()) {
            begin(read.words("bank", words.getKey()), words.getKey());
            words.getValue().items().forEach((id, item) -> {
                add("item " + id, item.stem(), item.explanation());
                item.choices().values().forEach(c -> add("item " + id, c));
                item.right().values().forEach(r -> add("item " + id, r));
            });
        }
    }

    private void module(Module module) {
        module.lessons().forEach((tag, lesson) -> title(module, "lesson.", tag, lesson));
        module.runSheets().forEach((tag, sheet) -> {
            begin(read.file(module, "facilitator." + tag + ".md"), tag);
            add("title", sheet.title());
        });
        if (module.scenario() != null) {
            module.scenario().words().forEach((tag, words) -> scenario(module, tag, words));
        }
    }

    private void title(Module module, String name, String tag, Lesson lesson) {
        begin(read.file(module, name + tag + ".md"), tag);
        add("title", lesson.title());
    }

    private void scenario(Module module, String tag, Scenario.Words words) {
        begin(read.file(module, "scenario." + tag + ".yaml"), tag);
        add("", words.title(), words.before());
        words.speakers().forEach((id, name) -> add("speaker " + id, name));
        words.nodes().forEach((id, text) -> add("node " + id, text));
        words.choices().forEach((id, said) -> add("choice " + id, said.say(), said.then()));
        words.ends().forEach((id, end) -> add("end " + id, end.title(), end.text()));
    }
}
