package org.dalil.learning.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.dalil.platform.web.BeforePage;
import org.dalil.platform.web.KeptPage;
import org.dalil.platform.web.KeptPages;

/**
 * The way through a course before any of its modules was begun: the same for everybody who stands there, so it is kept. A whole room is led
 * to it as it has joined, and again as it has handed the first questions in. With modules begun everybody's is another, and made anew.
 */
@ApplicationScoped
public class BeforeCourse implements BeforePage {

    @Inject CoursePage course;

    private final KeptPages kept = new KeptPages();

    @Override
    public String page() {
        return "/learn/course.xhtml";
    }

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response, Rest rest) throws IOException, ServletException {
        course.open();
        Optional<String> key = course.keptAs();
        if (key.isEmpty()) {
            rest.into(response);
            return;
        }
        Optional<KeptPage> page = kept.get(key.get(), response, rest);
        if (page.isPresent()) {
            page.get().write(request, response, gap -> "");
        }
    }
}
