package org.dalil.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dalil.platform.entity.Language;

/**
 * The page that somebody asked for who has to sign in first: a page of staff about one thing, and nothing else, so that the address of
 * the sign-in leads nowhere but to us. A server that was killed forgets who was signed in; their room stands where it stood.
 */
final class WayBack {

    /** Its field in the address and in the form of the sign-in. */
    static final String FIELD = "to";

    /** In an address: what was pressed last was not done. */
    static final String LOST = "lost";

    /** A form's field: the language of its page. */
    private static final String SPOKEN = "spoken";

    private static final Pattern ADDRESS = Pattern.compile("/staff(/[a-z][a-z-]*){1,3}\\.xhtml\\?w=[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private WayBack() { }

    /**
     * The address of the sign-in that leads back to what was asked for just now, or to the page whose form was sent, in its language. Of a
     * form, whose sender may be a stranger, no more is read than this: it leads no further than a stranger's link would. Files are not read.
     */
    static String throughSignIn(HttpServletRequest request) {
        List<String> fields = new ArrayList<>();
        boolean form = request.getMethod().equals("POST");
        boolean read = !form || String.valueOf(request.getContentType()).startsWith("application/x-www-form-urlencoded");
        Optional<String> back = read ? of(request.getServletPath() + "?w=" + request.getParameter("w")) : Optional.empty();
        Optional<String> spoken = form && read ? Optional.ofNullable(request.getParameter(SPOKEN)) : Optional.empty();
        back.ifPresent(to -> fields.add(FIELD + "=" + to));
        if (isPress(request, read && spoken.isEmpty())) {
            fields.add(LOST + "=1");
        }
        spoken.flatMap(Language::of).ifPresent(language -> fields.add("lang=" + language.tag()));
        return StaffFilter.SIGN_IN + (fields.isEmpty() ? "" : "?" + String.join("&", fields));
    }

    /** Whether somebody pressed something, which is lost; a page that looks by itself loses nothing, nor does a step of the sign-in. */
    private static boolean isPress(HttpServletRequest request, boolean nobodys) {
        return request.getMethod().equals("POST") && !nobodys && request.getHeader("Faces-Request") == null
                && request.getServletPath().matches("/staff/[a-z-]+/.*");
    }

    /** Where the sign-in leads at its end: back, and if so with word that something was lost. */
    static Optional<String> of(String named, boolean lost) {
        Optional<String> back = of(named);
        return lost ? Optional.of(back.map(to -> to + "&").orElse(StaffFilter.HOME + "?") + LOST + "=1") : back;
    }

    /** What an address or a form names, if it is a page to come back to. */
    static Optional<String> of(String named) {
        return Optional.ofNullable(named).filter(n -> ADDRESS.matcher(n).matches());
    }
}
