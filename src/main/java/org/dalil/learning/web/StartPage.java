package org.dalil.learning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dalil.account.Cards;
import org.dalil.course.Courses;
import org.dalil.course.entity.Audience;
import org.dalil.course.entity.CourseVersion;
import org.dalil.learning.Journeys;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.VisitCookie;

/** {@code learn/start.xhtml}: for whom; and for a browser with a card, where it goes on. */
@Named("startPage")
@RequestScoped
public class StartPage {

    @Inject Courses courses;
    @Inject Cards cards;
    @Inject Journeys journeys;
    @Inject CurrentLanguage language;
    @Inject CurrentPage page;

    private Optional<CourseVersion> last = Optional.empty();
    private boolean visiting;

    /** Finds the visit. A visitor without a cookie costs the database nothing. */
    public void open() {
        VisitCookie.read(page.request()).flatMap(cards::visit).ifPresent(visit -> {
            visiting = true;
            last = journeys.lastCourse(visit.cardId())
                    .flatMap(id -> courses.all().stream().filter(v -> v.course().id().equals(id)).findFirst())
                    .filter(v -> v.course().languages().contains(language.getTag()));
        });
    }

    /** Whom there is something for, in this language. */
    public List<Audience> getAudiences() {
        return Arrays.stream(Audience.values()).filter(a -> !courses.of(a, language.getTag()).isEmpty()).toList();
    }

    public boolean isVisiting() {
        return visiting;
    }

    /** Where to go on; empty if there is nothing to go on with. */
    public String getLastUrl() {
        return last.map(v -> "/" + language.getTag() + "/c/" + v.course().slug()).orElse("");
    }

    public String getLastTitle() {
        return last.map(v -> v.course().words().get(language.getTag()).title()).orElse("");
    }
}
