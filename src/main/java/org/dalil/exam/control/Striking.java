package org.dalil.exam.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.dalil.account.entity.StaffId;
import org.dalil.exam.entity.BankItem;
import org.dalil.platform.control.AuditTrail;

/** An item is found faulty: drawn no more, and everybody who was asked it waits to be marked again. */
@ApplicationScoped
public class Striking {

    @Inject BankStore store;
    @Inject RescoreStore rescores;
    @Inject AuditTrail trail;
    @Inject Clock clock;

    /** A second time nothing happens. @return how many sittings wait for it */
    public int strike(UUID id, StaffId by) {
        BankItem item = store.locked(id);
        if (item.isStruck()) {
            return 0;
        }
        item.retire(BankItem.Retired.FAULTY, by, clock.instant());
        int waiting = rescores.want(id, clock.instant());
        trail.record(AuditTrail.actor(), "bank.strike", id.toString(), waiting + " sittings");
        return waiting;
    }
}
