package org.dalil.exam.control;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.dalil.platform.control.Installation;
import org.dalil.platform.entity.CannotStart;
import org.dalil.platform.entity.DatabaseReady;

/**
 * Keys are made on first use. Where sealed names lie in the database, a key that is not there was lost, and another one made in its
 * place would hide that until nobody remembers where the copy is: better not to start.
 */
@ApplicationScoped
public class NamesKey {

    /** Whoever has no copy sets this to {@code accepted}: names stay unreadable, everything else goes on. */
    static final String SETTING = "DALIL_LOST_NAMES";

    @Inject CandidateStore candidates;
    @Inject Installation installation;

    /** Before anything else asks for the key. */
    void check(@Observes @Priority(50) DatabaseReady ready) {
        boolean accepted = installation.setting(SETTING).filter("accepted"::equals).isPresent();
        if (!accepted && !candidates.isKeyThere()) {
            throw new CannotStart("Names of candidates lie in the database, and the key that opens them, candidate-person-1.key, is not in "
                    + installation.keys() + ": put it there from its copy and start again, or, if there is no copy, set " + SETTING
                    + "=accepted to go on without these names.");
        }
    }
}
