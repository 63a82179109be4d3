package org.dalil.account.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.shiro.subject.Subject;
import org.apache.shiro.subject.support.SubjectThreadState;
import org.dalil.account.SignIn;
import org.dalil.account.entity.Standing;
import org.dalil.platform.control.Theme;
import org.dalil.platform.entity.Language;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.Causes;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.Router;

/**
 * Stands before {@code /staff/}: reads afresh who is asking, tells Shiro, and leads to the step that is due. What is not
 * spelled exactly like an address of ours is no address of ours, so there is no second spelling that some later part could
 * read differently. Whether somebody may see what a page shows is not decided here but at the doors.
 */
@WebFilter("/*")
public class StaffFilter extends HttpFilter {

    static final String HOME = "/staff/course/list.xhtml";
    static final String SIGN_IN = "/staff/sign-in.xhtml";
    private static final String SECOND_FACTOR = "/staff/second-factor.xhtml";
    private static final String ENROL = "/staff/enrol-factor.xhtml";
    private static final String PASSWORD = "/staff/password.xhtml";
    private static final Pattern ADDRESS = Pattern.compile("/staff/?|/staff(/[a-z][a-z-]*){1,3}\\.xhtml|/staff/workshop/now");
    private static final String CSP = "Content-Security-Policy";

    @Inject transient SignIn signIn;
    @Inject transient StaffSession session;
    @Inject transient CurrentLanguage language;
    @Inject transient Theme theme;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String asked = request.getRequestURI();
        String understood = request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse("");
        if (!isStaff(asked) && !isStaff(understood)) {
            chain.doFilter(request, response);
            return;
        }
        guardErrorPages(response);
        if (!asked.equals(understood) || !ADDRESS.matcher(asked).matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!request.getMethod().matches("GET|HEAD|POST")) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            speak(request);
            admit(request, new OnePolicy(response), chain, asked);
        }
    }

    private static boolean isStaff(String path) {
        return path.regionMatches(true, 0, "/staff", 0, "/staff".length());
    }

    private void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String path)
            throws IOException, ServletException {
        Optional<Subject> subject;
        try {
            subject = signIn.resume(session.who());
        } catch (RuntimeException e) {
            notNow(request, response, e);
            return;
        }
        Optional<String> elsewhere = elsewhere(subject.map(s -> (Standing) s.getPrincipal()), path);
        if (elsewhere.isPresent()) {
            lead(request, response, withWayBack(request, elsewhere.get()));
        } else if (subject.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            SubjectThreadState thread = new SubjectThreadState(subject.get());
            thread.bind();
            try {
                chain.doFilter(request, response);
            } finally {
                thread.clear();
            }
        }
    }

    /** Where to go first, or nothing if the address asked for is the right one. */
    private static Optional<String> elsewhere(Optional<Standing> standing, String path) {
        String due = standing.map(StaffFilter::due).orElse(SIGN_IN);
        if (!due.equals(HOME)) {
            return Optional.of(due).filter(d -> !d.equals(path));
        }
        boolean passed = path.matches("/staff/?") || path.equals(SIGN_IN) || path.equals(SECOND_FACTOR) || path.equals(ENROL);
        return passed ? Optional.of(HOME) : Optional.empty();
    }

    /** To the sign-in with what was asked for; from its last step on to that, if there was something. */
    private String withWayBack(HttpServletRequest request, String path) {
        return switch (path) {
            case SIGN_IN -> WayBack.throughSignIn(request);
            case HOME -> session.takeWayBack().orElse(path);
            default -> path;
        };
    }

    private static String due(Standing standing) {
        if (!standing.complete()) {
            return standing.enrolled() ? SECOND_FACTOR : ENROL;
        }
        return standing.startPassword() ? PASSWORD : HOME;
    }

    private static void lead(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter().write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"" + path.replace("&", "&amp;")
                    + "\"/></partial-response>");
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
    }

    private static void notNow(HttpServletRequest request, HttpServletResponse response, RuntimeException e) throws IOException {
        if (!Causes.isDatabase(e)) {
            throw e;
        }
        request.setAttribute(Router.REFUSED, new Refused("platform.error.notNow"));
        response.setHeader("Retry-After", "5");
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    /** The language that was chosen here, kept for the session. A form is not read for it: whoever sent it may be a stranger. */
    private void speak(HttpServletRequest request) {
        Optional<String> asked = request.getMethod().equals("POST") ? Optional.empty() : Optional.ofNullable(request.getParameter("lang"));
        Optional<Language> chosen = asked.flatMap(Language::of);
        chosen.ifPresent(session::speak);
        language.set(chosen.or(session::language).orElse(Language.ENGLISH));
    }

    /** PrimeFaces writes the policy of its pages, with a nonce; what never becomes such a page has this one. */
    private void guardErrorPages(HttpServletResponse response) {
        response.setHeader(CSP, "default-src 'none'; script-src 'self'; style-src 'self' '" + theme.digest("error")
                + "'; img-src 'self' data:; form-action 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'");
    }

    /** PrimeFaces adds its policy to the one that is there; browsers would enforce both. */
    private static final class OnePolicy extends HttpServletResponseWrapper {

        OnePolicy(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            if (name.equalsIgnoreCase(CSP)) {
                setHeader(name, value);
            } else {
                super.addHeader(name, value);
            }
        }
    }
}
