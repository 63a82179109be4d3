package org.dalil.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.dalil.platform.control.Texts;
import org.dalil.platform.entity.Language;

/**
 * What is sent is refused by its length, before a byte of it is read. The container has one limit for everything, as large as the one page
 * needs that takes stacks of scans; this makes it the limit of that page, and gives the others theirs (init-params in web.xml). What
 * doesn't say how long it is isn't taken: browsers always say. Mapped before whoever reads a form.
 */
public class FileLimit extends HttpFilter {

    @Inject
    transient Texts texts;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean silent = request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
        if (silent || request.getContentLengthLong() > most(request)) {
            refuse(response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private long most(HttpServletRequest request) {
        String type = request.getContentType();
        boolean files = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        boolean stack = files && request.getRequestURI().equals(getFilterConfig().getInitParameter("stack-at"));
        return Long.parseLong(getFilterConfig().getInitParameter(stack ? "stack" : files ? "files" : "form"));
    }

    /** Without an error page: making one reads the form. Nobody's language is known here, so it is said in each. */
    private void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        response.setHeader("Connection", "close");
        response.setContentType("text/plain;charset=UTF-8");
        for (Language language : Language.ALL) {
            response.getWriter().println(texts.get(language, "platform.error.tooLarge"));
        }
        response.getWriter().flush();
    }
}
