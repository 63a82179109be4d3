package org.dalil.course.entity;

import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/** How far the words of a course in one language can be trusted: as far as the least of its files. */
public enum TranslationState {
    /** A named person has reviewed every file. */ REVIEWED,
    /** Complete, and not reviewed yet. */ DRAFT,
    /** The wording it was made from has changed since. */ STALE,
    /** Not published in this language. */ MISSING;

    /** The state of a course in a language. */
    public static TranslationState of(Course course, String language) {
        if (!course.languages().contains(language)) {
            return MISSING;
        }
        Stream<WordsState> ofModules = course.modules().stream().flatMap(m -> Stream.of(
                m.lessons().get(language) == null ? null : m.lessons().get(language).state(),
                m.scenario() == null || m.scenario().words().get(language) == null ? null
                        : m.scenario().words().get(language).state(),
                m.runSheets().get(language) == null ? null : m.runSheets().get(language).state()));
        Course.Words own = course.words().get(language);
        Quiz.Words quiz = course.quiz().words().get(language);
        Bank.Words bank = course.bank() == null ? null : course.bank().words().get(language);
        Stream<WordsState> ofCourse = Stream.of(own == null ? null : own.state(), quiz == null ? null : quiz.state(),
                bank == null ? null : bank.state());
        return Stream.concat(ofCourse, ofModules).filter(Objects::nonNull).map(TranslationState::of)
                .max(Comparator.naturalOrder()).orElse(MISSING);
    }

    private static TranslationState of(WordsState words) {
        if (words.stale()) {
            return STALE;
        }
        return words.reviewed() ? REVIEWED : DRAFT;
    }
}
