package org.dalil.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.dalil.account.OwnPassword;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.Problems;

/** {@code staff/password.xhtml}: one's own password. */
@Named
@RequestScoped
public class PasswordPage {

    @Inject OwnPassword ownPassword;
    @Inject StaffSession session;
    @Inject CurrentStaff staff;
    @Inject Problems problems;
    @Inject HttpServletRequest request;

    private String present;
    private String wanted;

    public void submit() {
        if (present == null) {
            problems.add("present", "account.password.noPresent");
        }
        if (wanted == null) {
            problems.add("wanted", "account.password.noWanted");
        }
        if (problems.isAny()) {
            return;
        }
        boolean starting = staff.isStarting();
        try {
            session.is(ownPassword.change(session.who(), present, wanted));
            session.leadTo(starting ? "/staff/" : "/staff/password.xhtml?done=1");
        } catch (Refused e) {
            problems.add(e.key().equals("account.password.present") ? "present" : "wanted", e);
        }
    }

    /** Whether it has just been changed. */
    public boolean isDone() {
        return "1".equals(request.getParameter("done")) && !problems.isAny();
    }

    public String getPresent() {
        return null;
    }

    public void setPresent(String present) {
        this.present = present;
    }

    public String getWanted() {
        return null;
    }

    public void setWanted(String wanted) {
        this.wanted = wanted;
    }
}
