package org.dalil.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.dalil.platform.control.Keys;

/**
 * Proves that a learner's form came from a page of ours. Learner pages have no Faces state, hence none of its guard; and
 * with {@code no-referrer} the browser sends {@code Origin: null}, so no check of the origin can stand in: what a browser says of a
 * form only ever refuses it (decision 0050).
 *
 * <p>The token is an HMAC of the visit's cookie: nothing to store, nothing to expire, worthless in another visit.
 */
@Named("formToken")
@ApplicationScoped
public class FormToken {

    @Inject
    Keys keys;

    @Inject
    HttpServletRequest request;

    /** The token of this visit's forms; empty for a visitor without a cookie, whose forms change nothing. */
    public String getValue() {
        return VisitCookie.read(request).map(this::of).orElse("");
    }

    /** The token that belongs to this cookie. */
    public String of(String cookie) {
        byte[] mac = keys.mac("form", Keys.CURRENT, cookie);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(mac, 15));
    }

    /**
     * Whether the form carries the token of its cookie, or there is no cookie whose power it could use. A form that begins a visit must
     * have both: with another site's form a browser sends no cookie, and the visit that it begins is the other's to watch.
     */
    boolean accepts(HttpServletRequest form, Route.Method method) {
        if (isFromElsewhere(form)) {
            return false;
        }
        return method == Route.Method.OPEN_POST
                || VisitCookie.read(form).map(cookie -> isOf(cookie, form.getParameter("token"))).orElse(method != Route.Method.ENTRY);
    }

    private boolean isOf(String cookie, String given) {
        return given != null && MessageDigest.isEqual(of(cookie).getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Whether the browser says that another site's page sent this or led here. Browsers say so over TLS and on the machine itself, newer
     * ones only; an older one names the origin, unless that page bids it not to.
     */
    public static boolean isFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin != null && !origin.equals("null") && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(request.getHeader("Host"));
    }
}
