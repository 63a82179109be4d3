package org.dalil.platform.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.dalil.platform.control.Theme;
import org.dalil.platform.entity.Language;

/**
 * Makes a learner page for a request: with its one style, without a session. What a feature does before the page comes first:
 * most requests end there, and the container's way to a page costs as much as they do.
 */
@ApplicationScoped
public class LearnerForward {

    @Inject Theme theme;
    @Inject CurrentLanguage language;
    @Inject Address address;
    @Inject @Any Instance<BeforePage> features;

    private Map<String, BeforePage> before;

    @PostConstruct
    void find() {
        before = features.stream().collect(Collectors.toMap(BeforePage::page, b -> b));
    }

    /** For a servlet that has read what no page can read, for example a file; then the page is made for it. @param path of the page */
    public void to(HttpServletRequest request, HttpServletResponse response, Language spoken, String path, Route route)
            throws IOException, ServletException {
        language.set(spoken, path);
        address.set(route, Map.of());
        to(request, response, route);
    }

    void to(HttpServletRequest request, HttpServletResponse response, Route route) throws IOException, ServletException {
        SafetyHeaders.allowStyle(response, theme, route.name());
        LearnerResponse answer = new LearnerResponse(response);
        request.setAttribute(Router.RESPONSE, answer);
        BeforePage.Rest rest = into -> request.getRequestDispatcher(route.page()).forward(new LearnerRequest(request), into);
        BeforePage first = before.get(route.page());
        if (first == null) {
            rest.into(answer);
        } else {
            first.answer(request, answer, rest);
        }
        answer.finish();
    }
}
