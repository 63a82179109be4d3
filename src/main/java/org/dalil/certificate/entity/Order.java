package org.dalil.certificate.entity;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.Track;

/** Something to be issued. @param number the certificate's own from now on */
public record Order(int number, UUID sitting, int edition, CandidateId candidate, Track track, List<String> courses, Instant passed) {

    /** Years that a certificate is good for: laws and apps change. */
    public static final int YEARS = 3;

    /** From so long before the end a holder is reminded. */
    public static final Duration REMINDER = Duration.ofDays(120);

    /** The end of the day, so many years after the exam. */
    public Instant expires(ZoneId zone) {
        return passed.atZone(zone).toLocalDate().plusYears(YEARS).plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    }
}
