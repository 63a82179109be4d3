package org.dalil.workshop.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.dalil.platform.web.Route;
import org.dalil.platform.web.Routes;

/** Addresses of a room for those who join it. */
@ApplicationScoped
public class RoomRoutes implements Routes {

    @Override
    public List<Route> routes() {
        return List.of(Route.entry("/room", "/learn/room.xhtml"));
    }
}
