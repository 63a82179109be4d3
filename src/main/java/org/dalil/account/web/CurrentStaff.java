package org.dalil.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.apache.shiro.subject.Subject;
import org.apache.shiro.util.ThreadContext;
import org.dalil.account.entity.Standing;
import org.dalil.platform.web.Problems;

/** Whoever looks at a staff page: {@code #{staff.name}}, {@code #{staff.may('course:read')}}. Pages ask it what to show. */
@Named("staff")
@RequestScoped
public class CurrentStaff {

    @Inject StaffSession session;
    @Inject Problems problems;

    private Optional<Subject> subject() {
        return Optional.ofNullable(ThreadContext.getSubject());
    }

    private Optional<Standing> standing() {
        return subject().map(s -> (Standing) s.getPrincipal());
    }

    /** Whether anybody is here, be it after the first step only. */
    public boolean isKnown() {
        return standing().isPresent();
    }

    /** Whether both steps are done and nothing is due. */
    public boolean isFree() {
        return standing().filter(Standing::isFree).isPresent();
    }

    /** Whether a start password must be changed now. */
    public boolean isStarting() {
        return standing().filter(Standing::startPassword).isPresent();
    }

    public String getName() {
        return standing().map(Standing::name).orElse("");
    }

    /** Whether to show what needs this permission. The door behind it asks again. */
    public boolean may(String permission) {
        return subject().filter(s -> s.isAuthenticated() && s.isPermitted(permission)).isPresent();
    }

    /** What is wrong with the form on this page. */
    public Problems getProblems() {
        return problems;
    }

    /** Ends the session on this device. */
    public void signOut() {
        session.end();
        session.leadTo(StaffFilter.SIGN_IN);
    }
}
