package org.dalil.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.dalil.account.Cards;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.VisitCookie;

/** {@code learn/leave.xhtml}: this phone forgets the card; stop here, or hand the phone over to the next person. */
@Named("leavePage")
@RequestScoped
public class LeavePage {

    @Inject Cards cards;
    @Inject CurrentPage page;

    public void open() throws IOException {
        if (page.isForm()) {
            VisitCookie.read(page.request()).ifPresent(cards::leave);
            VisitCookie.expire(page.request(), page.response());
            page.response().setHeader("Clear-Site-Data", "\"cookies\", \"storage\"");
            page.leadTo(page.field("next").isPresent() ? "/card" : "/");
        }
    }
}
