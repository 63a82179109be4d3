package org.dalil.learning.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
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
import org.dalil.platform.web.BeforePage;
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
@ApplicationScoped
public class BeforeLesson implements BeforePage {

    private static final Logger LOG = Logger.getLogger(BeforeLesson.class.getName());

    @Inject Address address;
    @Inject CurrentLanguage language;
    @Inject Courses courses;
    @Inject Journeys journeys;
    @Inject FormToken formToken;

    private final KeptPages kept = new KeptPages();

    @Override
    public String page() {
        return "/learn/lesson.xhtml";
    }

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response, Rest rest) throws IOException, ServletException {
        Optional<CourseVersion> version = address.get("course").flatMap(slug -> courses.find(slug, language.getTag()));
        Optional<Integer> module = address.number("module");
        if (!request.getMethod().equals("GET") || version.isEmpty() || module.isEmpty()) {
            rest.into(response);
            return;
        }
        Optional<String> cookie = VisitCookie.read(request);
        Optional<Long> seen = cookie.flatMap(c -> seen(c, version.get(), module.get()));
        if (seen.isPresent()) {
            request.setAttribute(LessonPage.WITH_CARD, true);
        }
        String key = String.join("/", version.get().id().toString(), language.getTag(), module.get().toString(),
                address.get("card").orElse(""), String.valueOf(seen.isPresent()));
        Optional<KeptPage> page = kept.get(key, response, rest);
        if (page.isPresent()) {
            page.get().write(request, response, gap -> gap.equals(LessonPage.TOKEN)
                    ? formToken.getValue() : dot(gap, seen.orElse(0L)));
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
