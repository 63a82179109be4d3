package org.dalil.account.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.dalil.account.entity.CardCode;
import org.dalil.account.entity.EntryThrottle;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.Caller;

/** Reads a typed code at a form, slowly for those who guess. */
@ApplicationScoped
public class EntryGuard {

    private final EntryThrottle throttle = new EntryThrottle();

    @Inject
    Clock clock;

    @Inject
    Caller caller;

    /** @throws Refused if this address has to wait */
    void allow(HttpServletRequest request) {
        if (!throttle.mayTry(caller.address(request), clock.instant())) {
            throw new Refused("account.card.wait");
        }
    }

    /** A code that is none, or no card's. */
    void failed(HttpServletRequest request) {
        throttle.failed(caller.address(request), clock.instant());
    }

    /** The typed code, or the sentence that says what is wrong with it. */
    CardCode read(Optional<String> typed) {
        String text = typed.orElseThrow(() -> new Refused("account.card.empty"));
        return CardCode.typed(text).orElseThrow(() -> new Refused("account.card.slip"));
    }
}
