package org.dalil.exam.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.dalil.exam.CandidateSignIn;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.PageTexts;

/** {@code learn/exam-enter.xhtml}: a candidate's way in, with number and password. */
@Named("examEnterPage")
@RequestScoped
public class ExamEnterPage {

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
            signIn.enter(browser.number("number", "exam.signIn.number"), browser.raw("password"), browser::renew, browser.address());
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

    /** The number as it was typed. */
    public String getNumber() {
        return page.field("number").orElse("");
    }
}
