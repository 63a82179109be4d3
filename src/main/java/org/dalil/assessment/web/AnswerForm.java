package org.dalil.assessment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalil.account.Cards;
import org.dalil.assessment.Assessments;
import org.dalil.assessment.entity.Response;
import org.dalil.assessment.entity.SaveRight;
import org.dalil.course.Courses;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.VisitCookie;

/** The form of a question, sent by a button or by the page's script. */
@RequestScoped
public class AnswerForm {

    @Inject TestAddress test;
    @Inject Assessments assessments;
    @Inject Cards cards;
    @Inject Courses courses;
    @Inject CurrentPage page;
    @Inject PageTexts texts;

    /**
     * Saves the answer, then leads on or tells the script when it was saved, or what makes it an answer.
     *
     * @param number of the question in its test
     * @return what is wrong with an answer that the learner can mend; nothing if the request is answered
     * @throws Refused if it can't be saved at all
     */
    Optional<Refused> take(int number) throws IOException {
        String right = page.field("right").orElseThrow(() -> new Refused("platform.form.stale"));
        Quiz.Item item = item(assessments.read(right), number);
        try {
            Optional<Response> response = page.field("skip").isPresent() ? Optional.of(Response.SKIPPED)
                    : Response.of(item, page.request().getParameterMap());
            if (response.isEmpty()) {
                throw new Refused("assessment.answer.none");
            }
            answer(number, assessments.save(right, item.id(), response.get()));
            return Optional.empty();
        } catch (Refused e) {
            boolean mendable = e.key().startsWith("assessment.answer");
            if (!mendable || page.isAuto() && e.key().equals("assessment.answer.impossible")) {
                throw e;
            }
            if (page.isAuto()) {
                // Still being chosen: nothing is saved, and nothing went wrong.
                page.answerJson(Map.of("hint", texts.of(e)));
                return Optional.empty();
            }
            return Optional.of(e);
        }
    }

    private Quiz.Item item(SaveRight save, int number) {
        List<Quiz.Item> asked = courses.version(save.versionId()).orElseThrow(page::notFound).course().quiz().of(save.form());
        if (number > asked.size()) {
            throw page.notFound();
        }
        return asked.get(number - 1);
    }

    private void answer(int number, Optional<Instant> saved) throws IOException {
        String next = test.path() + "/" + (number + 1);
        if (page.isAuto()) {
            page.answerJson(saved.map(at -> Map.of("saved", texts.of("assessment.saved", page.time(at)), "to", page.url(next)))
                    .orElseGet(() -> Map.of("saved", texts.get("assessment.closed"))));
            return;
        }
        VisitCookie.read(page.request()).ifPresent(cards::used);
        page.leadTo(next);
    }
}
