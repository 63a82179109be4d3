package org.dalil.exam.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When a certificate can be renewed, and who gets a seat for it. */
class HeldTest {

    private static final ZoneId BAGHDAD = ZoneId.of("Asia/Baghdad");

    private static Held ending(String moment) {
        return new Held(7, 7, Instant.parse(moment));
    }

    private static Held.State state(Held held, Instant now) {
        return held.state(now, BAGHDAD);
    }

    @Test
    void it_opens_120_days_before_the_end_and_closes_a_year_after_it() {
        Held held = ending("2029-11-28T20:59:59Z");
        Instant opens = Instant.parse("2029-07-30T21:00:00Z");
        assertEquals(opens, held.opens(BAGHDAD), "the day that is told, from its beginning");
        assertEquals(Held.State.EARLY, state(held, opens.minusMillis(1)));
        assertEquals(Held.State.OPEN, state(held, opens));
        assertEquals(Held.State.OPEN, state(held, held.ends()));
        assertEquals(Held.State.OPEN, state(held, held.ends().plusSeconds(1)));
        Instant closes = Instant.parse("2030-11-28T20:59:59Z");
        assertEquals(closes, held.closes(BAGHDAD));
        assertEquals(Held.State.OPEN, state(held, closes));
        assertEquals(Held.State.LATE, state(held, closes.plusMillis(1)));
    }

    @Test
    void a_year_after_a_leap_day_ends_on_the_28th() {
        assertEquals(Instant.parse("2029-02-28T20:59:59Z"), ending("2028-02-29T20:59:59Z").closes(BAGHDAD));
        assertEquals(Instant.parse("2028-02-28T20:59:59Z"), ending("2027-02-28T20:59:59Z").closes(BAGHDAD), "and a leap day takes none away");
    }

    @Test
    void the_three_states_follow_each_other_without_a_gap_whatever_the_day_and_the_zone() {
        Random random = new Random(17);
        for (String zone : List.of("Asia/Baghdad", "Europe/Berlin", "America/New_York", "UTC", "Pacific/Apia")) {
            for (int n = 0; n < 300; n++) {
                ZoneId where = ZoneId.of(zone);
                Held held = new Held(1, 1, LocalDate.of(2026, 1, 1).plusDays(random.nextInt(4000)).plusDays(1).atStartOfDay(where).toInstant().minusSeconds(1));
                Held.State before = Held.State.EARLY;
                for (Instant now = held.ends().minus(Duration.ofDays(125)); now.isBefore(held.ends().plus(Duration.ofDays(370))); now = now.plus(Duration.ofHours(11))) {
                    Held.State state = held.state(now, where);
                    assertEquals(state, Held.State.values()[Math.max(state.ordinal(), before.ordinal())], "never back: " + held + " at " + now);
                    before = state;
                }
                assertEquals(Held.State.LATE, before);
                assertEquals(held.ends().atZone(where).toLocalDate().minusDays(120), held.opens(where).atZone(where).toLocalDate());
                assertEquals(Held.State.EARLY, held.state(held.opens(where).minusSeconds(1), where));
                assertEquals(Held.State.OPEN, held.state(held.opens(where), where));
                assertEquals(held.ends().atZone(where).toLocalDate().plusYears(1), held.closes(where).atZone(where).toLocalDate());
            }
        }
    }

    private static Path path(boolean learnt) {
        return new Path(List.of(new Path.Part("F5", List.of(new Path.Step(1, learnt ? LocalDate.of(2029, 9, 1) : null)))));
    }

    @Test
    void who_gets_a_seat_for_a_renewal_holds_a_certificate_in_its_time_and_has_learnt_again() {
        Held held = ending("2029-11-28T20:59:59Z");
        Path whole = path(true);
        for (Held.State state : Held.State.values()) {
            for (boolean learnt : new boolean[] {true, false}) {
                Optional<NoSeat> why = NoSeat.of(SessionKind.RENEWAL, whole, new Renewal(held, state, path(learnt)));
                assertEquals(switch (state) {
                    case EARLY -> Optional.of(NoSeat.EARLY);
                    case LATE -> Optional.of(NoSeat.LATE);
                    case OPEN -> learnt ? Optional.empty() : Optional.of(NoSeat.LEARNING);
                }, why);
            }
        }
        assertEquals(Optional.of(NoSeat.NO_CERTIFICATE), NoSeat.of(SessionKind.RENEWAL, whole, null));
        Path notServed = new Path(List.of());
        assertEquals(Optional.of(NoSeat.LEARNING), NoSeat.of(SessionKind.RENEWAL, whole, new Renewal(held, Held.State.OPEN, notServed)),
                "a course that is not there is not learnt");
        assertEquals(Optional.empty(), NoSeat.of(SessionKind.FULL, whole, null), "the whole way asks for no certificate");
        assertEquals(Optional.of(NoSeat.LEARNING), NoSeat.of(SessionKind.FULL, path(false), new Renewal(held, Held.State.OPEN, path(true))),
                "and the short course is not the whole way");
    }
}
