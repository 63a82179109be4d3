package org.dalil.account.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.dalil.platform.web.Route;
import org.dalil.platform.web.Routes;

/** Addresses of cards. The code is in none of them: a QR code carries it in the part that is never sent. */
@ApplicationScoped
public class CardRoutes implements Routes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.entry("/card", "/learn/join.xhtml"),
                Route.begin("/card/new", "/learn/card.xhtml"),
                Route.entry("/card/erase", "/learn/erase.xhtml"),
                Route.form("/leave", "/learn/leave.xhtml"));
    }
}
