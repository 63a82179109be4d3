package org.dalil.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.dalil.account.Cards;
import org.dalil.account.entity.CardCode;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.FormToken;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.VisitCookie;

/**
 * {@code learn/join.xhtml}: type the card's code. The first page that sets a cookie. A room's code is shorter: the browser sends the
 * same form on to the room's page (307), so that one field takes both and no code comes into an address.
 */
@Named("joinPage")
@RequestScoped
public class JoinPage {

    @Inject Cards cards;
    @Inject EntryGuard guard;
    @Inject FormToken formToken;
    @Inject CurrentPage page;
    @Inject PageTexts texts;

    /** The length of a room's code. */
    private static final int ROOM_CODE = 6;

    private Refused error;
    private String token;

    public void open() throws IOException {
        if (page.isForm()) {
            enter();
        }
        if (token == null) {
            token = VisitCookie.read(page.request()).map(formToken::of)
                    .orElseGet(() -> formToken.of(VisitCookie.renew(page.request(), page.response())));
        }
    }

    private void enter() throws IOException {
        if (page.field("code").filter(JoinPage::isForARoom).isPresent()) {
            page.sendOnTo("/room");
            return;
        }
        try {
            guard.allow(page.request());
            CardCode code = guard.read(page.field("code"));
            // Before anything ends: whoever typed a code of no card goes on with the one they have.
            cards.find(code).orElseThrow(() -> new Refused("account.card.unknown"));
            VisitCookie.read(page.request()).ifPresent(cards::leave);
            // A new cookie for the new visit: one that somebody planted before is worth nothing.
            String cookie = VisitCookie.renew(page.request(), page.response());
            token = formToken.of(cookie);
            cards.enter(code, cookie).orElseThrow(() -> new Refused("account.card.unknown"));
            page.leadTo("/go");
        } catch (Refused e) {
            guard.failed(page.request(), e);
            error = e;
        }
    }

    /** Told from a card's code by its length (measured in letters and digits, however they are grouped). */
    private static boolean isForARoom(String typed) {
        return typed.length() <= 60 && typed.chars().filter(Character::isLetterOrDigit).count() == ROOM_CODE;
    }

    /** Whether another site's link led here, which may carry a code of that site's choice: it is not entered before somebody presses. */
    public boolean isLedHere() {
        return FormToken.isFromElsewhere(page.request());
    }

    public String getToken() {
        return token;
    }

    /** What is wrong with what was typed; null if nothing. The code itself is not shown again. */
    public String getError() {
        return error == null ? null : texts.of(error);
    }
}
