package org.dalil.assessment.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dalil.account.entity.Visit;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Response;
import org.dalil.assessment.entity.Sitting;
import org.dalil.course.entity.Form;
import org.dalil.platform.control.Keys;

/** Where a browser's card stands with the tests of a course: one round trip. */
@ApplicationScoped
public class SittingQuery {

    /** Single statements, outside any transaction. */
    @Resource(lookup = "java:jboss/datasources/DalilStatements")
    DataSource statements;

    @Inject Keys keys;
    @Inject Clock clock;

    /**
     * What is committed now. Every question asks this, so it goes to the driver without the entity manager (performance.md).
     *
     * @param past whether the answers of submitted attempts are wanted, too
     * @return nothing if the cookie has no visit (any more)
     */
    public Optional<Sitting> of(String cookie, UUID courseId, boolean past) {
        try (Connection connection = statements.getConnection();
             PreparedStatement select = connection.prepareStatement("""
                SELECT v.id, v.card_id, o.first_form,
                       a.id, a.version_id, a.occasion, a.ordinal, a.form, a.started_at, a.submitted_at, a.submitted_visit,
                       r.item_id, r.value, r.skipped, r.revision, v.used_at
                  FROM visit v
                  LEFT JOIN form_order o ON o.card_id = v.card_id AND o.course_id = ?
                  LEFT JOIN attempt    a ON a.card_id = v.card_id AND a.course_id = ?
                  LEFT JOIN answer     r ON r.attempt_id = a.id AND (? OR a.submitted_at IS NULL)
                 WHERE v.cookie_mac = ? AND v.ended_at IS NULL AND v.used_at BETWEEN ? AND ?
                """)) {
            select.setString(1, courseId.toString());
            select.setString(2, courseId.toString());
            select.setBoolean(3, past);
            select.setBytes(4, keys.mac("visit", Keys.CURRENT, cookie));
            Instant now = clock.instant();
            select.setTimestamp(5, Timestamp.from(Visit.idleBefore(now)));
            select.setTimestamp(6, Timestamp.from(Visit.idleAfter(now)));
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(read(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static Sitting read(ResultSet rows) throws SQLException {
        UUID visit = uuid(rows.getString(1));
        UUID card = uuid(rows.getString(2));
        Instant used = instant(rows.getTimestamp(16));
        Form first = rows.getString(3) == null ? null : Form.valueOf(rows.getString(3));
        Map<UUID, Draft> drafts = new HashMap<>();
        do {
            UUID id = uuid(rows.getString(4));
            if (id != null) {
                Draft draft = drafts.get(id);
                if (draft == null) {
                    draft = new Draft(attempt(id, rows));
                    drafts.put(id, draft);
                }
                draft.answer(rows);
            }
        } while (rows.next());
        // In no order, which would cost a table of its own each time: the newest attempt is picked here.
        Map<Occasion, Sitting.Attempt> attempts = new EnumMap<>(Occasion.class);
        for (Draft draft : drafts.values()) {
            attempts.merge(draft.row.occasion(), draft.attempt(), (one, other) -> one.ordinal() > other.ordinal() ? one : other);
        }
        return new Sitting(visit, card, used, first, attempts);
    }

    /** An attempt while its answers are read, each from a row of its own. */
    private static final class Draft {

        private final Sitting.Attempt row;
        private long revisions;

        Draft(Sitting.Attempt row) {
            this.row = row;
        }

        void answer(ResultSet rows) throws SQLException {
            String item = rows.getString(12);
            if (item != null) {
                row.responses().put(item, new Response(rows.getString(13), rows.getBoolean(14)));
                revisions += rows.getLong(15);
            }
        }

        Sitting.Attempt attempt() {
            return row.of(revisions);
        }
    }

    private static Sitting.Attempt attempt(UUID id, ResultSet row) throws SQLException {
        return new Sitting.Attempt(id, uuid(row.getString(5)), Occasion.valueOf(row.getString(6)), row.getInt(7),
                Form.valueOf(row.getString(8)), instant(row.getTimestamp(9)), instant(row.getTimestamp(10)),
                uuid(row.getString(11)), new HashMap<>(), 0);
    }

    private static UUID uuid(String value) {
        return value == null ? null : UUID.fromString(value);
    }

    private static Instant instant(Timestamp value) {
        return value == null ? null : value.toInstant();
    }
}
