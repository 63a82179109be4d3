package org.dalil.exam;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.account.Acting;
import org.dalil.exam.control.CandidateStore;
import org.dalil.exam.control.GrantStore;
import org.dalil.exam.control.Granting;
import org.dalil.exam.control.RescoreStore;
import org.dalil.exam.control.SeatQuery;
import org.dalil.exam.control.SessionStore;
import org.dalil.exam.control.SittingStore;
import org.dalil.exam.control.VerdictStore;
import org.dalil.exam.entity.Incident;
import org.dalil.exam.entity.Reason;
import org.dalil.exam.entity.SeatRow;
import org.dalil.exam.entity.Session;
import org.dalil.exam.entity.Sitting;
import org.dalil.exam.entity.SittingRecord;
import org.dalil.exam.entity.Terms;
import org.dalil.platform.control.Submissions;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.entity.Submission;

/** One sitting as a certifier looks back on it, and another attempt in its place. */
@Door
public class SittingRecords {

    @Inject SittingStore sittings;
    @Inject SessionStore sessions;
    @Inject CandidateStore candidates;
    @Inject VerdictStore verdicts;
    @Inject RescoreStore rescores;
    @Inject GrantStore grants;
    @Inject Granting granting;
    @Inject SeatQuery seats;
    @Inject Submissions submissions;
    @Inject Acting acting;

    /** What is known of a sitting; no question and no answer. @throws Refused if there is none */
    @RequiresPermissions("exam:session")
    @Transactional(Transactional.TxType.SUPPORTS)
    public SittingRecord of(UUID id) {
        Sitting sitting = sittings.get(id).orElseThrow(() -> new Refused("exam.record.none"));
        Session session = sessions.get(sitting.sessionId());
        SeatRow seat = seats.of(session.id()).stream().filter(s -> id.equals(s.sittingId())).findFirst().orElseThrow(() -> new Refused("exam.record.none"));
        List<Incident> incidents = sessions.incidents(session.id()).stream()
                .filter(i -> i.seat() == null || Integer.valueOf(seat.candidateNumber()).equals(i.candidate())).toList();
        Terms terms = sessions.terms(session.track());
        return new SittingRecord(id, session.row(), seat, sitting.language(), sitting.drawnAt(), sitting.isClosedEarly(),
                candidates.get(sitting.candidateId()).extraPercent(), verdicts.all(id), rescores.isWaiting(id), incidents,
                Terms.tried(verdicts.past(sitting.candidateId(), session.track(), sitting.cycle())), terms.attempts(), grants.of(id).orElse(null));
    }

    /**
     * Grants another attempt in place of this one, which then counts as none.
     *
     * @param form   sent again, it grants no other
     * @param noWait whether the waiting time after this one is lifted, too
     * @throws Refused if there is no result yet, if it was passed, if one was granted before, or without a reason
     */
    @RequiresPermissions("exam:grant")
    @Transactional
    public void grant(Submission form, UUID id, boolean noWait, String reason) {
        boolean sent = submissions.before(form, "sitting.grant", submissions.contentOf(form, id, noWait, reason)).isPresent();
        Sitting sitting = sittings.locked(id).orElseThrow(() -> new Refused("exam.record.none"));
        if (!sent) {
            granting.grant(sitting, noWait, new Reason(reason), acting.staff());
        }
    }
}
