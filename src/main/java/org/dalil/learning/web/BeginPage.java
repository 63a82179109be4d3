package org.dalil.learning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.UUID;
import org.dalil.account.Cards;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.VisitCookie;

/** {@code learn/begin.xhtml}: with a card, with a new card, or just reading; what a card keeps and what it doesn't. */
@Named("beginPage")
@RequestScoped
public class BeginPage {

    @Inject CourseAddress address;
    @Inject CurrentPage page;
    @Inject Cards cards;

    /** Whoever has a card goes straight to the questions. */
    public void open() throws IOException {
        if (VisitCookie.read(page.request()).flatMap(cards::visit).isPresent()) {
            page.leadTo(address.path() + "/before");
        }
    }

    public String getTitle() {
        return address.words().title();
    }

    public String getCourse() {
        return address.course().slug();
    }

    /** The form's own id: the same form sent twice gives the same card. */
    public String getRequest() {
        return UUID.randomUUID().toString();
    }

    public String getFirstUrl() {
        return address.url(address.course().modules().get(0));
    }

    public String getUrl() {
        return address.url();
    }
}
