package org.dalil.assessment.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.dalil.platform.web.Route;
import org.dalil.platform.web.Routes;

/** Addresses of the questions before and after a course. */
@ApplicationScoped
public class AssessmentRoutes implements Routes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.form("/c/{course}/before", "/learn/questions.xhtml"),
                Route.form("/c/{course}/after", "/learn/questions.xhtml"),
                Route.form("/c/{course}/before/{question}", "/learn/quiz.xhtml"),
                Route.form("/c/{course}/after/{question}", "/learn/quiz.xhtml"),
                Route.form("/c/{course}/before/end/questions", "/learn/submit.xhtml"),
                Route.form("/c/{course}/after/end/questions", "/learn/submit.xhtml"),
                Route.get("/c/{course}/result", "/learn/result.xhtml"));
    }
}
