package org.dalil.platform.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dalil.platform.control.Readiness;
import org.dalil.platform.control.Theme;
import org.dalil.platform.entity.Language;
import org.dalil.platform.entity.Refused;

/**
 * Leads {@code /<language>/…} to the learner page behind it: checks the form's token, sets language, address and style
 * policy, and turns what goes wrong into a page with one sentence. Pages are reachable by their addresses only.
 */
public class Router extends HttpFilter {

    /** Where the sentence for {@code error.xhtml} waits. */
    public static final String REFUSED = "dalil.refused";

    /** Where the answer waits for {@link CurrentPage}. */
    static final String RESPONSE = "dalil.response";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** What an address of something else begins with. */
    private static final Set<String> NOT_LEARNERS = Set.of("staff", "s", "status", "verify", "jakarta.faces.resource", "exit", "calendar");

    private static final Logger LOG = Logger.getLogger(Router.class.getName());

    @Inject @Any transient Instance<Routes> features;
    @Inject transient CurrentLanguage language;
    @Inject transient Address address;
    @Inject transient PlainPage plain;
    @Inject transient FormToken formToken;
    @Inject transient Readiness readiness;
    @Inject transient Theme theme;
    @Inject transient LearnerForward forward;

    private transient List<Route> routes;

    @Override
    public void init() {
        // Literal parts first: /c/{course}/before is no module.
        routes = features.stream().flatMap(f -> f.routes().stream())
                .sorted(Comparator.comparingLong(r -> r.pattern().chars().filter(c -> c == '{').count())).toList();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        String first = first(path);
        if (NOT_LEARNERS.contains(first)) {
            passOn(request, response, chain, path);
            return;
        }
        if (path.indexOf(';') >= 0 || path.indexOf('%') >= 0 || path.endsWith(".xhtml")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (path.length() == first.length() + 1 && Language.of(first).isPresent() && READING.contains(request.getMethod())) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", path + "/");
            return;
        }
        Optional<Language> spoken = path.length() > first.length() + 1 ? Language.of(first) : Optional.empty();
        String rest = spoken.map(l -> path.substring(l.tag().length() + 1)).orElse(path);
        language.set(spoken.orElse(Language.ENGLISH), rest);
        Optional<Route> route = spoken.isPresent() || path.equals("/") ? find(spoken.isPresent() ? rest : "") : Optional.empty();
        if (!readiness.isStarted()) {
            plain.starting(request, response);
        } else if (route.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            lead(request, response, route.get());
        }
    }

    private void passOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String path)
            throws IOException, ServletException {
        if ((path.startsWith("/staff") || path.startsWith("/verify")) && !readiness.isStarted()) {
            plain.starting(request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    /** The first part of an address. */
    private static String first(String path) {
        int end = path.indexOf('/', 1);
        return path.substring(1, end < 0 ? path.length() : end);
    }

    /** The empty path is the choice of language; everything else is a pattern of a feature. */
    private Optional<Route> find(String path) {
        List<String> parts = Route.parts(path);
        for (Route route : routes) {
            Optional<Map<String, String>> values = route.match(parts);
            if (values.isPresent()) {
                address.set(route, values.get());
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }

    private void lead(HttpServletRequest request, HttpServletResponse response, Route route)
            throws IOException, ServletException {
        boolean form = request.getMethod().equals("POST");
        if (!form && !READING.contains(request.getMethod()) || form && route.method() == Route.Method.GET) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        try {
            if (form && !formToken.accepts(request, route.method())) {
                throw new Refused("platform.form.stale");
            }
            forward.to(request, response, route);
        } catch (ServletException | IOException | RuntimeException e) {
            answer(request, response, e);
        }
    }

    /** One sentence for what went wrong: a refusal's own, or that nothing could be saved now, or that it is our fault. */
    private void answer(HttpServletRequest request, HttpServletResponse response, Exception e)
            throws IOException, ServletException {
        Optional<Refused> refused = Causes.find(e, Refused.class);
        if (response.isCommitted()) {
            LOG.log(Level.WARNING, "An answer broke off: {0}", e.getClass().getName());
            return;
        }
        response.resetBuffer();
        if (refused.isPresent()) {
            response.setStatus(refused.get().key().equals("platform.error.notFound")
                    ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_CONFLICT);
            request.setAttribute(REFUSED, refused.get());
        } else if (Causes.isDatabase(e)) {
            LOG.log(Level.WARNING, "The database did not do what {0} needed: {1}",
                    new Object[] {address.route().page(), Causes.deepest(e).getClass().getName()});
            LOG.log(Level.FINE, "Its own words", e);
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader("Retry-After", "5");
            request.setAttribute(REFUSED, new Refused("platform.error.notNow"));
        } else {
            LOG.log(Level.SEVERE, "A page failed: " + address.route().page(), e);
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            request.setAttribute(REFUSED, new Refused("platform.error.ours"));
        }
        SafetyHeaders.allowStyle(response, theme, "error");
        LearnerResponse answer = new LearnerResponse(response);
        request.getRequestDispatcher("/learn/error.xhtml").forward(new LearnerRequest(request), answer);
        answer.finish();
    }
}
