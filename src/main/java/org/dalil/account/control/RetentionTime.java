package org.dalil.account.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.dalil.account.entity.Retention;
import org.dalil.platform.control.Installation;
import org.dalil.platform.entity.DatabaseReady;

/** How long a card of this site stays that nobody uses: {@code DALIL_RETENTION_DAYS}, downward only. */
@ApplicationScoped
public class RetentionTime {

    @Inject
    Installation installation;

    private Retention retention;

    @PostConstruct
    void read() {
        retention = Retention.of(installation.setting("DALIL_RETENTION_DAYS"));
    }

    /** A wrong setting is told at the start, not when the first card should go. */
    void check(@Observes DatabaseReady ready) {
        get();
    }

    public Retention get() {
        return retention;
    }
}
