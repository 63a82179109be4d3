package org.dalil.report.entity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dalil.assessment.entity.Occasion;
import org.dalil.course.entity.Form;

/**
 * A submitted test of somebody. Not for anybody's eyes.
 *
 * @param score       0 to 100
 * @param closedEarly whether the trainer closed it
 * @param whole       not closed early, or with at least 80 % of its scored items answered
 * @param exposure    share of the course's cards seen before, 0 to 1; of a test after only
 * @param language    its tag
 * @param items       every scored item of its form
 */
public record Sitting(Occasion occasion, Form form, Instant submittedAt, double score, boolean closedEarly, boolean whole,
                      double exposure, String language, List<ItemScore> items) {

    /** The items of each objective. */
    Map<String, List<ItemScore>> byObjective() {
        return items.stream().collect(Collectors.groupingBy(ItemScore::objective));
    }

    /** The answer to one of its items. */
    ItemAnswer answer(ItemScore item) {
        double rest = items.stream().filter(i -> i != item).mapToDouble(ItemScore::score).average().orElse(0);
        return new ItemAnswer(item.score(), rest, item.skipped(), item.marks());
    }
}
