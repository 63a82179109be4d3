package org.dalil.report.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dalil.report.entity.CourseFigures;
import org.dalil.report.entity.Latest;
import org.dalil.report.entity.PairFigures;
import org.dalil.report.entity.Release;
import org.dalil.report.entity.Turnout;

/** The figures of every course that is served: one SELECT over the {@code report_*} views. */
@ApplicationScoped
public class CourseFiguresQuery {

    private static final String FIGURES = """
            SELECT c.id,
                   COUNT(CASE WHEN p.state = 'NONE'      THEN 1 END)                   AS no_test,
                   COUNT(CASE WHEN p.state = 'PRE_ONLY'  THEN 1 END)                   AS pre_only,
                   COUNT(CASE WHEN p.state = 'POST_ONLY' THEN 1 END)                   AS post_only,
                   COUNT(CASE WHEN p.state = 'PARTIAL'   THEN 1 END)                   AS partial,
                   COUNT(CASE WHEN p.state = 'PAIRED'    THEN 1 END)                   AS paired,
                   COUNT(CASE WHEN p.completed           THEN 1 END)                   AS completed,
                   AVG(CASE WHEN p.state = 'PAIRED' THEN p.pre_score  END)             AS mean_pre,
                   AVG(CASE WHEN p.state = 'PAIRED' THEN p.post_score END)             AS mean_post,
                   AVG(CASE WHEN p.state = 'PAIRED' THEN p.post_score - p.pre_score END)         AS mean_gain,
                   STDDEV_SAMP(CASE WHEN p.state = 'PAIRED' THEN p.post_score - p.pre_score END) AS deviation,
                   COUNT(CASE WHEN p.state = 'PAIRED' AND p.pre_passed  THEN 1 END)    AS passed_pre,
                   COUNT(CASE WHEN p.state = 'PAIRED' AND p.post_passed THEN 1 END)    AS passed_post,
                   COUNT(CASE WHEN p.moved_at > r.taken_at THEN 1 END)                 AS moved,
                   COUNT(CASE WHEN p.state = 'PAIRED' AND p.paired_at > r.taken_at THEN 1 END)   AS new_pairs,
                   MAX(r.number), MAX(r.taken_at),
                   MAX(r.no_test), MAX(r.pre_only), MAX(r.post_only), MAX(r.partial), MAX(r.paired), MAX(r.completed),
                   MAX(r.mean_pre), MAX(r.mean_post), MAX(r.mean_gain), MAX(r.deviation),
                   MAX(r.passed_pre), MAX(r.passed_post)
              FROM course c
              LEFT JOIN report_release r ON r.course_id = c.id
                                        AND r.number = (SELECT MAX(l.number) FROM report_release l WHERE l.course_id = c.id)
              LEFT JOIN report_person  p ON p.course_id = c.id
             WHERE c.version IS NOT NULL
             GROUP BY c.id""";

    @PersistenceContext(unitName = "dalil")
    EntityManager database;

    /** Every course, in no order. */
    public List<Latest> latest() {
        List<?> rows = database.createNativeQuery(FIGURES).getResultList();
        return rows.stream().map(Object[].class::cast).map(CourseFiguresQuery::latest).toList();
    }

    private static Latest latest(Object[] row) {
        UUID course = UUID.fromString(row[0].toString());
        Optional<Release> last = row[15] == null ? Optional.empty()
                : Optional.of(new Release(number(row[15]), instant(row[16]), figures(course, row, 17)));
        return new Latest(figures(course, row, 1), last, new Release.Movement(number(row[13]), number(row[14])));
    }

    /** Twelve columns in the order of the records' fields. */
    private static CourseFigures figures(UUID course, Object[] row, int from) {
        Turnout turnout = new Turnout(number(row[from]), number(row[from + 1]), number(row[from + 2]), number(row[from + 3]),
                number(row[from + 4]), number(row[from + 5]));
        Optional<PairFigures> pairs = row[from + 6] == null ? Optional.empty()
                : Optional.of(new PairFigures(turnout.paired(), decimal(row[from + 6]), decimal(row[from + 7]),
                        decimal(row[from + 8]), decimal(row[from + 9]), number(row[from + 10]), number(row[from + 11])));
        return new CourseFigures(course, turnout, pairs);
    }

    private static int number(Object column) {
        return ((Number) column).intValue();
    }

    private static double decimal(Object column) {
        return column == null ? 0 : ((Number) column).doubleValue();
    }

    private static Instant instant(Object column) {
        LocalDateTime local = column instanceof Timestamp stamp ? stamp.toLocalDateTime() : (LocalDateTime) column;
        return local.toInstant(ZoneOffset.UTC);
    }
}
