package org.dalil.platform.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.apache.shiro.subject.Subject;
import org.apache.shiro.util.ThreadContext;

/** What staff and the platform itself did. Append-only; never what a learner did, never a code, an address or a password. */
@ApplicationScoped
public class AuditTrail {

    @Inject
    AuditStore store;

    @Inject
    Clock clock;

    /**
     * Adds a line, in the caller's transaction.
     *
     * @param actor   who did it: {@code staff:<id>} or {@code system:<name>}
     * @param act     what, as an identifier: {@code staff.disable}
     * @param subject to whom or what: an id
     */
    public void record(String actor, String act, String subject) {
        store.add(clock.instant(), actor, act, subject);
    }

    /** As above, by whoever acts on this thread. */
    public void record(String act, String subject) {
        record(actor(), act, subject);
    }

    /** Who acts on this thread; {@code anyone} where nobody is signed in. */
    public static String actor() {
        return SystemSubject.name().map(name -> "system:" + name).orElseGet(() -> {
            Subject subject = ThreadContext.getSubject();
            return subject == null || subject.getPrincipal() == null ? "anyone" : "staff:" + subject.getPrincipal();
        });
    }
}
