package org.dalil.exam.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.dalil.platform.web.Route;
import org.dalil.platform.web.Routes;

/** Addresses of candidates and of invigilators. No code and no number stands in any of them. */
@ApplicationScoped
public class ExamRoutes implements Routes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.entry("/exam", "/learn/exam-enter.xhtml"),
                Route.entry("/exam/invitation", "/learn/exam-invitation.xhtml"),
                Route.form("/exam/desk", "/learn/exam-desk.xhtml"),
                Route.form("/exam/path", "/learn/exam-path.xhtml"),
                Route.form("/exam/code", "/learn/exam-code.xhtml"),
                Route.form("/exam/factor", "/learn/exam-factor.xhtml"),
                Route.entry("/exam/room", "/learn/exam-room.xhtml"),
                Route.form("/exam/session/{session}", "/learn/exam-begin.xhtml"),
                Route.form("/exam/sitting/{sitting}", "/learn/exam-end.xhtml"),
                Route.form("/exam/sitting/{sitting}/{question}", "/learn/exam-question.xhtml"));
    }
}
