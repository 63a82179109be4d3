package org.dalil.exam.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.dalil.account.entity.CardCode;
import org.dalil.exam.CandidateSignIn;
import org.dalil.platform.entity.Refused;

/** {@code learn/exam-invitation.xhtml}: an invitation on paper becomes a password. */
@Named("examInvitationPage")
@RequestScoped
public class ExamInvitationPage extends ExamForm {

    @Inject CandidateSignIn signIn;

    public void open() throws IOException {
        if (page.isForm()) {
            attempt(() -> {
                CardCode code = page.field("code").flatMap(CardCode::typed).orElseThrow(() -> new Refused("exam.invitation.slip"));
                signIn.accept(code, browser.raw("password"), browser::renew, browser.address());
                page.leadTo("/exam/desk");
            });
        }
    }

    /** Where the fault lies, for the link in the summary. */
    public String getField() {
        return isRefused("account.password") ? "password" : "code";
    }

    /** The code as it was typed. */
    public String getTyped() {
        return typed("code");
    }
}
