package org.dalil.scenario.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.dalil.platform.web.Route;
import org.dalil.platform.web.Routes;

/** The address of a module's chat. */
@ApplicationScoped
public class ScenarioRoutes implements Routes {

    @Override
    public List<Route> routes() {
        return List.of(Route.form("/c/{course}/{module}/chat", "/learn/chat.xhtml"));
    }
}
