package org.dalil.account.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.dalil.account.StaffMembers;
import org.dalil.platform.control.SystemSubject;
import org.dalil.platform.entity.DatabaseReady;

/** Lets administrators set up another app after the loss of the apps' key was accepted: there is nobody else who could let them. */
@ApplicationScoped
public class EnrolAtStart {

    @Inject StaffMembers members;

    void begin(@Observes @Priority(70) DatabaseReady ready) {
        SystemSubject.run("start", members::reEnrolAdministrators);
    }
}
