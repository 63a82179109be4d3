package org.dalil.learning.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Lesson;
import org.dalil.course.entity.Module;
import org.dalil.course.entity.OpenParts;
import org.dalil.course.entity.Part;
import org.dalil.learning.entity.Journey.Step.Kind;
import org.junit.jupiter.api.Test;

/** What comes next for somebody, alone and in a room whose trainer opens the parts. Two modules of four cards. */
class JourneyTest {

    private static final Module FIRST = module(1);
    private static final Module SECOND = module(2);
    private static final Course COURSE = new Course(new UUID(0, 1), "some", "X", null, "", 0, 0, "en", List.of("en"), List.of(), List.of(),
            List.of(FIRST, SECOND), null, null, null, Map.of());

    private static Module module(int number) {
        Lesson lesson = new Lesson(null, "", Collections.nCopies(4, new Lesson.Card("", List.of())));
        return new Module(number, "m" + number, 0, "", false, Map.of("en", lesson), null, Map.of());
    }

    private static Journey journey(String tests, String open, ModuleProgress... modules) {
        return new Journey(new UUID(0, 2), new UUID(0, 3), Arrays.stream(modules).collect(Collectors.toMap(ModuleProgress::module, Function.identity())),
                tests.contains("before"), tests.contains("after"), open, false);
    }

    private static ModuleProgress read(int module) {
        return new ModuleProgress(module, 0b1111, 4, true, false);
    }

    private static ModuleProgress done(int module) {
        return new ModuleProgress(module, 0b1111, 4, true, true);
    }

    private static void assertNext(Kind kind, Module module, Journey journey) {
        assertEquals(new Journey.Step(kind, module), journey.next(COURSE));
        assertEquals(new Journey.Step(kind, module), journey.next(COURSE, OpenParts.ALL), "nobody guides them");
    }

    @Test
    void alone_the_way_goes_from_the_first_test_through_the_modules_to_the_last_test() {
        assertNext(Kind.BEFORE, null, journey("", null));
        assertNext(Kind.LESSON, FIRST, journey("before", null));
        assertNext(Kind.CHAT, FIRST, journey("before", null, read(1)));
        assertNext(Kind.LESSON, SECOND, journey("before", null, done(1)));
        assertNext(Kind.LESSON, FIRST, journey("before", null, done(2)));
        assertNext(Kind.AFTER, null, journey("before", null, done(1), done(2)));
        assertNext(Kind.DONE, null, journey("before after", null, done(1), done(2)));
    }

    @Test
    void a_test_that_was_begun_comes_first_and_one_that_was_left_out_is_not_asked_for_after_the_last() {
        assertNext(Kind.BEFORE, null, journey("", "PRE", done(1)));
        assertNext(Kind.AFTER, null, journey("before", "POST"));
        assertNext(Kind.LESSON, FIRST, journey("after", null));
    }

    @Test
    void in_a_room_only_what_is_open_comes_next_and_otherwise_they_wait() {
        OpenParts shut = new OpenParts(Map.of(Part.BEFORE, false, Part.module(1), false, Part.module(2), false, Part.AFTER, false));
        OpenParts second = new OpenParts(Map.of(Part.BEFORE, false, Part.module(1), false, Part.module(2), true, Part.AFTER, false));
        OpenParts last = new OpenParts(Map.of(Part.BEFORE, false, Part.module(1), false, Part.module(2), false, Part.AFTER, true));
        assertEquals(Kind.WAIT, journey("", null).next(COURSE, shut).kind());
        assertEquals(new Journey.Step(Kind.LESSON, SECOND), journey("", null).next(COURSE, second));
        assertEquals(Kind.WAIT, journey("before", null, done(2)).next(COURSE, second).kind());
        assertEquals(Kind.AFTER, journey("before", null).next(COURSE, last).kind(), "the trainer goes on with everybody");
        assertEquals(Kind.WAIT, journey("before after", null, done(1)).next(COURSE, last).kind(), "a module is missing that may open again");
        assertEquals(Kind.DONE, journey("before after", null, done(1), done(2)).next(COURSE, shut).kind());
        assertEquals(Kind.AFTER, journey("before", "POST").next(COURSE, shut).kind(), "what was begun may be finished");
    }

    @Test
    void how_much_was_seen_counts_cards_and_never_more_than_there_are() {
        assertEquals(0, journey("", null).exposure(COURSE));
        assertEquals(0.25, journey("", null, new ModuleProgress(1, 0b0101, 3, false, false)).exposure(COURSE));
        assertEquals(1, journey("", null, new ModuleProgress(1, 0b111111, 6, true, true), done(2)).exposure(COURSE), "an older version had more cards");
        assertFalse(journey("", null, done(1), read(2)).isReadThrough(COURSE));
        assertTrue(journey("", null, done(1), done(2)).isReadThrough(COURSE));
    }

    @Test
    void a_card_is_a_bit() {
        ModuleProgress some = new ModuleProgress(1, 0b1001, 4, false, false);
        assertTrue(some.hasSeen(1) && some.hasSeen(4));
        assertFalse(some.hasSeen(2));
        assertEquals(2, some.count());
        assertTrue(some.isStarted());
        assertFalse(ModuleProgress.none(1).isStarted());
    }
}
