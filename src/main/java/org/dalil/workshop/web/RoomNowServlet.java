package org.dalil.workshop.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dalil.platform.control.Readiness;
import org.dalil.platform.control.Texts;
import org.dalil.platform.entity.Language;
import org.dalil.platform.web.VisitCookie;
import org.dalil.workshop.Rooms;
import org.dalil.workshop.entity.RoomNow;

/**
 * {@code GET /status/room?l=ar}: what a phone in a room asks now and then. 204 for whoever is in none (any more), so that its script
 * stops asking. One SELECT, and no word about answers.
 */
@WebServlet("/status/room")
public class RoomNowServlet extends HttpServlet {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject transient Rooms rooms;
    @Inject transient Readiness readiness;
    @Inject transient Texts texts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!readiness.isReady()) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        Optional<RoomNow> now = VisitCookie.read(request).flatMap(rooms::now).filter(n -> !n.closed());
        if (now.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        Language language = Optional.ofNullable(request.getParameter("l")).flatMap(Language::of).orElse(Language.ENGLISH);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("open", String.join(",", now.get().open()));
        answer.put("pause", now.get().paused() ? texts.get(language, "workshop.room.pause") : "");
        answer.put("elsewhere", now.get().elsewhere() ? texts.get(language, "workshop.room.elsewhere") : "");
        response.setContentType("application/json;charset=UTF-8");
        JSON.writeValue(response.getWriter(), answer);
    }
}
