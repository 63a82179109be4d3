package org.dalil.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The page that somebody asked for who has to sign in first: a page of staff about one thing, and nothing else, so that the address of
 * the sign-in leads nowhere but to us. A server that was killed forgets who was signed in; their room stands where it stood.
 */
final class WayBack {

    /** Its field in the address and in the form of the sign-in. */
    static final String FIELD = "to";

    private static final Pattern ADDRESS = Pattern.compile("/staff(/[a-z][a-z-]*){1,3}\\.xhtml\\?w=[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private WayBack() { }

    /** To what was asked for just now; nothing if it is about no one thing, or was a form. */
    static Optional<String> from(HttpServletRequest request) {
        // A form is not read: whoever sent it may be a stranger.
        return request.getMethod().equals("POST") ? Optional.empty() : of(request.getServletPath() + "?w=" + request.getParameter("w"));
    }

    /** What an address or a form names, if it is a page to come back to. */
    static Optional<String> of(String named) {
        return Optional.ofNullable(named).filter(n -> ADDRESS.matcher(n).matches());
    }
}
