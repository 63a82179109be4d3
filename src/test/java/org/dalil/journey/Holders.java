package org.dalil.journey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dalil.account.entity.StaffId;
import org.dalil.certificate.control.OrderStore;
import org.dalil.exam.control.CandidateStore;
import org.dalil.exam.entity.Candidate;
import org.dalil.exam.entity.ExamPassed;
import org.dalil.exam.entity.Person;
import org.dalil.exam.entity.Spellings;
import org.dalil.exam.entity.Track;

/** People who pass exams on a running server, and the certificates that it issues to them. */
final class Holders {

    private final Rows rows;
    private final Inside inside;
    private final UUID certifier;

    /** @param certifier somebody of the staff, by name */
    Holders(Rows rows, Inside inside, String certifier) {
        this.rows = rows;
        this.inside = inside;
        this.certifier = UUID.fromString(rows.of("SELECT id FROM staff_member WHERE name = ?", certifier).get(0));
    }

    /** Somebody passes. @param cookie of their browser */
    void pass(String cookie, Spellings names, Instant passed) {
        inside.in(parts -> {
            CandidateStore candidates = parts.get(CandidateStore.class);
            Candidate holder = candidates.add(new Candidate(Track.COMMUNITY_POLICE, 0, new StaffId(certifier), Instant.now()),
                    new Person(names, "", ""));
            candidates.begin(holder.id(), cookie);
            parts.get(OrderStore.class).add(new ExamPassed(holder.id(), Track.COMMUNITY_POLICE, List.of("F1", "F4"), passed, UUID.randomUUID()));
            return null;
        });
    }

    /** Waits until so many certificates are issued. */
    void await(int certificates) throws InterruptedException {
        for (int tenths = 0; tenths < 200 && rows.count("SELECT COUNT(*) FROM certificate") < certificates; tenths++) {
            Thread.sleep(100);
        }
    }

    /** What stands in a column of a certificate. @param number of the certificate, from 1 */
    String of(int number, String column) {
        return rows.of("SELECT " + column + " FROM certificate WHERE number = ?", number).get(0);
    }
}
