package org.dalil.learning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import org.dalil.account.Cards;
import org.dalil.course.Courses;
import org.dalil.course.entity.CourseVersion;
import org.dalil.learning.Journeys;
import org.dalil.learning.entity.Journey;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.VisitCookie;

/** {@code learn/go.xhtml}: leads whoever has just entered a card to where it goes on; it is never shown itself. */
@Named("goPage")
@RequestScoped
public class GoPage {

    @Inject Cards cards;
    @Inject Courses courses;
    @Inject Journeys journeys;
    @Inject CurrentLanguage language;
    @Inject CurrentPage page;

    /** To the questions that are open, otherwise to the course, which shows its next step; to the start without either. */
    public void open() throws IOException {
        Optional<String> cookie = VisitCookie.read(page.request());
        Optional<CourseVersion> last = cookie.flatMap(cards::visit).flatMap(v -> journeys.lastCourse(v.cardId()))
                .flatMap(id -> courses.all().stream().filter(v -> v.course().id().equals(id)).findFirst())
                .filter(v -> v.course().languages().contains(language.getTag()));
        if (last.isEmpty()) {
            page.leadTo("/");
            return;
        }
        String course = "/c/" + last.get().course().slug();
        String open = journeys.of(cookie.orElseThrow(), last.get().course().id()).map(Journey::open).orElse(null);
        page.leadTo(open == null ? course : course + (open.equals("PRE") ? "/before" : "/after"));
    }
}
