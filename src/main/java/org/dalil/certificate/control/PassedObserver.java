package org.dalil.certificate.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.dalil.exam.entity.ExamPassed;

/** An exam was passed: what is to be issued is written down in the same transaction, and issued soon after. */
@ApplicationScoped
public class PassedObserver {

    @Inject
    OrderStore orders;

    void passed(@Observes ExamPassed passed) {
        orders.add(passed);
    }
}
