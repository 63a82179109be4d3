package org.dalil.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.dalil.account.SignIn;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.Problems;

/** {@code staff/second-factor.xhtml}: a code from the app, or a recovery code. */
@Named
@RequestScoped
public class SecondFactorPage {

    @Inject SignIn signIn;
    @Inject StaffSession session;
    @Inject Problems problems;

    private String code;

    public void submit() {
        if (code == null) {
            problems.add("code", "account.code.none");
            return;
        }
        try {
            session.is(signIn.withCode(session.who(), code));
            session.leadTo("/staff/");
        } catch (Refused e) {
            problems.add("code", e);
        }
    }

    public String getCode() {
        return null;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
