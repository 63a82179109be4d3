package org.dalil.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.dalil.account.Cards;
import org.dalil.account.entity.CardCode;
import org.dalil.account.entity.CardIssue;
import org.dalil.account.entity.QrDrawing;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.SiteFacts;
import org.dalil.platform.web.VisitCookie;

/** {@code learn/card.xhtml}: a new card, shown once. The answer to a form, so that no address can bring it back. */
@Named("cardPage")
@RequestScoped
public class CardPage {

    @Inject Cards cards;
    @Inject EntryGuard guard;
    @Inject CurrentPage page;
    @Inject CurrentLanguage language;
    @Inject SiteFacts site;

    private CardCode code;
    private QrDrawing qr;
    private String course;

    public void open() throws IOException {
        course = page.field("course").filter(c -> c.matches("[a-z0-9-]{1,64}")).orElseThrow(page::notFound);
        if (!page.isForm()) {
            page.leadTo("/c/" + course);
            return;
        }
        guard.allowNewCard(page.request());
        UUID request = request();
        Optional<String> before = VisitCookie.read(page.request());
        CardIssue issue = cards.issue(request, course, before.orElse(null),
                () -> VisitCookie.renew(page.request(), page.response()));
        guard.made(page.request());
        code = issue.code();
        qr = QrDrawing.of(site.getAddress() + "/" + language.getTag() + "/card#" + code.value());
    }

    private UUID request() {
        try {
            return UUID.fromString(page.field("request").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new Refused("platform.form.stale");
        }
    }

    public String getCode() {
        return code.printed();
    }

    /** The QR code: this site's card page, with the code in the part of the address that browsers never send. */
    public QrDrawing getQr() {
        return qr;
    }

    public String getNextUrl() {
        return "/" + language.getTag() + "/c/" + course + "/before";
    }
}
