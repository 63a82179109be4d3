package org.dalil.exam.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.dalil.assessment.entity.Response;
import org.dalil.assessment.entity.Sample;
import org.dalil.assessment.entity.ScoreAndRest;
import org.dalil.exam.entity.ItemFigures;

/** How items did in exams that were handed in. It adds up, and knows nobody. */
@ApplicationScoped
public class ItemFiguresQuery {

    @PersistenceContext
    EntityManager em;

    /**
     * Of each item of a course that was ever asked. The rest is the mean over the other items of the same exam, of all its courses; a
     * struck one says nothing about who knows the rest, so it is left out there.
     */
    public Map<UUID, ItemFigures> of(UUID courseId) {
        List<?> rows = em.createNativeQuery("""
                SELECT x.item_id, COUNT(*) AS n, AVG(x.points) AS mean, COUNT(*) * VAR_POP(x.points) AS squares,
                       COUNT(x.rest) AS m, AVG(x.rest) AS rest, COUNT(x.rest) * VAR_POP(x.rest) AS rest_squares,
                       COUNT(x.rest) * (AVG(x.points * x.rest) - AVG(x.points) * AVG(x.rest)) AS products
                  FROM (SELECT p.item_id, p.points,
                               (t.total - IF(i.retired_reason = 'FAULTY', 0, p.points)) / NULLIF(t.items - IF(i.retired_reason = 'FAULTY', 0, 1), 0) AS rest
                          FROM exam_paper p
                          JOIN bank_item i ON i.id = p.item_id AND i.course_id = ?
                          JOIN (SELECT q.sitting_id, SUM(IF(j.retired_reason = 'FAULTY', 0, q.points)) AS total,
                                       SUM(IF(j.retired_reason = 'FAULTY', 0, 1)) AS items
                                  FROM exam_paper q
                                  JOIN bank_item j ON j.id = q.item_id
                                 WHERE q.points IS NOT NULL
                                 GROUP BY q.sitting_id) t ON t.sitting_id = p.sitting_id
                         WHERE p.points IS NOT NULL) x
                 GROUP BY x.item_id
                """).setParameter(1, courseId.toString()).getResultList();
        Map<UUID, ItemFigures> figures = new HashMap<>();
        rows.stream().map(Object[].class::cast).forEach(row -> figures.put(UUID.fromString(row[0].toString()), figures(row)));
        return figures;
    }

    private static ItemFigures figures(Object[] row) {
        Sample item = new Sample((int) number(row[1]), number(row[2]), number(row[3]));
        // Without a rest to everybody's answer the correlation is none of the item's.
        boolean all = number(row[4]) == number(row[1]);
        return ItemFigures.of(all ? new ScoreAndRest(item, new Sample((int) number(row[4]), number(row[5]), number(row[6])), number(row[7]))
                : new ScoreAndRest(item, Sample.NONE, 0));
    }

    private static double number(Object column) {
        return column == null ? 0 : ((Number) column).doubleValue();
    }

    /** What was marked at one item; nothing below {@link ScoreAndRest#LEAST} answers. */
    public ItemFigures.Marks marks(UUID itemId) {
        List<?> rows = em.createNativeQuery("""
                SELECT COALESCE(a.value, '') AS marked, COUNT(*) AS n
                  FROM exam_paper p
                  LEFT JOIN exam_answer a ON a.sitting_id = p.sitting_id AND a.position = p.position
                 WHERE p.item_id = ? AND p.points IS NOT NULL
                 GROUP BY a.value
                """).setParameter(1, itemId.toString()).getResultList();
        Map<String, Integer> marks = new TreeMap<>();
        int all = 0;
        int skipped = 0;
        for (Object[] row : rows.stream().map(Object[].class::cast).toList()) {
            int count = (int) number(row[1]);
            all += count;
            skipped += row[0].toString().isEmpty() ? count : 0;
            new Response(row[0].toString(), false).marks().forEach(mark -> marks.merge(mark, count, Integer::sum));
        }
        return all < ScoreAndRest.LEAST ? ItemFigures.Marks.HIDDEN : new ItemFigures.Marks(marks, skipped);
    }
}
