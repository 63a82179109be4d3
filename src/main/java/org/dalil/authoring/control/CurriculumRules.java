package org.dalil.authoring.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All rules, by what they look at. */
final class CurriculumRules {

    private final Documents documents;
    private final References references;
    private final Set<String> published;
    private final Optional<LocalDate> today;

    /**
     * @param published all languages in which a course is published
     * @param today     nothing if what is overdue does not matter
     */
    CurriculumRules(Documents documents, References references, Set<String> published, Optional<LocalDate> today) {
        this.documents = documents;
        this.references = references;
        this.published = published;
        this.today = today;
    }

    void check(List<CourseRead> courses, List<SheetRead> sheets) {
        Findings findings = documents.findings();
        new DirectoryRules(references, today, findings).check(documents.files(), published);
        for (CourseRead course : courses) {
            new CourseRules(course, findings).check();
            new QuizRules(course, findings).check();
            new QuizWordsRules(course, findings).check();
            new BlueprintRules(course, findings).check();
            new BankRules(course, references, today, findings).check();
            new BankWordsRules(course, findings).check();
            new ScenarioRules(course, findings).check();
            new LessonRules(course, references, findings).check();
        }
        new SheetRules(courses, references, findings).check(sheets, documents.files());
        new TreeRules(courses, findings).check(documents.files());
        new TwinRules(courses, findings).check();
        WordsRules words = new WordsRules(references, findings);
        for (CourseRead course : courses) {
            List<Passage> passages = CoursePassages.of(course);
            words.check(passages);
            List<String> languages = new ArrayList<>(List.of(course.course().sourceLanguage()));
            languages.addAll(course.course().languages());
            new SameWords(languages.stream().distinct().toList()).check(passages, findings);
        }
        List<String> languages = new ArrayList<>(List.of(SheetRead.SOURCE_LANGUAGE));
        languages.addAll(published);
        List<String> order = languages.stream().distinct().toList();
        for (SheetRead sheet : sheets) {
            words.check(SheetRules.passages(sheet));
            new SameWords(order).check(SheetRules.passages(sheet), findings);
        }
        words.checkDirectory(DirectoryPassages.of(references));
        new SameWords(order).check(DirectoryPassages.of(references), findings);
        BrevityRules brevity = new BrevityRules(findings);
        courses.forEach(brevity::check);
        sheets.forEach(brevity::check);
        references.glossary().ifPresent(brevity::check);
        references.help().forEach(brevity::check);
    }
}
