package org.dalil.account;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.mgt.SecurityManager;
import org.apache.shiro.subject.SimplePrincipalCollection;
import org.apache.shiro.subject.Subject;
import org.dalil.account.control.Authenticators;
import org.dalil.account.control.FactorStore;
import org.dalil.account.control.PasswordHashing;
import org.dalil.account.control.SignInThrottle;
import org.dalil.account.control.StaffQuery;
import org.dalil.account.entity.RecoveryCode;
import org.dalil.account.entity.SignedIn;
import org.dalil.account.entity.StaffId;
import org.dalil.account.entity.StaffMember;
import org.dalil.account.entity.Standing;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.OpenToAll;
import org.dalil.platform.entity.Refused;

/**
 * Staff come in: first with a password, then with a code from their phone. Only after both are they anyone at the other
 * doors. What is wrong is never said in more detail than a stranger may know.
 */
@Door
public class SignIn {

    @Inject SecurityManager security;
    @Inject SignInThrottle throttle;
    @Inject StaffQuery query;
    @Inject FactorStore factors;
    @Inject Authenticators authenticators;
    @Inject AuditTrail trail;
    @Inject Clock clock;

    /**
     * The first step. Not in a transaction: nothing is written, and a hash takes its time.
     *
     * @param address where the request came from; counted in memory only
     * @return a session that is good for the second step and nothing else
     * @throws Refused in the same words and after the same time whether the name exists or not
     */
    @OpenToAll
    public SignedIn withPassword(String name, String password, String address) {
        if (throttle.isClosed(name, address)) {
            throw new Refused("account.signIn.wrong");
        }
        try {
            StaffMember member = security.authenticate(new UsernamePasswordToken(name == null ? "" : name,
                    password == null ? "" : password)).getPrincipals().oneByType(StaffMember.class);
            throttle.succeeded(name);
            return new SignedIn(member.id(), member.epoch(), false, clock.instant());
        } catch (PasswordHashing.Busy e) {
            throw new Refused("account.signIn.busy");
        } catch (AuthenticationException e) {
            // Shiro wraps what a realm throws: a database that is away is not a wrong password.
            if (e.getCause() instanceof RuntimeException fault && !(fault instanceof AuthenticationException)) {
                throw fault;
            }
            throttle.failed(name, address);
            throw new Refused("account.signIn.wrong");
        }
    }

    /**
     * The second step.
     *
     * @param half the session after the first
     * @param code from the app, or a recovery code
     * @return the complete session
     * @throws Refused if the code is wrong or was used before, or there were too many tries
     */
    @OpenToAll
    @Transactional
    public SignedIn withCode(SignedIn half, String code) {
        if (standing(half).filter(Standing::enrolled).isEmpty()) {
            throw new Refused("account.signIn.again");
        }
        StaffId staff = half.staff();
        if (throttle.isClosed(staff)) {
            throw new Refused("account.code.wrong");
        }
        if (!(usesApp(staff, code) || usesRecoveryCode(staff, code))) {
            throttle.failed(staff);
            throw new Refused("account.code.wrong");
        }
        throttle.succeeded(staff);
        trail.record("staff:" + staff, "staff.signIn", staff.toString());
        return half.completed(clock.instant());
    }

    private boolean usesApp(StaffId staff, String code) {
        return factors.of(staff).filter(factor -> factor.accept(
                authenticators.stepOf(staff.toString(), factor.sealedSecret(), factor.keyVersion(), code))).isPresent();
    }

    private boolean usesRecoveryCode(StaffId staff, String typed) {
        Optional<RecoveryCode> code = factors.code(staff, authenticators.recoveryMac(staff.toString(), typed)).filter(c -> !c.isUsed());
        code.ifPresent(c -> {
            c.use(clock.instant());
            trail.record("staff:" + staff, "staff.recoveryCode", staff.toString());
        });
        return code.isPresent();
    }

    /**
     * Who a request is by, with everything as it stands now.
     *
     * @return nothing if the session is over, or was ended by a new password, a lost role, a removal
     */
    @OpenToAll
    public Optional<Subject> resume(SignedIn session) {
        return standing(session).map(standing -> new Subject.Builder(security)
                .principals(new SimplePrincipalCollection(standing, "staff"))
                .authenticated(standing.complete())
                .sessionCreationEnabled(false)
                .buildSubject());
    }

    private Optional<Standing> standing(SignedIn session) {
        return session == null || session.isOver(clock.instant()) ? Optional.empty() : query.standing(session);
    }
}
