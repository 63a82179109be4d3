package org.dalil.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.dalil.platform.control.Theme;
import org.dalil.platform.entity.Language;

/** Makes a learner page for a request: with its one style, without a session. */
@ApplicationScoped
public class LearnerForward {

    @Inject Theme theme;
    @Inject CurrentLanguage language;
    @Inject Address address;

    /** For a servlet that has read what no page can read, for example a file; then the page is made for it. @param path of the page */
    public void to(HttpServletRequest request, HttpServletResponse response, Language spoken, String path, Route route)
            throws IOException, ServletException {
        language.set(spoken, path);
        address.set(route, Map.of());
        to(request, response, route);
    }

    void to(HttpServletRequest request, HttpServletResponse response, Route route) throws IOException, ServletException {
        SafetyHeaders.allowStyle(response, theme, route.name());
        HttpServletResponse answer = new LearnerResponse(response);
        request.setAttribute(Router.RESPONSE, answer);
        request.getRequestDispatcher(route.page()).forward(new LearnerRequest(request), answer);
    }
}
