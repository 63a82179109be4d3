package org.dalil.assessment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dalil.account.entity.Visit;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Response;
import org.dalil.assessment.entity.Sitting;
import org.dalil.course.entity.Form;
import org.dalil.platform.control.Keys;

/** Where a browser's card stands with the tests of a course: one round trip. */
@ApplicationScoped
public class SittingQuery {

    @PersistenceContext
    EntityManager em;

    @Inject Keys keys;
    @Inject Clock clock;

    /** @return nothing if the cookie has no visit (any more) */
    public Optional<Sitting> of(String cookie, UUID courseId) {
        List<?> rows = em.createNativeQuery("""
                SELECT v.id, v.card_id, o.first_form,
                       a.id, a.version_id, a.occasion, a.ordinal, a.form, a.started_at, a.submitted_at, a.submitted_visit,
                       (SELECT GROUP_CONCAT(r.item_id, '=', IF(r.skipped, '-', r.value) SEPARATOR ';')
                          FROM answer r
                         WHERE r.attempt_id = a.id)
                  FROM visit v
                  LEFT JOIN form_order o ON o.card_id = v.card_id AND o.course_id = ?
                  LEFT JOIN attempt    a ON a.card_id = v.card_id AND a.course_id = ?
                 WHERE v.cookie_mac = ? AND v.ended_at IS NULL AND v.used_at > ?
                 ORDER BY a.ordinal
                """)
                .setParameter(1, courseId.toString()).setParameter(2, courseId.toString())
                .setParameter(3, keys.mac("visit", Keys.CURRENT, cookie))
                .setParameter(4, Timestamp.from(Visit.idleBefore(clock.instant()))).getResultList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(read(rows));
    }

    private static Sitting read(List<?> rows) {
        Object[] first = (Object[]) rows.get(0);
        Map<Occasion, Sitting.Attempt> attempts = new EnumMap<>(Occasion.class);
        for (Object row : rows) {
            Object[] a = (Object[]) row;
            if (a[3] != null) {
                Sitting.Attempt attempt = attempt(a);
                attempts.put(attempt.occasion(), attempt);
            }
        }
        return new Sitting(uuid(first[0]), uuid(first[1]), first[2] == null ? null : Form.valueOf(first[2].toString()), attempts);
    }

    private static Sitting.Attempt attempt(Object[] a) {
        return new Sitting.Attempt(uuid(a[3]), uuid(a[4]), Occasion.valueOf(a[5].toString()), ((Number) a[6]).intValue(),
                Form.valueOf(a[7].toString()), instant(a[8]), instant(a[9]), uuid(a[10]), responses((String) a[11]));
    }

    private static Map<String, Response> responses(String concatenated) {
        Map<String, Response> responses = new HashMap<>();
        if (concatenated != null) {
            for (String answer : concatenated.split(";")) {
                int equals = answer.indexOf('=');
                String value = answer.substring(equals + 1);
                responses.put(answer.substring(0, equals), value.equals("-") ? Response.SKIPPED : new Response(value, false));
            }
        }
        return responses;
    }

    private static UUID uuid(Object value) {
        return value == null ? null : UUID.fromString(value.toString());
    }

    private static Instant instant(Object value) {
        return value == null ? null : ((Timestamp) value).toInstant();
    }
}
