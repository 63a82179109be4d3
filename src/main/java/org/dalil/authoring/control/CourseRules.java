package org.dalil.authoring.control;

import java.util.List;
import java.util.Objects;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Module;
import org.dalil.platform.entity.Language;

/** Rules on {@code course.yaml} and its words. */
final class CourseRules {

    private final CourseRead read;
    private final Course course;
    private final Findings findings;
    private final String file;

    CourseRules(CourseRead read, Findings findings) {
        this.read = read;
        this.course = read.course();
        this.findings = findings;
        this.file = read.file("course.yaml");
    }

    void check() {
        checkPlace();
        checkMinutes();
        checkModules();
        course.words().forEach((language, words) -> checkWords(read.words("course", language), words));
    }

    private void checkPlace() {
        String folder = read.folder().substring(0, read.folder().indexOf('/'));
        if (!course.audience().slug().equals(folder)) {
            findings.refuse(file, "", "audience is " + course.audience().slug() + " but the course lies in the folder " + folder);
        }
        if (!course.languages().contains(course.sourceLanguage())) {
            findings.refuse(file, "", "the source language " + course.sourceLanguage() + " is not among the languages; add it");
        }
        course.languages().stream().filter(l -> Language.of(l).isEmpty()).forEach(l -> findings.refuse(file, "languages",
                "the site itself does not speak " + l + " yet, so nobody could open the course in it; take " + l
                        + " out of languages (its files may stay) and see \"A new language\" in courses/README.md"));
    }

    private void checkMinutes() {
        int sum = course.modules().stream().mapToInt(Module::minutes).sum();
        if (sum != course.minutes()) {
            findings.refuse(file, "", "minutes is " + course.minutes() + " but the modules add up to " + sum);
        }
    }

    private void checkModules() {
        for (Module module : course.modules()) {
            if (!module.name().startsWith(module.number() + "-")) {
                findings.refuse(file, "module " + module.name(), "this is module " + module.number() + "; its name must begin with "
                        + module.number() + "-");
            }
            if (!course.objectives().contains(module.objective())) {
                findings.refuse(file, "module " + module.name(), "there is no objective " + module.objective() + "; add it to objectives");
            }
        }
        course.objectives().stream().filter(o -> course.modules().stream().noneMatch(m -> m.objective().equals(o)))
                .forEach(o -> findings.refuse(file, "objective " + o, "no module tests it; name it at a module or take it out"));
    }

    private void checkWords(String words, Course.Words w) {
        WordsMatch.check(words, "objective", course.objectives(), w.objectives().keySet(), findings);
        List<String> names = course.modules().stream().map(Module::name).toList();
        WordsMatch.check(words, "module", names, w.modules().keySet(), findings);
        for (Module module : course.modules()) {
            Course.ModuleWords own = w.modules().get(module.name());
            if (Objects.nonNull(own) && own.note().isEmpty() == module.note()) {
                findings.refuse(words, "module " + module.name(), module.note() ? "the content note is missing; add note"
                        : "there is a content note, but course.yaml has no note: true here");
            }
        }
    }
}
