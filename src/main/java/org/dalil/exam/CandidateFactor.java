package org.dalil.exam;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.dalil.account.FactorChecks;
import org.dalil.account.PasswordChecks;
import org.dalil.account.entity.FactorOffer;
import org.dalil.account.entity.NewFactor;
import org.dalil.account.entity.Throttle;
import org.dalil.exam.control.CandidateFactorStore;
import org.dalil.exam.control.CandidateStore;
import org.dalil.exam.entity.Candidate;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.CandidateVisit;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.OpenToAll;
import org.dalil.platform.entity.Refused;

/**
 * The second factor of candidates who want one. A browser whose password was right waits here for the code; one that is signed in
 * sets an app up or takes it away, with the password once more.
 */
@Door
public class CandidateFactor {

    @Inject CandidateStore store;
    @Inject CandidateFactorStore factors;
    @Inject FactorChecks checks;
    @Inject PasswordChecks passwords;
    @Inject AuditTrail trail;
    @Inject Clock clock;

    private final Throttle tries = new Throttle();

    private static String owner(CandidateId id) {
        return CandidateFactorStore.owner(id);
    }

    private Candidate own(String cookie) {
        return Optional.ofNullable(cookie).flatMap(store::visit).map(v -> store.get(v.candidate()))
                .orElseThrow(() -> new Refused("exam.signIn.again"));
    }

    /** Whether this browser's password was right and the code is still to come. */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean isDue(String cookie) {
        return Optional.ofNullable(cookie).flatMap(store::half).isPresent();
    }

    /**
     * The second step: a code from the app, or a recovery code. Each is good once.
     *
     * @param renewal gives the browser a new cookie
     * @throws Refused if it is wrong or was used before, or there were too many tries
     */
    @OpenToAll
    @Transactional
    public void enter(String cookie, String code, Supplier<String> renewal) {
        CandidateVisit half = Optional.ofNullable(cookie).flatMap(store::half).orElseThrow(() -> new Refused("exam.signIn.again"));
        refuseWrong(half.candidate(), code);
        store.end(cookie);
        store.begin(half.candidate(), renewal.get());
        trail.record(owner(half.candidate()), "candidate.signIn", half.candidate().toString());
    }

    private void refuseWrong(CandidateId id, String code) {
        if (tries.isClosed(id.toString(), clock.instant()) || !(isOfApp(id, code) || isRecovery(id, code))) {
            tries.failed(id.toString(), clock.instant());
            throw new Refused("account.code.wrong");
        }
        tries.succeeded(id.toString());
    }

    private boolean isOfApp(CandidateId id, String code) {
        OptionalLong step = factors.of(id).map(kept -> checks.stepOf(owner(id), kept.sealedSecret(), kept.keyVersion(), code))
                .orElse(OptionalLong.empty());
        return step.isPresent() && factors.use(id, step.getAsLong());
    }

    private boolean isRecovery(CandidateId id, String typed) {
        boolean used = factors.use(id, checks.recoveryMac(owner(id), typed));
        if (used) {
            trail.record(owner(id), "candidate.recoveryCode", id.toString());
        }
        return used;
    }

    /** Whether this browser's candidate has a second factor. */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean isOn(String cookie) {
        return factors.of(own(cookie).id()).isPresent();
    }

    /** An app to be set up: the one that was offered in this form, or a new one. Nothing is stored. */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public FactorOffer offer(String cookie, Optional<String> sealed) {
        Candidate own = own(cookie);
        String shown = String.valueOf(own.number());
        try {
            return sealed.isPresent() ? checks.sameOffer(owner(own.id()), shown, sealed.get()) : checks.offer(owner(own.id()), shown);
        } catch (Refused tooOld) {
            return checks.offer(owner(own.id()), shown);
        }
    }

    /**
     * The app works: a code from it came back. Other browsers of the candidate are signed out.
     *
     * @param renewal gives the browser a new cookie
     * @return the recovery codes, now and never again
     * @throws Refused if password or code are wrong, the offer is too old, or there is an app already
     */
    @OpenToAll
    @Transactional
    public List<String> confirm(String cookie, String password, String sealed, String code, Supplier<String> renewal) {
        Candidate own = own(cookie);
        if (factors.of(own.id()).isPresent()) {
            throw new Refused("exam.factor.already");
        }
        refuseWrongPassword(own, password);
        NewFactor made = checks.confirm(owner(own.id()), sealed, code);
        factors.add(own.id(), made);
        store.endAll(own.id());
        store.begin(own.id(), renewal.get());
        trail.record(owner(own.id()), "candidate.enrol", own.id().toString());
        return made.recoveryCodes();
    }

    private void refuseWrongPassword(Candidate own, String password) {
        if (tries.isClosed(own.id().toString(), clock.instant())) {
            throw new Refused("exam.signIn.wait");
        }
        if (!passwords.matches(password, own.passwordHash())) {
            tries.failed(own.id().toString(), clock.instant());
            throw new Refused("exam.factor.password");
        }
    }

    /** Takes the app away. @throws Refused if password or code are wrong */
    @OpenToAll
    @Transactional
    public void remove(String cookie, String password, String code) {
        Candidate own = own(cookie);
        refuseWrongPassword(own, password);
        refuseWrong(own.id(), code);
        factors.remove(own.id());
        trail.record(owner(own.id()), "candidate.factorOff", own.id().toString());
    }
}
