package org.dalil.workshop.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.dalil.account.entity.EntryThrottle;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.Caller;

/** Takes typed join codes, slowly from those who guess. A whole room behind one address can mistype its code. */
@ApplicationScoped
public class RoomGuard {

    private final EntryThrottle throttle = new EntryThrottle();

    @Inject Clock clock;
    @Inject Caller caller;

    /** @throws Refused if this address has to wait */
    void allow(HttpServletRequest request) {
        if (!throttle.mayTry(caller.address(request), clock.instant())) {
            throw new Refused("account.card.wait");
        }
    }

    /** A code that is none, or no room's. */
    void failed(HttpServletRequest request) {
        throttle.failed(caller.address(request), clock.instant());
    }
}
