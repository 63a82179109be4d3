package org.dalil.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.dalil.account.Cards;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.FormToken;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.VisitCookie;

/** {@code learn/erase.xhtml}: the card and everything that belongs to it, with the card alone. */
@Named("erasePage")
@RequestScoped
public class ErasePage {

    @Inject Cards cards;
    @Inject EntryGuard guard;
    @Inject FormToken formToken;
    @Inject CurrentPage page;
    @Inject PageTexts texts;

    private Refused error;
    private boolean erased;
    private String token;

    public void open() {
        token = VisitCookie.read(page.request()).map(formToken::of)
                .orElseGet(() -> formToken.of(VisitCookie.renew(page.request(), page.response())));
        if (page.isForm()) {
            erase();
        }
    }

    private void erase() {
        try {
            guard.allow(page.request());
            if (page.field("sure").isEmpty()) {
                throw new Refused("account.erase.unsure");
            }
            if (!cards.erase(guard.read(page.field("code")))) {
                throw new Refused("account.card.unknown");
            }
            VisitCookie.expire(page.request(), page.response());
            erased = true;
        } catch (Refused e) {
            guard.failed(page.request(), e);
            error = e;
        }
    }

    public boolean isErased() {
        return erased;
    }

    public String getToken() {
        return token;
    }

    public String getError() {
        return error == null ? null : texts.of(error);
    }
}
