package org.dalil.exam.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import org.dalil.exam.CandidateSignIn;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.Caller;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.FormToken;
import org.dalil.platform.web.VisitCookie;

/** The browser of a candidate or an invigilator: its cookie, the token of its forms, the numbers that are typed into them. */
@RequestScoped
public class ExamBrowser {

    @Inject Caller caller;
    @Inject CurrentPage page;
    @Inject FormToken formToken;
    @Inject CandidateSignIn signIn;

    private String renewed;

    /** The cookie it sent; null without one. */
    String cookie() {
        return VisitCookie.read(page.request()).orElse(null);
    }

    /** Gives it another cookie. */
    String renew() {
        renewed = VisitCookie.renew(page.request(), page.response());
        return renewed;
    }

    /** Takes the cookie back. */
    void forget() {
        VisitCookie.expire(page.request(), page.response());
    }

    /** The token for its forms, with a cookie for one who has none. */
    String token() {
        return formToken.of(renewed != null ? renewed : Optional.ofNullable(cookie()).orElseGet(this::renew));
    }

    String address() {
        return caller.address(page.request());
    }

    /** Whether a candidate is signed in here; leads to the way in otherwise. */
    boolean isCandidates() throws IOException {
        if (Optional.ofNullable(cookie()).flatMap(signIn::visit).isPresent()) {
            return true;
        }
        page.leadTo("/exam");
        return false;
    }

    /** A field as it was typed, spaces and all: a password. */
    String raw(String name) {
        return Optional.ofNullable(page.request().getParameter(name)).orElse("");
    }

    /** A number, in digits of any script. @throws Refused with this sentence if it is none */
    int number(String field, String otherwise) {
        try {
            return Integer.parseInt(page.field(field).orElse(""));
        } catch (NumberFormatException none) {
            throw new Refused(otherwise);
        }
    }
}
