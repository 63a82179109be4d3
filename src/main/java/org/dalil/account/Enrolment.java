package org.dalil.account;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.dalil.account.control.Authenticators;
import org.dalil.account.control.FactorStore;
import org.dalil.account.control.SignInThrottle;
import org.dalil.account.control.StaffQuery;
import org.dalil.account.entity.Enrolled;
import org.dalil.account.entity.FactorOffer;
import org.dalil.account.entity.NewFactor;
import org.dalil.account.entity.RecoveryCode;
import org.dalil.account.entity.SecondFactor;
import org.dalil.account.entity.SignedIn;
import org.dalil.account.entity.StaffId;
import org.dalil.account.entity.Standing;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.OpenToAll;
import org.dalil.platform.entity.Refused;

/**
 * Staff without an authenticator app set one up: between the two steps of signing in, and only then. Open to all because the
 * half-made session is the permission.
 */
@Door
public class Enrolment {

    @Inject StaffQuery query;
    @Inject FactorStore factors;
    @Inject Authenticators authenticators;
    @Inject SignInThrottle throttle;
    @Inject AuditTrail trail;
    @Inject Clock clock;

    /**
     * A new secret to scan or to type. Nothing is stored: it travels encrypted in the form, for this person and half an hour.
     *
     * @throws Refused if this session may not set one up
     */
    @OpenToAll
    public FactorOffer offer(SignedIn half) {
        Standing standing = unenrolled(half);
        return authenticators.offer(standing.id().toString(), standing.name());
    }

    /**
     * The same offer again, after a wrong code: the app has it already.
     *
     * @throws Refused if it is too old, or someone else's
     */
    @OpenToAll
    public FactorOffer sameOffer(SignedIn half, String sealed) {
        Standing standing = unenrolled(half);
        return authenticators.sameOffer(standing.id().toString(), standing.name(), sealed);
    }

    /**
     * The app works: a code from it came back.
     *
     * @return the complete session, and the recovery codes, now and never again
     * @throws Refused if the code is wrong, the offer too old, or an app was set up meanwhile
     */
    @OpenToAll
    @Transactional
    public Enrolled confirm(SignedIn half, String sealed, String code) {
        StaffId staff = unenrolled(half).id();
        OptionalLong step = authenticators.stepOfOffer(staff.toString(), sealed, code);
        if (throttle.isClosed(staff) || step.isEmpty()) {
            throttle.failed(staff);
            throw new Refused("account.code.wrong");
        }
        throttle.succeeded(staff);
        Instant now = clock.instant();
        NewFactor made = authenticators.confirmed(staff.toString(), sealed, step.getAsLong());
        factors.add(new SecondFactor(staff, made.sealedSecret(), made.keyVersion(), made.step(), now),
                made.recoveryMacs().stream().map(mac -> new RecoveryCode(staff, mac)).toList());
        trail.record("staff:" + staff, "staff.enrol", staff.toString());
        trail.record("staff:" + staff, "staff.signIn", staff.toString());
        return new Enrolled(half.completed(now), made.recoveryCodes());
    }

    private Standing unenrolled(SignedIn half) {
        return Optional.ofNullable(half).filter(h -> !h.isOver(clock.instant())).flatMap(query::standing)
                .filter(s -> !s.enrolled() && !s.complete())
                .orElseThrow(() -> new Refused("account.signIn.again"));
    }
}
