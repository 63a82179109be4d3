package org.dalil.authoring.control;

import java.util.List;
import java.util.Set;

/** All rules, by what they look at. */
final class CurriculumRules {

    private final Documents documents;
    private final References references;
    private final Set<String> published;

    /** @param published all languages in which a course is published */
    CurriculumRules(Documents documents, References references, Set<String> published) {
        this.documents = documents;
        this.references = references;
        this.published = published;
    }

    void check(List<CourseRead> courses) {
        Findings findings = documents.findings();
        new DirectoryRules(references, findings).check(documents.files(), published);
        for (CourseRead course : courses) {
            new CourseRules(course, findings).check();
            new QuizRules(course, findings).check();
            new QuizWordsRules(course, findings).check();
            new ScenarioRules(course, findings).check();
            new LessonRules(course, references, findings).check();
        }
        new TreeRules(courses, findings).check(documents.files());
        new TwinRules(courses, findings).check();
        WordsRules words = new WordsRules(references, findings);
        courses.forEach(c -> words.check(CoursePassages.of(c)));
        words.checkDirectory(DirectoryPassages.of(references));
    }
}
