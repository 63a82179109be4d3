package org.dalil.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dalil.platform.control.Theme;

/**
 * What every answer carries, errors and static files included: nothing is kept, framed, sniffed or told to others, and
 * nothing runs that we didn't write. Mapped first in web.xml.
 */
public class SafetyHeaders extends HttpFilter {

    private static final String BEFORE_STYLE = "default-src 'none'; script-src 'self'; style-src 'self'";
    private static final String AFTER_STYLE = "; img-src 'self' data:; connect-src 'self'; form-action 'self'; "
            + "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
    private static final String WITHOUT_STYLE = BEFORE_STYLE + AFTER_STYLE;

    @Inject
    transient Theme theme;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        // Set by the container for the time while it stops.
        response.setHeader("Retry-After", null);
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (!isStaffPage(request)) {
            response.setHeader("Content-Security-Policy", WITHOUT_STYLE);
        }
        chain.doFilter(request, response);
    }

    /** PrimeFaces writes the policy of its pages itself, with a nonce for each answer. */
    private static boolean isStaffPage(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/staff/") && request.getRequestURI().endsWith(".xhtml");
    }

    /** The policy of a learner page: its one style, by fingerprint. */
    static void allowStyle(HttpServletResponse response, Theme theme, String page) {
        response.setHeader("Content-Security-Policy", BEFORE_STYLE + " '" + theme.digest(page) + "'" + AFTER_STYLE);
    }
}
