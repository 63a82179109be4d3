package org.dalil.assessment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.dalil.account.Cards;
import org.dalil.account.entity.Visit;
import org.dalil.assessment.Assessments;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Sitting;
import org.dalil.course.Courses;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseVersion;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.web.Address;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.VisitCookie;

/** What an address of a test names: the course, before or after, and where this browser's card stands with it. */
@RequestScoped
public class TestAddress {

    @Inject Address address;
    @Inject CurrentLanguage language;
    @Inject CurrentPage page;
    @Inject Courses courses;
    @Inject Assessments assessments;
    @Inject Cards cards;
    @Inject Clock clock;
    @Inject HttpServletRequest request;

    private Optional<Sitting> sitting;

    /** The version of the course that is served now. */
    CourseVersion current() {
        return address.get("course").flatMap(slug -> courses.find(slug, language.getTag())).orElseThrow(page::notFound);
    }

    /** The version that the attempt is pinned to, in which its questions are asked. */
    Course course(Sitting.Attempt attempt) {
        return courses.version(attempt.versionId()).orElseThrow(page::notFound).course();
    }

    Occasion occasion() {
        return address.route().pattern().contains("/before") ? Occasion.PRE : Occasion.POST;
    }

    /** Where the card stands; nothing without a visit. */
    Optional<Sitting> sitting() {
        if (sitting == null) {
            sitting = VisitCookie.read(request).flatMap(cookie -> assessments.sitting(cookie, current().course().id()));
        }
        return sitting;
    }

    /** The attempt that is open. Without a card, or without an attempt, the browser is led to where it gets one, and there is nothing. */
    Optional<Sitting.Attempt> openOrLead() throws IOException {
        Optional<Sitting.Attempt> open = sitting().flatMap(s -> s.open(occasion()));
        if (open.isEmpty()) {
            page.leadTo(sitting().isEmpty() ? cardPath() : path());
        }
        return open;
    }

    /** Whoever reads question after question uses the card, also where the page's script has saved and follows a link. */
    void goOn() {
        sitting().filter(s -> s.usedAt().isBefore(clock.instant().minus(Visit.WRITTEN_EVERY)))
                .flatMap(s -> VisitCookie.read(request)).ifPresent(cards::used);
    }

    /** Where somebody gets a card; or enters it again: a browser that has had one may have been idle for too long. */
    String cardPath() {
        return VisitCookie.read(request).isPresent() ? "/card" : coursePath() + "/card";
    }

    /** The same, with the answers of attempts that were submitted. */
    Optional<Sitting> sittingWithPast() {
        return VisitCookie.read(request).flatMap(cookie -> assessments.sittingWithPast(cookie, current().course().id()));
    }

    /** The items of an attempt in the order in which they are asked. */
    List<Quiz.Item> items(Sitting.Attempt attempt) {
        return course(attempt).quiz().of(attempt.form());
    }

    /** The words of the course in this language; in the source language if this version has none yet in this one. */
    static Quiz.Words words(Course course, String language) {
        Quiz.Words words = course.quiz().words().get(language);
        return words == null ? course.quiz().words().get(course.sourceLanguage()) : words;
    }

    /** {@code /c/spot-it} */
    String coursePath() {
        return "/c/" + address.get("course").orElseThrow();
    }

    /** {@code /c/spot-it/before} */
    String path() {
        return coursePath() + "/" + occasion().slug();
    }
}
