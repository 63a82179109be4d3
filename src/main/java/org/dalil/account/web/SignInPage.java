package org.dalil.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.dalil.account.SignIn;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.Caller;
import org.dalil.platform.web.Problems;

/** {@code staff/sign-in.xhtml}: name and password. */
@Named
@RequestScoped
public class SignInPage {

    @Inject Caller caller;
    @Inject SignIn signIn;
    @Inject StaffSession session;
    @Inject Problems problems;
    @Inject HttpServletRequest request;

    private String name;
    private String password;

    public void submit() {
        if (name == null) {
            problems.add("name", "account.signIn.noName");
        }
        if (password == null) {
            problems.add("password", "account.signIn.noPassword");
        }
        if (problems.isAny()) {
            return;
        }
        try {
            session.is(signIn.withPassword(name, password, caller.address(request)));
            WayBack.of(getTo(), isLost()).ifPresent(session::comeBackTo);
            session.leadTo("/staff/");
        } catch (Refused e) {
            problems.add("name", e);
        }
    }

    /** The page to come back to; null for none. */
    public String getTo() {
        return WayBack.of(request.getParameter(WayBack.FIELD)).orElse(null);
    }

    /** Whether something was pressed that was not done. */
    public boolean isLost() {
        return "1".equals(request.getParameter(WayBack.LOST));
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
