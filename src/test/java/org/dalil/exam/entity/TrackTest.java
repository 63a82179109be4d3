package org.dalil.exam.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TrackTest {

    /** What the domain suggests (section 2), module by module; a code without a module is the whole course. */
    @ParameterizedTest
    @CsvSource({
        "JUDGES,           F1.1 F1.2 F2.1 F2.3 F2.7 F3",
        "CYBERCRIME_POLICE, F1 F2 F3.1 F3.2 F3.3",
        "COMMUNITY_POLICE, F1 F2.2 F4",
        "SOCIAL_WORKERS,   F1 F2.2 F2.6 F4",
        "TEACHERS,         F1.1 F1.2 F1.3 F1.6 F4.4 T1 T2 T3 T4 P1 P2 P3",
        "LAWYERS,          F1 F2 F3"})
    void a_track_learns_all_that_the_domain_suggests(Track track, String suggested) {
        for (String part : suggested.split(" ")) {
            String course = part.substring(0, 2);
            List<Integer> modules = part.length() == 2 ? List.of(1, 2, 3, 4, 5, 6, 7) : List.of(Integer.valueOf(part.substring(3)));
            assertTrue(track.learns().stream().anyMatch(n -> n.course().equals(course) && modules.stream().allMatch(n::includes)), part);
        }
        List<String> courses = Stream.of(suggested.split(" ")).map(p -> p.substring(0, 2)).distinct().sorted().toList();
        assertEquals(courses, track.learns().stream().map(Track.Needed::course).toList(), "and no course beside them");
    }

    @ParameterizedTest
    @EnumSource
    void what_is_examined_is_learnt_as_a_whole_and_once(Track track) {
        track.courses().forEach(c -> assertEquals(1, track.learns().stream().filter(n -> n.course().equals(c) && n.modules().isEmpty()).count(), c));
        assertEquals(track.learns().size(), track.learns().stream().map(Track.Needed::course).distinct().count());
    }

    @Test
    void what_an_exam_leaves_out_is_one_rule_for_the_page_and_for_the_certificate() {
        for (Track track : Track.values()) {
            for (SessionKind kind : SessionKind.values()) {
                List<String> all = kind.courses(track);
                assertEquals(List.of(), kind.leftOut(track, all));
                assertEquals(all, kind.leftOut(track, List.of()));
                assertEquals(all.subList(0, 1), kind.leftOut(track, all.subList(1, all.size())));
            }
        }
        assertEquals(6, Arrays.stream(Track.values()).map(Track::slug).distinct().count());
    }
}
