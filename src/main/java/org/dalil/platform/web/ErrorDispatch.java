package org.dalil.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dalil.platform.control.Theme;

/** The container's own way to the error page, which doesn't pass the router: the same shell, the same policy, no session. */
public class ErrorDispatch extends HttpFilter {

    @Inject
    transient Theme theme;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        SafetyHeaders.allowStyle(response, theme, "error");
        LearnerResponse answer = new LearnerResponse(response);
        chain.doFilter(new LearnerRequest(request), answer);
        answer.finish();
    }
}
