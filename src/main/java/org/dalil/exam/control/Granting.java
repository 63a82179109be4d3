package org.dalil.exam.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.dalil.account.entity.StaffId;
import org.dalil.exam.entity.Reason;
import org.dalil.exam.entity.Sitting;
import org.dalil.exam.entity.Verdict;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.entity.Refused;

/** Another attempt in place of one that was not passed. */
@ApplicationScoped
public class Granting {

    @Inject GrantStore grants;
    @Inject VerdictStore verdicts;
    @Inject RescoreStore rescores;
    @Inject AuditTrail trail;
    @Inject Clock clock;

    /**
     * Grants one.
     *
     * @param sitting locked
     * @throws Refused if there is no result yet, if it was passed, or if one was granted before
     */
    public void grant(Sitting sitting, boolean noWait, Reason reason, StaffId by) {
        Verdict verdict = verdicts.of(sitting.id()).filter(v -> !rescores.isWaiting(sitting.id())).orElseThrow(() -> new Refused("exam.grant.noResult"));
        if (verdict.passed()) {
            throw new Refused("exam.grant.passed");
        }
        if (grants.of(sitting.id()).isPresent()) {
            throw new Refused("exam.grant.twice");
        }
        grants.add(sitting.id(), noWait, reason, by, clock.instant());
        trail.record(AuditTrail.actor(), "sitting.grant", sitting.id().toString(), noWait ? "at once" : "after the wait");
    }
}
