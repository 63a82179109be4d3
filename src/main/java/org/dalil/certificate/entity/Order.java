package org.dalil.certificate.entity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.Track;

/**
 * Something to be issued.
 *
 * @param number      the certificate's own from now on
 * @param renews      the number of what it renews: its first edition; null if it renews none
 * @param firstPassed when the holder passed on the whole way, of a renewal; null if it is none
 * @param expires     its last moment: {@link Validity}
 */
public record Order(int number, UUID sitting, int edition, CandidateId candidate, Track track, List<String> courses, Instant passed,
                    Integer renews, Instant firstPassed, Instant expires) { }
