package org.dalil.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.dalil.platform.entity.Refused;

/** The learner page being made: its name, its form, where it leads next. */
@Named("page")
@RequestScoped
public class CurrentPage {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject Address address;
    @Inject HttpServletRequest request;
    @Inject CurrentLanguage language;
    @Inject SiteFacts site;

    /** Names the style of the page; the error page has one of its own. */
    public String getName() {
        boolean error = address.route() == null || request.getAttribute(Router.REFUSED) != null
                || request.getAttribute("jakarta.servlet.error.status_code") != null;
        return error ? "error" : address.route().name();
    }

    public boolean isForm() {
        return request.getMethod().equals("POST");
    }

    /** A field of the form, if it was sent and is not blank. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(request.getParameter(name)).map(String::strip).filter(s -> !s.isEmpty());
    }

    /** Whether the form was sent by the page's script, which wants a short answer. */
    public boolean isAuto() {
        return "1".equals(request.getParameter("auto"));
    }

    /**
     * Leads the browser on after a form, so that Back and reload don't send it again. The page's script is told where to, and goes there: a
     * script that was led there would load the page a first time for nothing.
     */
    public void leadTo(String path) throws IOException {
        String to = url(path);
        if (isForm() && !isAuto() && "application/json".equals(request.getHeader("Accept"))) {
            answerJson(Map.of("to", to));
            return;
        }
        HttpServletResponse response = response();
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", to);
        complete();
    }

    /** The address of a path of ours in this language. */
    public String url(String path) {
        return path.startsWith("/exit") ? path : "/" + language.getTag() + path;
    }

    /** Has the browser send the same form to another page of ours: what was typed comes into no address. */
    public void sendOnTo(String path) {
        HttpServletResponse response = response();
        response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
        response.setHeader("Location", "/" + language.getTag() + path);
        complete();
    }

    /** Answers the page's script instead of making a page. */
    public void answerJson(Object answer) throws IOException {
        response().setContentType("application/json;charset=UTF-8");
        JSON.writeValue(response().getOutputStream(), answer);
        complete();
    }

    /** Nothing is left to render. Before Faces has begun, not going on to it says the same. */
    private static void complete() {
        FacesContext faces = FacesContext.getCurrentInstance();
        if (faces != null) {
            faces.responseComplete();
        }
    }

    /** There is no such page. */
    public Refused notFound() {
        response().setStatus(HttpServletResponse.SC_NOT_FOUND);
        return new Refused("platform.error.notFound");
    }

    public HttpServletRequest request() {
        return request;
    }

    /** The answer's own object, as the router made it; a bean of the request can't have it injected. */
    public HttpServletResponse response() {
        return (HttpServletResponse) request.getAttribute(Router.RESPONSE);
    }

    /** A moment as hours and minutes where the learners live, in the language's digits. */
    public String time(Instant moment) {
        String time = DateTimeFormatter.ofPattern("HH:mm").format(moment.atZone(site.getZone()));
        StringBuilder digits = new StringBuilder();
        for (char c : time.toCharArray()) {
            digits.append(c == ':' ? ":" : language.number(c - '0'));
        }
        return digits.toString();
    }
}
