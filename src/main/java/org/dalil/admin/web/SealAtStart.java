package org.dalil.admin.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.dalil.admin.AuditTrails;
import org.dalil.platform.control.SystemSubject;
import org.dalil.platform.entity.DatabaseReady;

/** Has the audit trail sealed anew after the loss of its key was accepted, before anything else is added to it. */
@ApplicationScoped
public class SealAtStart {

    @Inject AuditTrails trails;

    void begin(@Observes @Priority(60) DatabaseReady ready) {
        SystemSubject.run("start", trails::sealAnew);
    }
}
