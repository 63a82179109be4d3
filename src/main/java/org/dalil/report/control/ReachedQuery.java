package org.dalil.report.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dalil.assessment.entity.Occasion;
import org.dalil.course.Courses;
import org.dalil.course.entity.Form;
import org.dalil.platform.control.Installation;
import org.dalil.report.entity.Dimension;
import org.dalil.report.entity.Participant;
import org.dalil.report.entity.Place;
import org.dalil.report.entity.Reached;
import org.dalil.report.entity.Sitting;
import org.dalil.report.entity.Stage;

/** People whom a course has reached and who are to be put together, with their tests. Who wrote no test on their own isn't one. */
@ApplicationScoped
public class ReachedQuery {

    /** Cards in one statement. */
    private static final int AT_ONCE = 500;

    private static final String WORKSHOP = """
            SELECT s.card_id, w.course_id, w.region, w.partner, w.held_on, COALESCE(t.noted_at, s.issued_at), m.card_id IS NOT NULL
              FROM workshop w
              JOIN seat s               ON s.workshop_id = w.id
              LEFT JOIN attendance t    ON t.workshop_id = s.workshop_id AND t.number = s.number
              LEFT JOIN report_member m ON m.card_id = s.card_id AND m.course_id = w.course_id AND m.stage = 'COURSE'
             WHERE w.id = ?1
               AND s.card_id IS NOT NULL
               AND (t.number IS NOT NULL
                    OR EXISTS (SELECT 1 FROM attempt a WHERE a.card_id = s.card_id AND a.course_id = w.course_id))
             ORDER BY s.number
            """;

    private static final String ALONE = """
            SELECT a.card_id, a.course_id, NULL, NULL, MAX(a.submitted_at), MAX(c.issued_at), FALSE
              FROM attempt a
              JOIN participant_card c   ON c.id = a.card_id
              LEFT JOIN report_member m ON m.card_id = a.card_id AND m.course_id = a.course_id AND m.stage = 'COURSE'
             WHERE a.submitted_at < ?1
               AND (a.occasion = 'POST' OR c.last_used_on < ?2)
               AND m.card_id IS NULL
               AND NOT EXISTS (SELECT 1 FROM seat s JOIN workshop w ON w.id = s.workshop_id
                                WHERE s.card_id = a.card_id AND w.course_id = a.course_id)
             GROUP BY a.card_id, a.course_id
             ORDER BY MAX(a.submitted_at)
             LIMIT 1000
            """;

    private static final String AGAIN = """
            SELECT a.card_id, a.course_id, NULL, NULL, MAX(a.submitted_at), MAX(c.issued_at), FALSE
              FROM attempt a
              JOIN participant_card c   ON c.id = a.card_id
              LEFT JOIN report_member m ON m.card_id = a.card_id AND m.course_id = a.course_id AND m.stage = ?1
             WHERE a.occasion = 'POST' AND a.submitted_at IS NOT NULL
               AND m.card_id IS NULL
             GROUP BY a.card_id, a.course_id
            HAVING COUNT(*) > 1
            """;

    private static final String MEMBERS = """
            SELECT m.card_id, m.course_id, NULL, NULL, p.noted_on, c.issued_at, TRUE, p.id
              FROM report_party p
              JOIN report_member m    ON m.party_id = p.id
              JOIN participant_card c ON c.id = m.card_id
             WHERE p.batch IS NULL AND p.stage = ?1
            """;

    @PersistenceContext(unitName = "dalil")
    EntityManager database;

    @Inject Courses courses;
    @Inject Installation installation;

    /** Everybody who was in a workshop. */
    public List<Reached> ofWorkshop(UUID workshop) {
        return reached(rows(database.createNativeQuery(WORKSHOP).setParameter(1, workshop.toString())));
    }

    /**
     * People on their own who are in no party: pairs whose last test is older than {@code settled}, others whose card was not
     * used since {@code gone}.
     */
    public List<Reached> alone(Instant settled, LocalDate gone) {
        return reached(rows(database.createNativeQuery(ALONE).setParameter(1, LocalDateTime.ofInstant(settled, ZoneOffset.UTC))
                .setParameter(2, java.sql.Date.valueOf(gone))));
    }

    /** People with a test at a later stage who are in no party of it. */
    public List<Reached> again(Stage stage) {
        return reached(rows(database.createNativeQuery(AGAIN).setParameter(1, stage.name()))).stream()
                .filter(r -> r.pair(stage).isPresent()).toList();
    }

    /** Who is in each party that waits. */
    public Map<UUID, List<Reached>> members(Stage stage) {
        List<Object[]> rows = rows(database.createNativeQuery(MEMBERS).setParameter(1, stage.name()));
        List<Reached> people = reached(rows);
        return IntStream.range(0, rows.size()).boxed().collect(Collectors.groupingBy(i -> id(rows.get(i)[7]),
                Collectors.mapping(people::get, Collectors.toList())));
    }

