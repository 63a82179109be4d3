package org.dalil.learning.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dalil.course.Courses;
import org.dalil.course.entity.CourseVersion;
import org.dalil.learning.Journeys;
import org.dalil.platform.web.Address;
import org.dalil.platform.web.Causes;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.FormToken;
import org.dalil.platform.web.KeptPage;
import org.dalil.platform.web.KeptPages;
import org.dalil.platform.web.VisitCookie;

/**
 * Serves lesson cards from memory. A card is rendered once per version, language and kind of reader; then only what differs
 * per learner is put in. A visitor costs the database nothing; a learner with a card one round trip; and while the database
 * is away, the card is read as a visitor reads it.
 */
public class LessonFilter extends HttpFilter {

    private static final Logger LOG = Logger.getLogger(LessonFilter.class.getName());

    @Inject transient Address address;
    @Inject transient CurrentLanguage language;
    @Inject transient Courses courses;
    @Inject transient Journeys journeys;
    @Inject transient FormToken formToken;

    private final transient KeptPages kept = new KeptPages();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<CourseVersion> version = address.get("course").flatMap(slug -> courses.find(slug, language.getTag()));
        Optional<Integer> module = address.number("module");
        if (!request.getMethod().equals("GET") || version.isEmpty() || module.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<String> cookie = VisitCookie.read(request);
        Optional<Long> seen = cookie.flatMap(c -> seen(c, version.get(), module.get()));
        if (seen.isPresent()) {
            request.setAttribute(LessonPage.WITH_CARD, true);
        }
        // Not the request's own address: after the router's forward that is the same for every lesson.
        String key = String.join("/", version.get().id().toString(), language.getTag(), module.get().toString(),
                address.get("card").orElse(""), String.valueOf(seen.isPresent()));
        Optional<KeptPage> page = kept.get(key, response, answer -> chain.doFilter(request, answer));
        if (page.isPresent()) {
            page.get().write(request, response, gap -> gap.equals(LessonPage.TOKEN)
                    ? cookie.map(formToken::of).orElse("") : dot(gap, seen.orElse(0L)));
        }
    }

    private Optional<Long> seen(String cookie, CourseVersion version, int module) {
        try {
            return journeys.seen(cookie, version.course().id(), module);
        } catch (RuntimeException e) {
            if (!Causes.isDatabase(e)) {
                throw e;
            }
            LOG.log(Level.FINE, "The database is away; the card is served without progress");
            return Optional.empty();
        }
    }

    /** Whether the card of this gap, {@code dot-3}, was seen. */
    private static String dot(String gap, long seen) {
        return (seen >> Integer.parseInt(gap.substring(gap.indexOf('-') + 1)) - 1 & 1) == 1 ? "f" : "";
    }
}
