package org.dalil.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dalil.platform.control.Readiness;
import org.dalil.platform.control.Startup;

/** {@code GET /status/ready}: 200 only when a learner could really work, 503 with the reason otherwise. */
@WebServlet("/status/ready")
public class StatusServlet extends HttpServlet {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    transient Readiness readiness;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ready", readiness.isReady());
        answer.put("database", readiness.isDatabaseUp() ? "up" : "down");
        answer.putAll(readiness.facts());
        String version = getClass().getPackage().getImplementationVersion();
        answer.put("version", version == null ? "development" : version);
        if (!readiness.isReady()) {
            answer.put("reason", readiness.reason());
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader("Retry-After", "5");
        }
        response.setHeader("X-Instance", Startup.INSTANCE);
        response.setContentType("application/json;charset=UTF-8");
        JSON.writeValue(response.getWriter(), answer);
    }
}
