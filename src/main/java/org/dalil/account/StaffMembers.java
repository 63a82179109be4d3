package org.dalil.account;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.account.control.FactorKey;
import org.dalil.account.control.FactorStore;
import org.dalil.account.control.PasswordHashing;
import org.dalil.account.control.StaffQuery;
import org.dalil.account.control.StaffStore;
import org.dalil.account.entity.Passwords;
import org.dalil.account.entity.Role;
import org.dalil.account.entity.StaffId;
import org.dalil.account.entity.StaffMember;
import org.dalil.account.entity.StaffName;
import org.dalil.account.entity.StaffRow;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.control.Submissions;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.entity.Submission;

/**
 * The people who work here, for whoever runs the site. One rule stands above all: somebody who can run it always remains.
 */
@Door
public class StaffMembers {

    @Inject StaffStore staff;
    @Inject FactorStore factors;
    @Inject FactorKey factorKey;
    @Inject StaffQuery query;
    @Inject PasswordHashing hashing;
    @Inject Submissions submissions;
    @Inject AuditTrail trail;
    @Inject Clock clock;

    /** Everyone, those who can sign in first. */
    @RequiresPermissions("staff:manage")
    public List<StaffRow> all() {
        return query.all();
    }

    /**
     * Takes somebody on.
     *
     * @param form sent again, it takes on nobody and returns the same, as long as that is their password
     * @return their start password: handed over once, changed by them at the first sign-in
     * @throws Refused if the name can't be one or is taken, no role is given, or the form was sent before and is not the same or its password
     *                 has ended
     */
    @RequiresPermissions("staff:manage")
    @Transactional
    public String add(Submission form, String typedName, Collection<Role> roles) {
        String password = Passwords.start(submissions.secret(form, "staff.add"));
        String typed = submissions.contentOf(form, typedName, roles.stream().map(Role::name).sorted().toList());
        Optional<String> before = submissions.before(form, "staff.add", typed);
        if (before.isPresent()) {
            refuseEnded(Optional.of(staff.get(new StaffId(UUID.fromString(before.get())))), password);
            return password;
        }
        StaffName name = StaffName.of(typedName).orElseThrow(() -> new Refused("account.staff.badName"));
        if (staff.named(name).isPresent()) {
            throw new Refused("account.staff.nameTaken", name.value());
        }
        StaffMember member = new StaffMember(name, hash(password), true, roles, clock.instant());
        staff.add(member);
        submissions.done(form, "staff.add", member.id().toString());
        trail.record("staff.add", member.id().toString());
        return password;
    }

    /** Ends their sessions and lets them in no more. */
    @RequiresPermissions("staff:manage")
    @Transactional
    public void disable(StaffId id) {
        StaffMember member = staff.get(id);
        refuseToLeaveNobody(member);
        member.disable(clock.instant());
        trail.record("staff.disable", id.toString());
    }

    /** Lets them in again, as they were. */
    @RequiresPermissions("staff:manage")
    @Transactional
    public void enable(StaffId id) {
        staff.get(id).enable();
        trail.record("staff.enable", id.toString());
    }

    /** Changes what they may do; their sessions end, so that no right outlives its role. */
    @RequiresPermissions("staff:manage")
    @Transactional
    public void changeRoles(StaffId id, Collection<Role> roles) {
        StaffMember member = staff.get(id);
        if (!roles.contains(Role.ADMINISTRATOR)) {
            refuseToLeaveNobody(member);
        }
        member.changeRoles(roles);
        trail.record("staff.roles", id.toString());
    }

    /**
     * For a forgotten password: a new start password ends their sessions.
     *
     * @param form sent again, it makes no other
     * @return handed over once
     * @throws Refused if the form was sent before and its password has ended
     */
    @RequiresPermissions("staff:manage")
    @Transactional
    public String newStartPassword(Submission form, StaffId id) {
        String password = Passwords.start(submissions.secret(form, "staff.startPassword"));
        if (submissions.before(form, "staff.startPassword", id.toString()).isPresent()) {
            refuseEnded(Optional.of(staff.get(id)), password);
            return password;
        }
        staff.get(id).startAgainWith(hash(password));
        trail.record("staff.startPassword", id.toString());
        return password;
    }

    /** For a lost phone: their authenticator app and recovery codes end, and they set up a new one at the next sign-in. */
    @RequiresPermissions("staff:manage")
    @Transactional
    public void reEnrol(StaffId id) {
        withoutFactor(staff.get(id));
    }

    private void withoutFactor(StaffMember member) {
        member.loseFactor();
        factors.remove(member.id());
        trail.record("staff.reEnrol", member.id().toString());
    }

    /**
     * At the start, after the loss of the apps' key was accepted: administrators whose apps it ended set up new ones after their password.
     * Everybody else waits for one of them, so that a password that somebody else knows lets in as few as may be.
     */
    @RequiresPermissions("staff:manage")
    @Transactional
    public void reEnrolAdministrators() {
        staff.administratorsLocked().stream()
                .filter(admin -> factors.of(admin.id()).filter(app -> factorKey.isLost(app.keyVersion())).isPresent())
                .forEach(this::withoutFactor);
    }

    /**
     * On the first start: somebody must be able to let the others in.
     *
     * @param chosen the password that the installation names, if it does
     * @return the start password that was made, if one was
     * @throws Refused if the chosen password can't be one
     */
    @RequiresPermissions("staff:manage")
    @Transactional
    public Optional<String> ensureAdministrator(Optional<String> chosen) {
        if (!staff.isEmpty()) {
            return Optional.empty();
        }
        StaffName name = new StaffName("admin");
        chosen.ifPresent(password -> Passwords.check(password, name));
        String password = chosen.orElseGet(Passwords::start);
        StaffMember admin = new StaffMember(name, hash(password), chosen.isEmpty(), List.of(Role.ADMINISTRATOR), clock.instant());
        staff.add(admin);
        trail.record("staff.add", admin.id().toString());
        return chosen.isPresent() ? Optional.empty() : Optional.of(password);
    }

    private void refuseToLeaveNobody(StaffMember member) {
        if (member.runsTheSite() && staff.administratorsLocked().stream().allMatch(a -> a.id().equals(member.id()))) {
            throw new Refused("account.staff.lastAdministrator");
        }
    }

    /** What a page has shown is about to be shown again. @throws Refused if it is their start password no more */
    @RequiresPermissions("staff:manage")
    @Transactional(Transactional.TxType.SUPPORTS)
    public void refuseEnded(String name, String startPassword) {
        refuseEnded(StaffName.of(name).flatMap(staff::named), startPassword);
    }

    /** What opens nothing any more is not shown as if it did. */
    private void refuseEnded(Optional<StaffMember> member, String startPassword) {
        member.filter(m -> m.hasStartPassword() && matches(startPassword, m.passwordHash()))
                .orElseThrow(() -> new Refused("account.staff.startPasswordEnded"));
    }

    private boolean matches(String password, String hash) {
        try {
            return hashing.matches(password, Optional.of(hash));
        } catch (PasswordHashing.Busy e) {
            throw new Refused("account.signIn.busy");
        }
    }

    private String hash(String password) {
        try {
            return hashing.of(password);
        } catch (PasswordHashing.Busy e) {
            throw new Refused("account.signIn.busy");
        }
    }
}
