package org.dalil.account;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.apache.shiro.util.ThreadContext;
import org.dalil.account.control.PasswordHashing;
import org.dalil.account.control.SignInThrottle;
import org.dalil.account.control.StaffStore;
import org.dalil.account.entity.Passwords;
import org.dalil.account.entity.SignedIn;
import org.dalil.account.entity.StaffMember;
import org.dalil.account.entity.Standing;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.Refused;

/** Staff change their own password, and nobody else's. */
@Door
public class OwnPassword {

    @Inject StaffStore staff;
    @Inject PasswordHashing hashing;
    @Inject SignInThrottle throttle;
    @Inject AuditTrail trail;

    private static Standing who() {
        return (Standing) ThreadContext.getSubject().getPrincipal();
    }

    private void refuseUnlessOwn(StaffMember member, Standing who, String present) throws PasswordHashing.Busy {
        if (throttle.isClosed(who.id()) || !hashing.matches(present == null ? "" : present, Optional.of(member.passwordHash()))) {
            throttle.failed(who.id());
            throw new Refused("account.password.present");
        }
    }

    /** Asked once more before what must not happen at a desk that was left. @throws Refused if it is another, or too many were wrong */
    @RequiresAuthentication
    @Transactional(Transactional.TxType.SUPPORTS)
    public void confirm(String present) {
        Standing who = who();
        try {
            refuseUnlessOwn(staff.get(who.id()), who, present);
        } catch (PasswordHashing.Busy e) {
            throw new Refused("account.signIn.busy");
        }
        throttle.succeeded(who.id());
    }

    /**
     * Changes the password of whoever is signed in. Their other sessions end.
     *
     * @param session the one that goes on
     * @return the same session under the new password
     * @throws Refused if the present password is wrong, or the new one can't be one or is the same
     */
    @RequiresAuthentication
    @Transactional
    public SignedIn change(SignedIn session, String present, String wanted) {
        Standing who = who();
        StaffMember member = staff.get(who.id());
        Passwords.check(wanted, member.name());
        try {
            refuseUnlessOwn(member, who, present);
            if (Passwords.normal(present).equals(Passwords.normal(wanted))) {
                throw new Refused("account.password.same");
            }
            member.changePassword(hashing.of(wanted));
        } catch (PasswordHashing.Busy e) {
            throw new Refused("account.signIn.busy");
        }
        throttle.succeeded(who.id());
        trail.record("staff.password", who.id().toString());
        return session.in(member.epoch());
    }
}
