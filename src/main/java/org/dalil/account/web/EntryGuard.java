package org.dalil.account.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.dalil.account.entity.CardCode;
import org.dalil.account.entity.EntryThrottle;
import org.dalil.account.entity.NewCardLimit;
import org.dalil.platform.control.Installation;
import org.dalil.platform.entity.DatabaseReady;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.Caller;

/** Reads a typed code at a form, slowly for those who guess; and makes new cards for people, not for programs. */
@ApplicationScoped
public class EntryGuard {

    private final EntryThrottle throttle = new EntryThrottle();
    private NewCardLimit cards;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    @Inject
    Caller caller;

    @PostConstruct
    void read() {
        cards = new NewCardLimit(installation.number("DALIL_NEW_CARDS", NewCardLimit.USUAL, 1_000_000, "a number of cards"));
    }

    /** A wrong setting is told at the start. */
    void check(@Observes DatabaseReady ready) {
        // That it is made is enough.
    }

    /** @throws Refused if this address has to wait */
    void allow(HttpServletRequest request) {
        if (!throttle.mayTry(caller.address(request), clock.instant())) {
            throw new Refused("account.card.wait");
        }
    }

    /** A code was refused. What the check character finds is no guess that could have succeeded: only a whole code of no card counts. */
    void failed(HttpServletRequest request, Refused why) {
        if (why.key().equals("account.card.unknown")) {
            throttle.failed(caller.address(request), clock.instant());
        }
    }

    /** @throws Refused if this address has had so many new cards that a program asks for them */
    void allowNewCard(HttpServletRequest request) {
        if (!cards.allows(caller.address(request), clock.instant())) {
            throw new Refused("account.card.many");
        }
    }

    /** A new card was made. */
    void made(HttpServletRequest request) {
        cards.made(caller.address(request), clock.instant());
    }

    /** The typed code, or the sentence that says what is wrong with it. */
    CardCode read(Optional<String> typed) {
        String text = typed.orElseThrow(() -> new Refused("account.card.empty"));
        return CardCode.typed(text).orElseThrow(() -> new Refused("account.card.slip"));
    }
}
