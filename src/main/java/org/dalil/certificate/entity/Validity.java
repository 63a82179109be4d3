package org.dalil.certificate.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** How long a certificate is good: to the end of a day, counted in years of the calendar where its holder lives. */
public final class Validity {

    /** Years that a certificate is good for: laws and apps change. */
    public static final int YEARS = 3;

    private Validity() { }

    /** The last moment of the day, three years after the exam; after a 29 February that is a 28 February. */
    public static Instant after(Instant passed, ZoneId zone) {
        LocalDate day = passed.atZone(zone).toLocalDate().plusYears(YEARS);
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    }

    /**
     * The last moment of a renewed one. Whoever renews early loses no time; whoever renews after the end begins anew.
     *
     * @param end    of the certificate that is renewed
     * @param sat    when the exam was handed in: a later marking takes nothing away from who was in time
     * @param passed when it was decided
     */
    public static Instant renewed(Instant end, Instant sat, Instant passed, ZoneId zone) {
        return after(sat.isAfter(end) ? passed : end, zone);
    }
}
