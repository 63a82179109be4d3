package org.dalil.exam;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.dalil.account.PasswordChecks;
import org.dalil.account.entity.CardCode;
import org.dalil.exam.control.CandidateFactorStore;
import org.dalil.exam.control.CandidateRows;
import org.dalil.exam.control.CandidateStore;
import org.dalil.exam.entity.Candidate;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.CandidateRow;
import org.dalil.exam.entity.CandidateThrottle;
import org.dalil.exam.entity.CandidateVisit;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.OpenToAll;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.entity.VisitLeft;

/** How candidates come in. The invitation, the password, later the browser's cookie is the permission. */
@Door
public class CandidateSignIn {

    @Inject CandidateStore store;
    @Inject CandidateRows rows;
    @Inject CandidateFactorStore factors;
    @Inject PasswordChecks passwords;
    @Inject AuditTrail trail;
    @Inject Clock clock;

    private final CandidateThrottle throttle = new CandidateThrottle();

    /**
     * Uses an invitation up: the password that is chosen now is the way in from here on, and this browser is signed in.
     *
     * @param renewal gives the browser a new cookie: one that was planted before is worth nothing
     * @return the number to sign in with
     * @throws Refused if no such invitation is good any more, or the password can't be one
     */
    @OpenToAll
    @Transactional
    public int accept(CardCode invitation, String password, Supplier<String> renewal, String address) {
        if (!throttle.mayTry(address, clock.instant())) {
            throw new Refused("exam.signIn.wait");
        }
        Optional<Candidate> found = store.invited(invitation).filter(c -> c.isInvited(clock.instant()));
        if (found.isEmpty()) {
            throttle.failed(address, clock.instant());
            throw new Refused("exam.invitation.unknown");
        }
        Candidate candidate = found.get();
        candidate.accept(passwords.hash(password));
        // Whoever hands out invitations has seen the person: it also helps who lost the phone with the app.
        factors.remove(candidate.id());
        store.endAll(candidate.id());
        store.begin(candidate.id(), renewal.get());
        trail.record("candidate:" + candidate.id(), "candidate.accept", candidate.id().toString());
        return candidate.number();
    }

    /**
     * Signs in with number and password; whoever has a second factor is asked for its code next.
     *
     * @param cookie  what the browser sent, or null
     * @param renewal gives the browser a new cookie: one that was planted before is worth nothing
     * @return whether a code is still to come: {@link CandidateFactor#enter}
     * @throws Refused in the same words and after the same time whether the number exists or not
     */
    @OpenToAll
    @Transactional
    public boolean enter(int number, String password, String cookie, Supplier<String> renewal, String address) {
        Optional<Candidate> candidate = store.numbered(number);
        Optional<UUID> known = candidate.flatMap(c -> Optional.ofNullable(cookie).flatMap(v -> store.known(v, c.id())));
        if (throttle.isClosed(number, address, known, clock.instant())) {
            throw new Refused("exam.signIn.wait");
        }
        if (!passwords.matches(password, candidate.flatMap(Candidate::passwordHash))) {
            throttle.failed(number, address, known, clock.instant());
            throw new Refused("exam.signIn.wrong");
        }
        throttle.succeeded(number, address, known);
        CandidateId id = candidate.orElseThrow().id();
        if (factors.of(id).isPresent()) {
            store.beginHalf(id, renewal.get());
            return true;
        }
        store.begin(id, renewal.get());
        trail.record("candidate:" + id, "candidate.signIn", id.toString());
        return false;
    }

    /** Whose browser this is; nothing for everybody else. */
    @OpenToAll
    @Transactional
    public Optional<CandidateVisit> visit(String cookie) {
        Optional<CandidateVisit> visit = store.visit(cookie);
        visit.ifPresent(v -> store.used(v.id()));
        return visit;
    }

    /** Themselves, as this browser's candidate sees it. */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<CandidateRow> self(String cookie) {
        return store.visit(cookie).map(v -> rows.of(List.of(store.get(v.candidate()))).get(0));
    }

    /** Signs out on this browser. */
    @OpenToAll
    @Transactional
    public void leave(String cookie) {
        store.end(cookie);
    }

    /** The way out signs out, too. */
    @OpenToAll
    @Transactional
    public void left(@Observes VisitLeft exit) {
        store.end(exit.cookie());
    }
}
