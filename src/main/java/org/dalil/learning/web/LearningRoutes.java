package org.dalil.learning.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.dalil.platform.web.Route;
import org.dalil.platform.web.Routes;

/** Addresses of the learner's way. None names a topic. */
@ApplicationScoped
public class LearningRoutes implements Routes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("", "/learn/welcome.xhtml"),
                Route.get("/", "/learn/start.xhtml"),
                Route.get("/go", "/learn/go.xhtml"),
                Route.get("/exit", "/learn/exit.xhtml"),
                Route.get("/words", "/learn/words.xhtml"),
                Route.get("/sources", "/learn/sources.xhtml"),
                Route.get("/sheets", "/learn/sheets.xhtml"),
                Route.get("/sheets/{sheet}", "/learn/sheet.xhtml"),
                Route.get("/for/{audience}", "/learn/courses.xhtml"),
                Route.get("/for/{audience}/sheets", "/learn/sheets.xhtml"),
                Route.get("/c/{course}", "/learn/course.xhtml"),
                Route.get("/c/{course}/card", "/learn/begin.xhtml"),
                Route.get("/c/{course}/{module}", "/learn/module.xhtml"),
                Route.form("/c/{course}/{module}/{card}", "/learn/lesson.xhtml"));
    }
}
