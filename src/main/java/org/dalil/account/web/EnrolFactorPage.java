package org.dalil.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.dalil.account.Enrolment;
import org.dalil.account.entity.Enrolled;
import org.dalil.account.entity.FactorOffer;
import org.dalil.account.entity.QrDrawing;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.Problems;

/** {@code staff/enrol-factor.xhtml}: an authenticator app is set up, and the recovery codes are shown once. */
@Named
@RequestScoped
public class EnrolFactorPage {

    @Inject Enrolment enrolment;
    @Inject StaffSession session;
    @Inject Problems problems;

    private String sealed;
    private String code;
    private FactorOffer offer;
    private List<String> recoveryCodes = List.of();

    /** Before the page is made: the offer that was on it, or a new one. */
    public void open() {
        if (!recoveryCodes.isEmpty()) {
            return;
        }
        try {
            offer = sealed == null ? enrolment.offer(session.who()) : enrolment.sameOffer(session.who(), sealed);
        } catch (Refused tooOld) {
            offer = enrolment.offer(session.who());
        }
        sealed = offer.sealed();
    }

    public void submit() {
        if (code == null) {
            problems.add("code", "account.code.none");
            return;
        }
        try {
            Enrolled enrolled = enrolment.confirm(session.who(), sealed, code);
            session.is(enrolled.session());
            recoveryCodes = enrolled.recoveryCodes();
        } catch (Refused e) {
            problems.add("code", e);
        }
    }

    public QrDrawing getQr() {
        return QrDrawing.of(offer.address());
    }

    public String getSecret() {
        return offer.text();
    }

    public boolean isDone() {
        return !recoveryCodes.isEmpty();
    }

    public List<String> getRecoveryCodes() {
        return recoveryCodes;
    }

    public String getSealed() {
        return sealed;
    }

    public void setSealed(String sealed) {
        this.sealed = sealed;
    }

    public String getCode() {
        return null;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
