package org.dalil.exam.entity;

import java.util.List;
import java.util.Map;
import org.dalil.assessment.entity.Response;
import org.dalil.course.entity.Quiz;

/**
 * One question as it may leave the server: words in the candidate's own order, known by their places; no ids of the file, no key.
 *
 * @param choices texts in this candidate's order; place 1 is the first
 * @param right   the same for the right side of a match
 * @param answer  what is saved, in places: as the form's fields hold it
 * @param struck  whether it counts no more
 */
public record AskedItem(String stem, Quiz.Kind kind, List<String> choices, List<String> right, Map<String, String> answer, boolean struck) {

    /** From the saved answer to places. */
    public static Map<String, String> places(Quiz.Kind kind, PaperItem paper, Response saved) {
        Map<String, String> places = new java.util.HashMap<>();
        List<String> marks = saved.marks();
        for (int i = 0; i < marks.size(); i++) {
            String mark = marks.get(i);
            switch (kind) {
                case ORDER -> places.put("p-" + place(paper.choices(), mark), String.valueOf(i + 1));
                case MATCH -> places.put("m-" + place(paper.choices(), mark.substring(0, mark.indexOf(':'))),
                        String.valueOf(place(paper.right(), mark.substring(mark.indexOf(':') + 1))));
                default -> places.put("a-" + place(paper.choices(), mark), "1");
            }
        }
        return places;
    }

    private static int place(List<String> ids, String id) {
        return ids.indexOf(id) + 1;
    }
}
