package org.dalil.assessment.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalil.assessment.entity.Response;
import org.dalil.assessment.entity.SaveRight;
import org.dalil.assessment.entity.Sitting;
import org.dalil.course.entity.Quiz;

/**
 * What of a question's page is one learner's own.
 *
 * @param typed what was just sent and could not be taken: it is shown instead of what is saved
 * @param token of the visit's forms
 * @param right to save into this attempt
 */
record QuestionGaps(Sitting.Attempt attempt, List<Quiz.Item> items, Quiz.Item item, Optional<Map<String, String[]>> typed,
                    String token, String right) {

    private static final String CHECKED = " checked=\"checked\"";
    private static final String SELECTED = " selected=\"selected\"";

    /** What stands in the gap of this name, see {@link QuizPage}. */
    String fill(String gap) {
        int dash = gap.indexOf('-');
        String rest = gap.substring(dash + 1);
        return switch (dash < 0 ? gap : gap.substring(0, dash)) {
            case "token" -> token;
            case "right" -> right;
            case "submission" -> SaveRight.submissionId(attempt.id(), item.id()).toString();
            case "dot" -> attempt.responses().containsKey(items.get(Integer.parseInt(rest) - 1).id()) ? "f" : "";
            case "mark" -> isMarked(rest) ? CHECKED : "";
            case "place" -> isChosen("p-", rest) ? SELECTED : "";
            case "pair" -> isChosen("m-", rest) ? SELECTED : "";
            default -> "";
        };
    }

    private boolean isMarked(String choice) {
        return typed.map(fields -> List.of(fields.getOrDefault("a", new String[0])).contains(choice))
                .orElseGet(() -> saved().marks().contains(choice));
    }

    /** @param choice and target with a colon between: {@code c:2} for a place, {@code l1:r3} for a pair */
    private boolean isChosen(String field, String choice) {
        int colon = choice.indexOf(':');
        String target = choice.substring(colon + 1);
        if (typed.isPresent()) {
            String[] given = typed.get().get(field + choice.substring(0, colon));
            return given != null && given.length > 0 && given[0].equals(target);
        }
        List<String> marks = saved().marks();
        return field.equals("p-") ? marks.indexOf(choice.substring(0, colon)) + 1 == Integer.parseInt(target)
                : marks.contains(choice);
    }

    private Response saved() {
        return attempt.responses().getOrDefault(item.id(), Response.SKIPPED);
    }
}
