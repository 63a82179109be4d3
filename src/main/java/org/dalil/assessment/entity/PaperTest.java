package org.dalil.assessment.entity;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Form;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.entity.Refused;

/**
 * What somebody marked on paper, every question of the form with an answer or {@link Response#SKIPPED}.
 *
 * @param versionId the course version that was printed
 * @param responses by item
 */
public record PaperTest(UUID cardId, UUID versionId, Occasion occasion, Form form, String language, Map<String, Response> responses) {

    public PaperTest {
        responses = Map.copyOf(responses);
    }

    /**
     * The same with answers written as a phone would write them.
     *
     * @param course the version that was printed
     * @throws Refused if these are not answers to the questions of this form
     */
    public PaperTest checked(Course course) {
        List<Quiz.Item> items = course.quiz().of(form);
        Map<String, Response> checked = new TreeMap<>();
        for (Quiz.Item item : items) {
            Response given = responses.get(item.id());
            if (given == null) {
                throw new Refused("assessment.paper.questions");
            }
            checked.put(item.id(), given.checked(item));
        }
        if (responses.size() != items.size()) {
            throw new Refused("assessment.paper.questions");
        }
        return new PaperTest(cardId, versionId, occasion, form, language, checked);
    }

    /** Never what was marked: this may stand in a log. */
    @Override
    public String toString() {
        return occasion + " on paper";
    }
}
