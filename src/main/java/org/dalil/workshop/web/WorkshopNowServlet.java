package org.dalil.workshop.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.shiro.authz.AuthorizationException;
import org.dalil.platform.entity.Language;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.Causes;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.workshop.Rooms;
import org.dalil.workshop.entity.RoomView;
import org.dalil.workshop.entity.Shown;
import org.dalil.workshop.entity.WallView;
import org.dalil.workshop.entity.WorkshopId;

/**
 * {@code GET /staff/workshop/now?w=…&p=…&l=…&m=…}: what a trainer's console ({@code p=console}) asks every two seconds and the wall
 * ({@code p=wall}) every four. 204 as long as the mark {@code m}, which the page shows, is that of the room; 200 with what to say, in the
 * page's language {@code l}, when only people moved; 205 when the page has to look again; 410 when the room is not its trainer's any more,
 * so that the page is opened anew and says so; 503 while the database is away. There is no page: to make one a hundred times a second, for
 * two hundred rooms, costs more than what their learners do.
 */
@WebServlet("/staff/workshop/now")
public class WorkshopNowServlet extends HttpServlet {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject transient Rooms rooms;
    @Inject transient RoomNews news;
    @Inject transient CurrentLanguage language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Optional<WorkshopId> id = WorkshopId.of(request.getParameter("w"));
            if (id.isEmpty()) {
                response.setStatus(HttpServletResponse.SC_RESET_CONTENT);
                return;
            }
            Language.of(request.getParameter("l")).ifPresent(language::set);
            String mark = Objects.toString(request.getParameter("m"), "");
            if ("wall".equals(request.getParameter("p"))) {
                WallView wall = rooms.wall(id.get());
                answer(response, mark, wall, () -> news.told(wall));
            } else {
                RoomView room = rooms.view(id.get());
                answer(response, mark, room, () -> news.told(room));
            }
        } catch (AuthorizationException e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (RuntimeException e) {
            response.setStatus(status(e));
        }
    }

    private static void answer(HttpServletResponse response, String mark, Shown now, Supplier<Map<String, Object>> told) throws IOException {
        if (mark.equals(now.frame() + "." + now.people())) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (mark.startsWith(now.frame() + ".")) {
            response.setContentType("application/json;charset=UTF-8");
            JSON.writeValue(response.getWriter(), told.get());
        } else {
            response.setStatus(HttpServletResponse.SC_RESET_CONTENT);
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
