package org.dalil.workshop.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dalil.account.Cards;
import org.dalil.account.entity.Elsewhere;
import org.dalil.platform.control.Readiness;
import org.dalil.platform.control.Texts;
import org.dalil.platform.entity.Language;
import org.dalil.platform.web.VisitCookie;
import org.dalil.workshop.Rooms;
import org.dalil.workshop.entity.AskPace;
import org.dalil.workshop.entity.RoomNow;

/**
 * {@code GET /status/room?l=ar}: what a phone in a room asks now and then, and a phone with a card outside of one once for each page. 204
 * where there is nothing to say outside of a room (any more), so that its script stops asking. One SELECT, two outside of a room, no
 * word about answers, and when to ask again.
 */
@WebServlet("/status/room")
public class RoomNowServlet extends HttpServlet {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final transient AskPace pace = new AskPace();

    @Inject transient Rooms rooms;
    @Inject transient Cards cards;
    @Inject transient Readiness readiness;
    @Inject transient Texts texts;
    @Inject transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!readiness.isReady()) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        Optional<String> cookie = VisitCookie.read(request);
        Language language = Optional.ofNullable(request.getParameter("l")).flatMap(Language::of).orElse(Language.ENGLISH);
        Optional<RoomNow> now = cookie.flatMap(rooms::now).filter(n -> !n.closed());
        Optional<Map<String, Object>> answer = now.isPresent() ? now.map(n -> inRoom(n, language))
                : cookie.flatMap(cards::elsewhere).map(e -> alone(e, language));
        if (answer.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        response.setContentType("application/json;charset=UTF-8");
        JSON.writeValue(response.getWriter(), answer.get());
    }

    private Map<String, Object> inRoom(RoomNow now, Language language) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("open", String.join(",", now.open()));
        answer.put("pause", now.paused() ? texts.get(language, "workshop.room.pause") : "");
        answer.put("elsewhere", now.elsewhere() ? texts.get(language, "workshop.room.elsewhere") : "");
        answer.put("again", pace.next(clock.instant()));
        return answer;
    }

    /** Here nobody can be told but those who use the card. */
    private Map<String, Object> alone(Elsewhere elsewhere, Language language) {
        String key = elsewhere == Elsewhere.SINCE ? "account.card.elsewhere.since" : "account.card.elsewhere.before";
        return Map.of("elsewhere", texts.get(language, key));
    }
}
