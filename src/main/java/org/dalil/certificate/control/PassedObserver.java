package org.dalil.certificate.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.dalil.exam.entity.ExamPassed;
import org.dalil.exam.entity.Learnt;
import org.dalil.platform.control.AuditTrail;

/** An exam was passed: what is to be issued is written down in the same transaction, and issued soon after. */
@ApplicationScoped
public class PassedObserver {

    @Inject
    OrderStore orders;

    @Inject
    AuditTrail trail;

    void passed(@Observes ExamPassed passed) {
        if (!orders.add(passed)) {
            // So that somebody who asks why there is no certificate can be answered: it was ordered before, it was revoked meanwhile, or they
            // hold one from a later exam.
            trail.record("certificates", "certificate-order.none", passed.sittingId().toString(),
                    "cycle " + (passed.renewal() == null ? Learnt.WHOLE_WAY : passed.renewal().cycle()));
        }
    }
}
