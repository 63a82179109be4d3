package org.dalil.help.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.dalil.platform.web.Route;
import org.dalil.platform.web.Routes;

/** Addresses of Help: a region each; for whom comes last. */
@ApplicationScoped
public class HelpRoutes implements Routes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/help", "/learn/help.xhtml"),
                Route.get("/help/{region}", "/learn/help.xhtml"),
                Route.get("/help/{region}/{audience}", "/learn/help.xhtml"));
    }
}
