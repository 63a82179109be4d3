package org.dalil.exam.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.dalil.exam.CandidateSignIn;

/** {@code learn/exam-enter.xhtml}: a candidate's way in, with number and password. */
@Named("examEnterPage")
@RequestScoped
public class ExamEnterPage extends ExamForm {

    @Inject CandidateSignIn signIn;

    public void open() throws IOException {
        if (page.isForm()) {
            attempt(() -> {
                boolean codeToCome = signIn.enter(browser.number("number", "exam.signIn.number"), browser.raw("password"), browser.cookie(),
                        browser::renew, browser.address());
                page.leadTo(codeToCome ? "/exam/code" : "/exam/desk");
            });
        }
    }

    /** The number as it was typed. */
    public String getNumber() {
        return typed("number");
    }
}
