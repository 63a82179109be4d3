package org.dalil.exam.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dalil.course.entity.Audience;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Module;
import org.junit.jupiter.api.Test;

class PathTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);
    private static final List<Course> SERVED = List.of(course("F1", 7), course("F2", 7), course("F3", 6), course("F4", 6), course("T1", 4));

    private static Course course(String code, int modules) {
        return new Course(UUID.randomUUID(), code.toLowerCase(), code, Audience.RESPONDERS, "", 60, 80, "en", List.of("en"), List.of(), List.of(),
                IntStream.rangeClosed(1, modules).mapToObj(n -> new Module(n, n + "-m", 10, "o", false, Map.of(), null, Map.of())).toList(),
                null, null, null, Map.of());
    }

    private static Path path(Track track, Learnt... learnt) {
        return Path.of(track, SERVED, List.of(learnt));
    }

    private static List<String> names(Path path) {
        return path.parts().stream().map(p -> p.course() + p.missing()).toList();
    }

    @Test
    void a_track_learns_all_that_it_is_examined_on_and_what_its_work_needs_besides() {
        assertEquals(List.of("F1[1, 2, 3, 4, 5, 6, 7]", "F2[2]", "F4[1, 2, 3, 4, 5, 6]"), names(path(Track.COMMUNITY_POLICE)));
        assertEquals(List.of("F1[1, 2, 3, 4, 5, 6, 7]", "F2[2, 6]", "F4[1, 2, 3, 4, 5, 6]"), names(path(Track.SOCIAL_WORKERS)));
        assertEquals(20, path(Track.JUDGES).length());
        for (Track track : Track.values()) {
            assertTrue(path(track).parts().stream().map(Path.Part::course).toList().containsAll(track.courses()), track.name());
        }
    }

    @Test
    void it_is_complete_with_the_last_module_and_others_dont_count() {
        List<Learnt> learnt = new ArrayList<>();
        learnt.add(new Learnt(Learnt.WHOLE_WAY, SERVED.get(4).id(), 1, DAY));
        learnt.add(new Learnt(Learnt.WHOLE_WAY, SERVED.get(2).id(), 1, DAY));
        IntStream.rangeClosed(1, 7).forEach(n -> learnt.add(new Learnt(Learnt.WHOLE_WAY, SERVED.get(0).id(), n, DAY)));
        IntStream.rangeClosed(1, 6).forEach(n -> learnt.add(new Learnt(Learnt.WHOLE_WAY, SERVED.get(3).id(), n, DAY)));
        Path almost = Path.of(Track.COMMUNITY_POLICE, SERVED, learnt);
        assertFalse(almost.isComplete());
        assertEquals(13, almost.done());
        assertEquals(List.of("F2[2]"), almost.open().stream().map(p -> p.course() + p.missing()).toList());
        learnt.add(new Learnt(Learnt.WHOLE_WAY, SERVED.get(1).id(), 2, DAY));
        assertTrue(Path.of(Track.COMMUNITY_POLICE, SERVED, learnt).isComplete());
    }

    @Test
    void the_short_way_counts_what_was_learnt_for_this_renewal_and_nothing_else() {
        Course refresher = course("F5", 2);
        List<Learnt> learnt = List.of(new Learnt(Learnt.WHOLE_WAY, refresher.id(), 1, DAY), new Learnt(1201, refresher.id(), 1, DAY),
                new Learnt(1201, refresher.id(), 2, DAY), new Learnt(1309, refresher.id(), 2, DAY));
        for (Track track : Track.values()) {
            assertTrue(Path.ofRenewal(track, 1201, List.of(refresher), learnt).isComplete());
            assertEquals(List.of("F5[1]"), names(Path.ofRenewal(track, 1309, List.of(refresher), learnt)));
            assertEquals(List.of("F5[1, 2]"), names(Path.ofRenewal(track, 1400, List.of(refresher), learnt)));
            assertFalse(Path.ofRenewal(track, 1201, SERVED, learnt).isComplete(), "a course that is not served is not learnt");
        }
        assertEquals(0, Path.of(Track.JUDGES, SERVED, learnt).done(), "nor does it count on the whole way");
    }

    @Test
    void a_course_that_got_another_module_asks_for_it() {
        Course longer = new Course(SERVED.get(0).id(), "f1", "F1", Audience.RESPONDERS, "", 60, 80, "en", List.of("en"), List.of(), List.of(),
                course("F1", 8).modules(), null, null, null, Map.of());
        List<Learnt> learnt = IntStream.rangeClosed(1, 7).mapToObj(n -> new Learnt(Learnt.WHOLE_WAY, longer.id(), n, DAY)).toList();
        assertEquals(List.of(8), Path.of(Track.TEACHERS, List.of(longer), learnt).parts().get(0).missing());
    }
}
