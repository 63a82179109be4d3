package org.dalil.account.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.dalil.account.StaffMembers;
import org.dalil.account.entity.Passwords;
import org.dalil.platform.control.Console;
import org.dalil.platform.control.Installation;
import org.dalil.platform.control.SystemSubject;
import org.dalil.platform.entity.CannotStart;
import org.dalil.platform.entity.DatabaseReady;
import org.dalil.platform.entity.Refused;

/** On the first start there is an administrator; the password is said on the console, once, and in no file. */
@ApplicationScoped
public class FirstStart {

    @Inject StaffMembers members;
    @Inject Installation installation;
    @Inject Console console;

    void ensureAdministrator(@Observes @Priority(100) DatabaseReady ready) {
        Optional<String> chosen = installation.setting("DALIL_ADMIN_PASSWORD");
        try {
            SystemSubject.call("first-start", () -> members.ensureAdministrator(chosen)).ifPresent(this::say);
        } catch (Refused e) {
            throw new CannotStart("DALIL_ADMIN_PASSWORD can't be the administrator's password: it must have "
                    + Passwords.SHORTEST + " to " + Passwords.LONGEST + " characters and must not be the name or one of the "
                    + "commonest. Set another one, or none, and start again.");
        }
    }

    private void say(String password) {
        console.say("");
        console.say("  The first administrator:  name  admin");
        console.say("                        password  " + password);
        console.say("  It is shown this once and written nowhere. You will change it when you sign in for the first time.");
        console.say("");
    }
}
