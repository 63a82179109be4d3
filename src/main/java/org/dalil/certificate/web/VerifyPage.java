package org.dalil.certificate.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.dalil.certificate.Verification;
import org.dalil.certificate.entity.Checked;
import org.dalil.certificate.entity.Checked.Outcome;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.Caller;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.PageTexts;

/** {@code learn/verify.xhtml}: whether a certificate holds. For anybody, without script, and nothing else about its holder. */
@Named("verifyPage")
@RequestScoped
public class VerifyPage {

    /** Where {@link VerifyServlet} puts what a file holds: text, or the bytes of a picture. */
    static final String FILE = "dalil.verify.file";

    @Inject Caller caller;
    @Inject Verification verification;
    @Inject CurrentPage page;
    @Inject PageTexts texts;
    @Inject CertificateWords words;

    private Checked checked;
    private Refused error;

    public void open() {
        if (!page.isForm()) {
            error = page.field("file").filter("large"::equals).map(large -> new Refused("certificate.verify.fileLarge")).orElse(null);
            return;
        }
        try {
            Object file = page.request().getAttribute(FILE);
            if (file instanceof byte[] picture) {
                checked = verification.picture(picture, page.field("name"), caller.address(page.request()));
                return;
            }
            String shown = Optional.ofNullable(file).map(Object::toString).or(() -> page.field("code")).filter(s -> !s.isEmpty())
                    .orElseThrow(() -> new Refused("certificate.verify.nothing"));
            checked = verification.check(shown, page.field("name"), caller.address(page.request()));
        } catch (Refused e) {
            error = e;
        }
    }

    public String getError() {
        return error == null ? null : texts.of(error);
    }

    /** Where that can be mended. */
    public String getErrorField() {
        boolean sent = page.request().getAttribute(FILE) != null || page.field("file").isPresent();
        return sent ? "file" : "code";
    }

    public boolean isDone() {
        return checked != null;
    }

    /** A class of the theme for how it ended. */
    public String getTone() {
        return checked.outcome() == Outcome.VALID ? "ok" : checked.claim() != null ? "off" : "er";
    }

    public boolean isGood() {
        return checked.outcome() == Outcome.VALID;
    }

    public String getTitle() {
        return texts.get("certificate.outcome." + checked.outcome() + ".title");
    }

    public String getText() {
        return texts.get("certificate.outcome." + checked.outcome() + ".text");
    }

    public boolean isShown() {
        return checked.claim() != null;
    }

    public String getNumber() {
        return String.valueOf(checked.claim().number());
    }

    public String getTrack() {
        return words.track(checked.claim().track());
    }

    public String getIssued() {
        return words.day(checked.claim().issued());
    }

    public String getUntil() {
        return words.day(checked.claim().expires());
    }

    /** Why it was revoked; null if it was not. */
    public String getGround() {
        return checked.ground() == null ? null : texts.get("certificate.ground." + checked.ground());
    }

    /** Whether there is a later one; not said of a revoked one. */
    public boolean isRenewed() {
        return checked.renewed() && checked.outcome() != Outcome.REVOKED;
    }

    /** Whether it has to be said that a paper can show another name than the one that was signed. */
    public boolean isUnnamed() {
        return checked.claim() != null && checked.name().isEmpty();
    }

    /** Whether the typed name is the holder's; null if none was typed or nothing can be said. */
    public String getName() {
        return checked.name().map(same -> texts.get(same ? "certificate.shown.nameYes" : "certificate.shown.nameNo")).orElse(null);
    }
}
