package org.dalil.assessment.entity;

import java.util.List;
import java.util.Map;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Form;
import org.dalil.course.entity.Quiz;

/**
 * What the answers of an attempt are worth: the mean over the form's scored items times 100; an item without an answer counts 0, like a
 * skipped one (measurement, section 5).
 *
 * @param answered    how many scored items have an answer that is no skip
 * @param scoredItems how many the form has
 * @param score       0 to 100
 */
public record Marks(int answered, int scoredItems, double score) {

    /** @param responses what was saved, by item */
    public static Marks of(Course course, Form form, Map<String, Response> responses) {
        List<Quiz.Item> items = course.quiz().of(form).stream().filter(Quiz.Item::scored).toList();
        double sum = items.stream().filter(i -> responses.containsKey(i.id())).mapToDouble(i -> responses.get(i.id()).score(i)).sum();
        long answered = items.stream().filter(i -> responses.containsKey(i.id()) && !responses.get(i.id()).skipped()).count();
        return new Marks((int) answered, items.size(), 100 * sum / items.size());
    }
}
