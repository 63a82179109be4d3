package org.dalil.exam.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.dalil.account.entity.CardCode;
import org.dalil.exam.CandidateSignIn;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.PageTexts;

/** {@code learn/exam-invitation.xhtml}: an invitation on paper becomes a password. */
@Named("examInvitationPage")
@RequestScoped
public class ExamInvitationPage {

    @Inject CandidateSignIn signIn;
    @Inject ExamBrowser browser;
    @Inject CurrentPage page;
    @Inject PageTexts texts;

    private Refused error;

    public void open() throws IOException {
        if (!page.isForm()) {
            return;
        }
        try {
            CardCode code = page.field("code").flatMap(CardCode::typed).orElseThrow(() -> new Refused("exam.invitation.slip"));
            signIn.accept(code, browser.raw("password"), browser::renew, browser.address());
            page.leadTo("/exam/desk");
        } catch (Refused e) {
            error = e;
        }
    }

    public String getToken() {
        return browser.token();
    }

    /** What is wrong; null if nothing. */
    public String getError() {
        return error == null ? null : texts.of(error);
    }

    /** Where the fault lies, for the link in the summary. */
    public String getField() {
        return error != null && error.key().startsWith("account.password") ? "password" : "code";
    }

    /** The code as it was typed, so that nobody types it twice. */
    public String getTyped() {
        return page.field("code").orElse("");
    }
}