    /** Workshops that closed before {@code settled} and in which somebody is in no party. */
    public List<UUID> due(Instant settled) {
        List<?> ids = database.createNativeQuery("""
                SELECT DISTINCT w.id
                  FROM workshop w
                  JOIN seat s               ON s.workshop_id = w.id AND s.card_id IS NOT NULL
                  LEFT JOIN report_member m ON m.card_id = s.card_id AND m.course_id = w.course_id AND m.stage = 'COURSE'
                 WHERE COALESCE(w.closed_at, w.held_on + INTERVAL 7 DAY) < ?1 AND m.card_id IS NULL
                """).setParameter(1, LocalDateTime.ofInstant(settled, ZoneOffset.UTC)).getResultList();
        return ids.stream().map(ReachedQuery::id).toList();
    }

    /** When a workshop was closed; a week after its day where everybody forgot to. */
    public Instant closedAt(UUID workshop) {
        return instant(database.createNativeQuery("SELECT COALESCE(closed_at, CAST(held_on + INTERVAL 7 DAY AS DATETIME)) FROM workshop WHERE id = ?1")
                .setParameter(1, workshop.toString()).getSingleResult());
    }

    /** In the order of the rows: card, course, region, partner, when, since when they are known, whether they are counted. */
    private List<Reached> reached(List<Object[]> rows) {
        Set<UUID> cards = rows.stream().map(r -> id(r[0])).collect(Collectors.toSet());
        Map<List<UUID>, List<Object[]>> tests = of(cards, """
                SELECT a.card_id, a.course_id, a.occasion, a.form, a.submitted_at, a.score, a.closed_early,
                       NOT a.closed_early OR a.answered >= 0.8 * a.scored_items, a.language, v.mastery
                  FROM attempt a
                  JOIN course_version v ON v.id = a.version_id
                 WHERE a.submitted_at IS NOT NULL AND a.card_id IN (%s)
                 ORDER BY a.submitted_at, a.ordinal
                """);
        Map<List<UUID>, List<Object[]>> finished = of(cards,
                "SELECT card_id, course_id, completed_at FROM course_completion WHERE card_id IN (%s)");
        return rows.stream().map(r -> reached(r, tests.getOrDefault(key(r), List.of()), finished.getOrDefault(key(r), List.of()))).toList();
    }

    private Map<List<UUID>, List<Object[]>> of(Set<UUID> cards, String sql) {
        List<UUID> all = List.copyOf(cards);
        Map<List<UUID>, List<Object[]>> found = new HashMap<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<UUID> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            Query query = database.createNativeQuery(String.format(sql, String.join(",", java.util.Collections.nCopies(some.size(), "?"))));
            IntStream.range(0, some.size()).forEach(i -> query.setParameter(i + 1, some.get(i).toString()));
            rows(query).forEach(r -> found.computeIfAbsent(key(r), k -> new ArrayList<>()).add(r));
        }
        return found;
    }

    private Reached reached(Object[] row, List<Object[]> tests, List<Object[]> finished) {
        List<Sitting> sittings = tests.stream().map(t -> new Sitting(Occasion.valueOf(t[2].toString()), Form.valueOf(t[3].toString()),
                instant(t[4]), ((Number) t[5]).doubleValue(), truth(t[6]), truth(t[7]), 0, t[8].toString(), List.of())).toList();
        Instant finishedAt = finished.stream().map(f -> instant(f[2])).findFirst().orElse(null);
        double mark = tests.isEmpty() ? 0 : ((Number) tests.get(tests.size() - 1)[9]).doubleValue();
        return new Reached(id(row[0]), id(row[1]), place(row, tests), new Participant(instant(row[5]), finishedAt, sittings), mark,
                truth(row[6]));
    }

    private Place place(Object[] row, List<Object[]> tests) {
        Map<Dimension, String> at = new EnumMap<>(Dimension.class);
        at.put(Dimension.COURSE, row[1].toString());
        courses.all().stream().map(v -> v.course()).filter(c -> c.id().equals(id(row[1]))).findFirst()
                .ifPresent(c -> at.put(Dimension.AUDIENCE, c.audience().slug()));
        put(at, Dimension.REGION, row[2]);
        put(at, Dimension.PARTNER, row[3]);
        at.put(Dimension.PERIOD, quarter(day(row[4])));
        List<String> languages = tests.stream().map(t -> t[8].toString()).distinct().toList();
        if (languages.size() == 1) {
            at.put(Dimension.LANGUAGE, languages.get(0));
        }
        return new Place(at);
    }

    private static void put(Map<Dimension, String> at, Dimension dimension, Object value) {
        if (value != null && !value.toString().isBlank()) {
            at.put(dimension, value.toString().strip().replaceAll("\\s+", " "));
        }
    }

    private static String quarter(LocalDate day) {
        return day.getYear() + "-Q" + (day.getMonthValue() + 2) / 3;
    }

    private LocalDate day(Object column) {
        return column instanceof java.sql.Date date ? date.toLocalDate() : column instanceof LocalDate local ? local
                : LocalDate.ofInstant(instant(column), installation.zone());
    }

    private static List<UUID> key(Object[] row) {
        return List.of(id(row[0]), id(row[1]));
    }

    private static List<Object[]> rows(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }

    private static UUID id(Object column) {
        return UUID.fromString(column.toString());
    }

    private static boolean truth(Object column) {
        return column instanceof Boolean bool ? bool : ((Number) column).intValue() != 0;
    }

    private static Instant instant(Object column) {
        LocalDateTime local = column instanceof Timestamp stamp ? stamp.toLocalDateTime() : (LocalDateTime) column;
        return local.toInstant(ZoneOffset.UTC);
    }
}
