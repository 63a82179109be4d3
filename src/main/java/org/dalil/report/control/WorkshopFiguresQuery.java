package org.dalil.report.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dalil.assessment.entity.Occasion;
import org.dalil.course.entity.Form;
import org.dalil.report.entity.ItemScore;
import org.dalil.report.entity.Participant;
import org.dalil.report.entity.Sitting;
import org.dalil.report.entity.WorkshopPeople;

/**
 * Everybody who was in one workshop, with their tests: four statements, each by the workshop's own cards, of which a room has at most
 * three hundred. Who was never there (a printed card that nobody used) doesn't count, nor does an erased card.
 */
@ApplicationScoped
public class WorkshopFiguresQuery {

    private static final String WORKSHOP = """
            SELECT w.course_id, w.expected, v.mastery
              FROM workshop w
              JOIN course c         ON c.id = w.course_id
              JOIN course_version v ON v.id = COALESCE(c.version, (SELECT l.id FROM course_version l WHERE l.course_id = c.id
                                                                    ORDER BY l.number DESC LIMIT 1))
             WHERE w.id = ?1
            """;

    private static final String PEOPLE = """
            SELECT s.card_id,
                   GREATEST(COALESCE(t.noted_at, s.issued_at),
                            COALESCE((SELECT MAX(a.taken_in_at) FROM attempt a WHERE a.card_id = s.card_id AND a.course_id = w.course_id),
                                     s.issued_at)),
                   c.completed_at
              FROM workshop w
              JOIN seat s                   ON s.workshop_id = w.id
              LEFT JOIN attendance t        ON t.workshop_id = s.workshop_id AND t.number = s.number
              LEFT JOIN course_completion c ON c.card_id = s.card_id AND c.course_id = w.course_id
             WHERE w.id = ?1
               AND s.card_id IS NOT NULL
               AND (t.number IS NOT NULL
                    OR EXISTS (SELECT 1 FROM attempt a WHERE a.card_id = s.card_id AND a.course_id = w.course_id))
             ORDER BY s.number
            """;

    private static final String TESTS = """
            SELECT a.id, a.card_id, a.occasion, a.form, a.submitted_at, a.score, a.closed_early,
                   NOT a.closed_early OR a.answered >= 0.8 * a.scored_items, COALESCE(x.share, 0), a.language
              FROM workshop w
              JOIN seat s          ON s.workshop_id = w.id
              JOIN attempt a       ON a.card_id = s.card_id AND a.course_id = w.course_id
              LEFT JOIN exposure x ON x.attempt_id = a.id
             WHERE w.id = ?1 AND a.submitted_at IS NOT NULL
             ORDER BY a.submitted_at, a.ordinal
            """;

    private static final String ANSWERS = """
            SELECT a.id, i.item_id, i.objective, i.kind, COALESCE(n.score, 0), COALESCE(n.skipped, TRUE), COALESCE(n.value, '')
              FROM workshop w
              JOIN seat s        ON s.workshop_id = w.id
              JOIN attempt a     ON a.card_id = s.card_id AND a.course_id = w.course_id
              JOIN course_item i ON i.version_id = a.version_id AND i.scored AND i.form IN (a.form, 'ANCHOR')
              LEFT JOIN answer n ON n.attempt_id = a.id AND n.item_id = i.item_id
             WHERE w.id = ?1 AND a.submitted_at IS NOT NULL
             ORDER BY a.id, i.item_id
            """;

    @PersistenceContext(unitName = "dalil")
    EntityManager database;

    /** @param workshop that exists */
    public WorkshopPeople people(UUID workshop) {
        Map<UUID, List<ItemScore>> items = rows(ANSWERS, workshop).stream()
                .collect(Collectors.groupingBy(r -> id(r[0]), Collectors.mapping(WorkshopFiguresQuery::item, Collectors.toList())));
        Map<UUID, List<Sitting>> sittings = rows(TESTS, workshop).stream().collect(Collectors.groupingBy(r -> id(r[1]),
                Collectors.mapping(r -> sitting(r, items.getOrDefault(id(r[0]), List.of())), Collectors.toList())));
        List<Participant> people = rows(PEOPLE, workshop).stream().map(r -> new Participant(instant(r[1]),
                r[2] == null ? null : instant(r[2]), sittings.getOrDefault(id(r[0]), List.of()))).toList();
        Object[] plan = rows(WORKSHOP, workshop).get(0);
        return new WorkshopPeople(workshop, id(plan[0]), decimal(plan[2]), ((Number) plan[1]).intValue(), people);
    }

    private List<Object[]> rows(String sql, UUID workshop) {
        List<?> rows = database.createNativeQuery(sql).setParameter(1, workshop.toString()).getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }

    private static Sitting sitting(Object[] row, List<ItemScore> items) {
        return new Sitting(Occasion.valueOf(row[2].toString()), Form.valueOf(row[3].toString()), instant(row[4]), decimal(row[5]),
                truth(row[6]), truth(row[7]), decimal(row[8]), row[9].toString(), items);
    }

    private static ItemScore item(Object[] row) {
        String marks = row[6].toString();
        return new ItemScore(row[1].toString(), row[2].toString(), row[3].toString().matches("SINGLE|TRUE_FALSE"), decimal(row[4]),
                truth(row[5]), marks.isEmpty() ? List.of() : List.of(marks.split(",")));
    }

    private static UUID id(Object column) {
        return UUID.fromString(column.toString());
    }

    private static boolean truth(Object column) {
        return column instanceof Boolean bool ? bool : ((Number) column).intValue() != 0;
    }

    private static double decimal(Object column) {
        return column == null ? 0 : ((Number) column).doubleValue();
    }

    private static Instant instant(Object column) {
        LocalDateTime local = column instanceof Timestamp stamp ? stamp.toLocalDateTime() : (LocalDateTime) column;
        return local.toInstant(ZoneOffset.UTC);
    }
}
