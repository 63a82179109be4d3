package org.dalil.exam.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalil.assessment.entity.Response;
import org.dalil.course.entity.Question;
import org.dalil.platform.entity.Refused;

/** An answer as a form sends it, by places: {@code a} for choices, {@code p-1} for the order, {@code m-1} for a pair. */
public final class PlacedAnswer {

    private PlacedAnswer() { }

    /**
     * The answer by the ids of the item.
     *
     * @return nothing if nothing was marked
     * @throws Refused if it is no possible answer
     */
    public static Optional<Response> of(Question item, PaperItem paper, Map<String, String[]> fields) {
        Map<String, String[]> byId = new HashMap<>();
        String[] marked = fields.get("a");
        if (marked != null) {
            String[] ids = new String[marked.length];
            for (int i = 0; i < marked.length; i++) {
                ids[i] = id(paper.choices(), marked[i]);
            }
            byId.put("a", ids);
        }
        for (int place = 1; place <= paper.choices().size(); place++) {
            String id = paper.choices().get(place - 1);
            String[] order = fields.get("p-" + place);
            String[] pair = fields.get("m-" + place);
            if (order != null) {
                byId.put("p-" + id, order);
            }
            if (pair != null && pair.length > 0 && !pair[0].isEmpty()) {
                byId.put("m-" + id, new String[] {id(paper.right(), pair[0])});
            }
        }
        return Response.of(item, byId);
    }

    private static String id(List<String> ids, String place) {
        if (!place.matches("[1-9]") || Integer.parseInt(place) > ids.size()) {
            throw new Refused("assessment.answer.impossible");
        }
        return ids.get(Integer.parseInt(place) - 1);
    }
}
