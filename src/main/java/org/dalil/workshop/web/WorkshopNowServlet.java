package org.dalil.workshop.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.apache.shiro.authz.AuthorizationException;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.Causes;
import org.dalil.workshop.Rooms;
import org.dalil.workshop.entity.RoomView;
import org.dalil.workshop.entity.WorkshopId;

/**
 * {@code GET /staff/workshop/now?w=…&m=…}: what a trainer's console asks every two seconds. 204 as long as the mark {@code m}, which the
 * console shows, is that of the room; 205 when it has to look again; 410 when the room is not its trainer's any more, so that the
 * page is opened anew and says so; 503 while the database is away. There is no page: to make one a hundred times a second, for two hundred rooms, costs more than what their
 * learners do.
 */
@WebServlet("/staff/workshop/now")
public class WorkshopNowServlet extends HttpServlet {

    @Inject transient Rooms rooms;

    /** Where a page that shows the room like this asks whether it still is. */
    static String address(WorkshopId id, RoomView shown) {
        return "/staff/workshop/now?w=" + id + "&m=" + shown.mark();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Optional<WorkshopId> id = WorkshopId.of(request.getParameter("w"));
            boolean same = id.isPresent() && rooms.view(id.get()).mark().equals(request.getParameter("m"));
            response.setStatus(same ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_RESET_CONTENT);
        } catch (AuthorizationException e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (RuntimeException e) {
            response.setStatus(status(e));
        }
    }

    private static int status(RuntimeException e) {
        if (Causes.find(e, Refused.class).isPresent()) {
            return HttpServletResponse.SC_GONE;
        }
        if (Causes.isDatabase(e)) {
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        throw e;
    }
}
