package org.dalil.course.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TranslationStateTest {

    private static final WordsState REVIEWED = new WordsState(true, "Dilan H.", LocalDate.of(2026, 11, 1), "abc", false);
    private static final WordsState DRAFT = new WordsState(false, "", null, "abc", false);
    private static final WordsState STALE = new WordsState(true, "Dilan H.", LocalDate.of(2026, 11, 1), "abc", true);

    private static Course course(WordsState own, WordsState quiz, WordsState lesson) {
        return course(own, quiz, lesson, null);
    }

    private static Course course(WordsState own, WordsState quiz, WordsState lesson, Bank bank) {
        Module module = new Module(1, "1-one", 10, "o", false, Map.of("ckb", new Lesson(lesson, "", List.of())), null, Map.of());
        return new Course(UUID.randomUUID(), "spot-it", "T2", Audience.TEENS, "13-17", 60, 80, "en", List.of("ckb"), List.of(),
                List.of("o"), List.of(module), new Quiz(List.of(), Map.of("ckb", new Quiz.Words(quiz, Map.of()))), null, bank,
                Map.of("ckb", new Course.Words(own, "کوردی", "", Map.of(), Map.of())));
    }

    @Test
    void a_language_is_as_good_as_its_least_file() {
        assertEquals(TranslationState.REVIEWED, TranslationState.of(course(REVIEWED, REVIEWED, REVIEWED), "ckb"));
        assertEquals(TranslationState.DRAFT, TranslationState.of(course(REVIEWED, REVIEWED, DRAFT), "ckb"));
        assertEquals(TranslationState.STALE, TranslationState.of(course(DRAFT, STALE, REVIEWED), "ckb"));
        assertEquals(TranslationState.MISSING, TranslationState.of(course(REVIEWED, REVIEWED, REVIEWED), "kmr"));
    }

    @Test
    void the_items_of_an_exam_count_as_well() {
        Bank bank = new Bank(true, List.of(), Map.of("ckb", new Bank.Words(DRAFT, Map.of())));
        assertEquals(TranslationState.DRAFT, TranslationState.of(course(REVIEWED, REVIEWED, REVIEWED, bank), "ckb"));
    }

    @Test
    void a_course_is_found_as_people_type() {
        CourseStanding standing = new CourseStanding(new CourseVersion(UUID.randomUUID(), 1, Instant.EPOCH,
                course(DRAFT, DRAFT, DRAFT)), Map.of());
        assertTrue(standing.isCalled("كوردي"));
        assertTrue(standing.isCalled(" t2 "));
        assertTrue(standing.isCalled(""));
        assertFalse(standing.isCalled("عەرەبی"));
    }
}
