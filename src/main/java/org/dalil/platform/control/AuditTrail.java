package org.dalil.platform.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.apache.shiro.subject.Subject;
import org.apache.shiro.util.ThreadContext;

/**
 * What staff and the platform itself did. Append-only and chained by hashes, see {@link org.dalil.platform.entity.AuditLine};
 * never what a learner did, never a name, a code, an address or a password.
 *
 * <p>A line belongs to the caller's transaction, and the end of the trail is locked until that ends: record last, and nothing
 * that a room full of people does at once.
 */
@ApplicationScoped
public class AuditTrail {

    @Inject
    AuditStore store;

    @Inject
    Keys keys;

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
        record(actor, act, subject, "");
    }

    /** As above, with what else must be known years later: identifiers, never a name or free text. */
    public void record(String actor, String act, String subject, String detail) {
        add(actor, List.of(new AuditStore.Act(act, subject, detail)));
    }

    private void add(String actor, List<AuditStore.Act> acts) {
        int version = keys.newest(AuditExport.SEALED_BY);
        store.add(clock.instant(), actor, acts, version, (id, hash) -> AuditExport.seal(keys, version, id, hash));
    }

    /** As above, by whoever acts on this thread. */
    public void record(String act, String subject) {
        record(actor(), act, subject);
    }

    /** The same done to many, by whoever acts on this thread: a line for each, all of them in the time of one. */
    public void record(String act, Stream<?> subjects) {
        List<AuditStore.Act> acts = subjects.map(subject -> new AuditStore.Act(act, subject.toString(), "")).toList();
        if (!acts.isEmpty()) {
            add(actor(), acts);
        }
    }

    /** Who acts on this thread; {@code anyone} where nobody is signed in. */
    public static String actor() {
        return SystemSubject.name().map(name -> "system:" + name).orElseGet(() -> {
            Subject subject = ThreadContext.getSubject();
            return subject == null || subject.getPrincipal() == null ? "anyone" : "staff:" + subject.getPrincipal();
        });
    }
}
