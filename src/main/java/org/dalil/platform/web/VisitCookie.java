package org.dalil.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The one cookie a learner ever gets, from the card's form on: 144 random bits that name a visit. Gone when the browser
 * closes; under TLS with the {@code __Host-} prefix.
 */
public final class VisitCookie {

    private static final int LENGTH = 24;

    private static final SecureRandom RANDOM = new SecureRandom();

    private VisitCookie() { }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-v" : "v";
    }

    /** The value, if the browser sent one of the right form. */
    public static Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name(request)) && isValue(cookie.getValue())) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    /** Base64 for addresses, as long as 144 bits are in it. */
    private static boolean isValue(String value) {
        return value.length() == LENGTH && value.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
                || c >= '0' && c <= '9' || c == '-' || c == '_');
    }

    /** Gives the browser a new value. */
    public static String renew(HttpServletRequest request, HttpServletResponse response) {
        byte[] random = new byte[18];
        RANDOM.nextBytes(random);
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        write(request, response, value, -1);
        return value;
    }

    /** Takes it back. */
    public static void expire(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", 0);
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, String value, int age) {
        Cookie cookie = new Cookie(name(request), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge(age);
        cookie.setAttribute("SameSite", "Strict");
        response.addCookie(cookie);
    }
}
