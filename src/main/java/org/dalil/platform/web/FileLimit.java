package org.dalil.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/**
 * What is sent is refused by its length, before a byte of it is read. The container has one limit for everything, as large as the one page
 * needs that takes stacks of scans; this makes it the limit of that page, and gives the others theirs (init-params in web.xml). What
 * doesn't say how long it is isn't taken: browsers always say. Mapped before whoever reads a form.
 *
 * <p>And what can't be read is refused: more fields than the container takes, a form with files that breaks off, or where no page takes
 * files. An error page reads the form as well, so none could be made of it later.
 */
public class FileLimit extends HttpFilter {

    /** Bytes that are let pass by unread: a browser that is cut off while it sends shows a page of its own, without the way out. */
    private static final long HEARD_OUT = 16_000_000;

    @Inject
    transient PlainPage page;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean silent = request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
        if (silent || request.getContentLengthLong() > most(request)) {
            if (silent || request.getContentLengthLong() > HEARD_OUT) {
                response.setHeader("Connection", "close");
            }
            page.write(request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "platform.error.tooLarge");
        } else if (hasFiles(request)) {
            passFiles(request, response, chain);
        } else if (isForm(request) && !isReadable(request)) {
            refuse(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Read by the page that takes them, after it knows who sends them. */
    private void passFiles(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        if (!path.startsWith("/staff/") && !path.startsWith("/verify/")) {
            refuse(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (response.isCommitted() || isReadable(request)) {
                throw e;
            }
            response.resetBuffer();
            refuse(request, response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        page.write(request, response, HttpServletResponse.SC_BAD_REQUEST, "platform.error.unreadable");
    }

    private long most(HttpServletRequest request) {
        boolean files = hasFiles(request);
        boolean stack = files && request.getRequestURI().equals(getFilterConfig().getInitParameter("stack-at"));
        return Long.parseLong(getFilterConfig().getInitParameter(stack ? "stack" : files ? "files" : "form"));
    }

    private static boolean hasFiles(HttpServletRequest request) {
        return isType(request, "multipart/");
    }

    /** The way out reads no form, and is closed to none. */
    private static boolean isForm(HttpServletRequest request) {
        return isType(request, "application/x-www-form-urlencoded") && !request.getRequestURI().startsWith("/exit");
    }

    private static boolean isType(HttpServletRequest request, String begin) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(begin);
    }

    /** Read once, and kept by the container for whoever asks next. */
    private static boolean isReadable(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return true;
        } catch (RuntimeException unreadable) {
            return false;
        }
    }
}
