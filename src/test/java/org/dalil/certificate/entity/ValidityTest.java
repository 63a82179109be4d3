package org.dalil.certificate.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When certificates end. */
class ValidityTest {

    private static final ZoneId BAGHDAD = ZoneId.of("Asia/Baghdad");

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }

    private static Instant renewed(Instant end, Instant sat) {
        return Validity.renewed(end, sat, sat, BAGHDAD);
    }

    @Test
    void three_years_to_the_end_of_the_day() {
        assertEquals(at("2029-11-28T20:59:59Z"), Validity.after(at("2026-11-28T06:00:00Z"), BAGHDAD));
        assertEquals(at("2029-11-29T20:59:59Z"), Validity.after(at("2026-11-28T21:00:00Z"), BAGHDAD), "in Baghdad it is the 29th");
    }

    @Test
    void whoever_renews_early_loses_no_time() {
        Instant end = at("2029-11-28T20:59:59Z");
        Instant next = at("2032-11-28T20:59:59Z");
        assertEquals(next, renewed(end, at("2029-08-01T08:00:00Z")));
        assertEquals(next, renewed(end, at("2029-11-28T08:00:00Z")), "on the last day");
        assertEquals(next, renewed(end, end), "in its last second");
    }

    @Test
    void whoever_renews_late_begins_anew() {
        Instant end = at("2029-11-28T20:59:59Z");
        assertEquals(at("2032-11-29T20:59:59Z"), renewed(end, end.plusSeconds(1)), "one second after the end it is the next day");
        assertEquals(at("2033-06-01T20:59:59Z"), renewed(end, at("2030-06-01T08:00:00Z")));
    }

    @Test
    void who_sat_in_time_keeps_that_when_it_is_decided_after_the_end() {
        Instant end = at("2029-11-28T20:59:59Z");
        assertEquals(at("2032-11-28T20:59:59Z"), Validity.renewed(end, at("2029-11-28T08:00:00Z"), at("2030-02-01T08:00:00Z"), BAGHDAD));
        assertEquals(at("2033-02-01T20:59:59Z"), Validity.renewed(end, at("2029-11-30T08:00:00Z"), at("2030-02-01T08:00:00Z"), BAGHDAD));
    }

    @Test
    void a_leap_day_becomes_the_28th_and_stays_there() {
        Instant end = Validity.after(at("2028-02-29T06:00:00Z"), BAGHDAD);
        assertEquals(at("2031-02-28T20:59:59Z"), end);
        assertEquals(at("2034-02-28T20:59:59Z"), renewed(end, end.minusSeconds(90)));
        assertEquals(at("2031-02-28T20:59:59Z"), renewed(at("2028-02-29T20:59:59Z"), at("2028-02-29T06:00:00Z")), "one that ended on it");
    }

    @Test
    void a_renewed_one_always_ends_later_on_the_last_second_of_a_day() {
        Random random = new Random(3);
        for (String zone : List.of("Asia/Baghdad", "Europe/Berlin", "America/New_York", "UTC")) {
            ZoneId where = ZoneId.of(zone);
            for (int n = 0; n < 2000; n++) {
                Instant passed = Instant.ofEpochSecond(1_790_000_000L + random.nextInt(400_000_000));
                Instant end = Validity.after(passed, where);
                Instant sat = end.plusSeconds(random.nextInt(2 * 365 * 86_400) - 365 * 86_400);
                Instant next = Validity.renewed(end, sat, sat, where);
                LocalDate day = next.atZone(where).toLocalDate();
                assertEquals(day.plusDays(1).atStartOfDay(where).toInstant(), next.plusSeconds(1));
                assertFalse(next.isBefore(end.plusSeconds(3 * 365 * 86_400L - 2 * 86_400)), "three more years, less a leap day and an hour of summer");
                assertFalse(day.isBefore(end.atZone(where).toLocalDate().plusYears(3)), "nobody loses a day by renewing");
            }
        }
    }
}
