package org.dalil.exam.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.dalil.account.entity.FactorOffer;
import org.dalil.account.entity.QrDrawing;
import org.dalil.exam.CandidateFactor;
import org.dalil.platform.entity.Refused;

/** {@code learn/exam-factor.xhtml}: a candidate sets an authenticator app up, or takes it away again. */
@Named("examFactorPage")
@RequestScoped
public class ExamFactorPage extends ExamForm {

    @Inject CandidateFactor factor;

    private boolean on;
    private FactorOffer offer;
    private List<String> recoveryCodes = List.of();

    public void open() throws IOException {
        if (!browser.isCandidates()) {
            return;
        }
        if (page.isForm()) {
            attempt(this::change);
        }
        if (recoveryCodes.isEmpty() && !page.response().isCommitted()) {
            on = factor.isOn(browser.cookie());
            offer = on ? null : factor.offer(browser.cookie(), sealed());
        }
    }

    private void change() throws IOException {
        String code = page.field("code").orElseThrow(() -> new Refused("account.code.none"));
        if (sealed().isEmpty()) {
            factor.remove(browser.cookie(), browser.raw("password"), code);
            page.leadTo("/exam/desk");
        } else {
            recoveryCodes = factor.confirm(browser.cookie(), browser.raw("password"), sealed().get(), code, browser::renew);
        }
    }

    private Optional<String> sealed() {
        return page.field("sealed");
    }

    /** Whether it was just set up: the recovery codes are on the page, this once. */
    public boolean isDone() {
        return !recoveryCodes.isEmpty();
    }

    public boolean isOn() {
        return on && !isDone();
    }

    public boolean isOffered() {
        return offer != null;
    }

    public List<String> getRecoveryCodes() {
        return recoveryCodes;
    }

    public QrDrawing getQr() {
        return QrDrawing.of(offer.address());
    }

    public String getSecret() {
        return offer.text();
    }

    public String getSealed() {
        return offer.sealed();
    }

    /** Where the fault lies, for the link in the summary. */
    public String getField() {
        return isRefused("exam.factor.password") ? "password" : "code";
    }
}
