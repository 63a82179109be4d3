package org.dalil.authoring.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.dalil.course.entity.Audience;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Blueprint;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Lesson;
import org.dalil.course.entity.Module;
import org.dalil.course.entity.Quiz;
import org.dalil.course.entity.RunSheet;
import org.dalil.course.entity.Scenario;

/** Reads the folder of one course, in every language that has files there. */
final class CourseReader {

    private final Documents documents;
    private final String folder;
    private final List<String> languages;
    private final Map<String, Map<String, LessonText>> lessonTexts = new LinkedHashMap<>();
    private final Map<String, Map<String, RunSheetReader.Read>> sheetTexts = new LinkedHashMap<>();

    /** @param folder audience and slug */
    CourseReader(Documents documents, String folder) {
        this.documents = documents;
        this.folder = folder;
        this.languages = CourseLayout.languages(documents.files().below(folder));
    }

    /** The course, if its {@code course.yaml} can be read. */
    Optional<CourseRead> read() {
        String file = folder + "/course.yaml";
        if (!documents.files().has(file)) {
            documents.findings().refuse(file, "", "the file is missing; copy it from another course and give it a new id");
            return Optional.empty();
        }
        return documents.yaml(file, "course").map(structure -> {
            Course course = course(structure);
            CourseRead read = new CourseRead(folder, course, lessonTexts, sheetTexts);
            new CourseLayout(documents, read, languages).check();
            return read;
        });
    }

    private Course course(JsonNode c) {
        String source = Fields.text(c, "source-language");
        List<Module> modules = new ArrayList<>();
        c.path("modules").forEach(m -> modules.add(module(m, modules.size() + 1, source)));
        Quiz quiz = new QuizReader(documents, folder).read(languages, source).orElse(null);
        boolean examined = CourseLayout.examined(documents.files(), folder);
        Blueprint blueprint = examined ? new BlueprintReader(documents, folder).read().orElse(null) : null;
        Bank bank = examined ? new BankReader(documents, folder).read(languages, source).orElse(null) : null;
        return new Course(UUID.fromString(Fields.text(c, "id")), folder.substring(folder.indexOf('/') + 1),
                Fields.text(c, "code"), Audience.of(Fields.text(c, "audience")).orElseThrow(), Fields.text(c, "ages"),
                c.path("minutes").asInt(), c.path("mastery").asInt(), source, Fields.texts(c, "languages"),
                Fields.texts(c, "prerequisites"), Fields.texts(c, "objectives"), List.copyOf(modules), quiz, blueprint, bank, words(source));
    }

    private Map<String, Course.Words> words(String source) {
        Map<String, Course.Words> words = new TreeMap<>();
        for (String language : languages) {
            String file = folder + "/course." + language + ".yaml";
            documents.yaml(file, "course-words").ifPresent(w -> words.put(language, new Course.Words(
                    documents.state(file, w, folder + "/course." + source + ".yaml"),
                    Fields.text(w, "title"), Fields.text(w, "summary"), Fields.textMap(w, "objectives"),
                    Fields.map(w.path("modules"), (name, m) -> new Course.ModuleWords(
                            Fields.text(m, "title"), Fields.text(m, "about"), Fields.text(m, "note"))))));
        }
        return words;
    }

    private Module module(JsonNode m, int number, String source) {
        String name = Fields.text(m, "name");
        String path = folder + "/" + name;
        Scenario scenario = new ScenarioReader(documents, path).read(languages, source).orElse(null);
        return new Module(number, name, m.path("minutes").asInt(), Fields.text(m, "objective"), m.path("note").asBoolean(false),
                lessons(name, path, source), scenario, runSheets(name, path, source));
    }

    private Map<String, Lesson> lessons(String name, String path, String source) {
        Map<String, Lesson> lessons = new TreeMap<>();
        Map<String, LessonText> texts = new TreeMap<>();
        boolean tables = folder.startsWith(Audience.RESPONDERS.slug() + "/");
        for (String language : languages) {
            new LessonReader(documents, path + "/lesson." + language + ".md", language, tables)
                    .read(path + "/lesson." + source + ".md").ifPresent(r -> {
                        lessons.put(language, r.lesson());
                        texts.put(language, r.text());
                    });
        }
        lessonTexts.put(name, texts);
        return lessons;
    }

    private Map<String, RunSheet> runSheets(String name, String path, String source) {
        Map<String, RunSheet> sheets = new TreeMap<>();
        Map<String, RunSheetReader.Read> texts = new TreeMap<>();
        for (String language : languages) {
            new RunSheetReader(documents)
                    .read(path + "/facilitator." + language + ".md", language, path + "/facilitator." + source + ".md")
                    .ifPresent(r -> {
                        sheets.put(language, r.sheet());
                        texts.put(language, r);
                    });
        }
        sheetTexts.put(name, texts);
        return sheets;
    }
}
