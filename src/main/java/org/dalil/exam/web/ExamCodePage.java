package org.dalil.exam.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.dalil.exam.CandidateFactor;
import org.dalil.platform.entity.Refused;

/** {@code learn/exam-code.xhtml}: the second step of a candidate who has set an authenticator app up. */
@Named("examCodePage")
@RequestScoped
public class ExamCodePage extends ExamForm {

    @Inject CandidateFactor factor;

    public void open() throws IOException {
        if (!factor.isDue(browser.cookie())) {
            page.leadTo("/exam");
        } else if (page.isForm()) {
            attempt(() -> {
                String code = page.field("code").orElseThrow(() -> new Refused("account.code.none"));
                factor.enter(browser.cookie(), code, browser::renew);
                page.leadTo("/exam/desk");
            });
        }
    }
}
