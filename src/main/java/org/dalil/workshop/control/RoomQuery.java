package org.dalil.workshop.control;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.dalil.account.entity.Visit;
import org.dalil.course.entity.Part;
import org.dalil.platform.control.Keys;
import org.dalil.workshop.entity.Presence;
import org.dalil.workshop.entity.RoomNow;
import org.dalil.workshop.entity.RoomView.Gate;
import org.dalil.workshop.entity.RoomView.Place;
import org.dalil.workshop.entity.RoomView.Test;
import org.dalil.workshop.entity.WorkshopId;

/** The room at this moment: for its trainer, and for a phone in it. What is committed, past the entity manager. */
@ApplicationScoped
public class RoomQuery {

    private static final String PLACES = """
            SELECT s.number, s.card_id IS NULL, t.how,
                   CASE WHEN pre.id IS NULL            THEN 'NONE'
                        WHEN pre.submitted_at IS NULL  THEN 'BUSY'
                        WHEN pre.closed_early          THEN 'CLOSED_EARLY' ELSE 'DONE' END                      AS pre_test,
                   CASE WHEN post.id IS NULL           THEN 'NONE'
                        WHEN post.submitted_at IS NULL THEN 'BUSY'
                        WHEN post.closed_early         THEN 'CLOSED_EARLY' ELSE 'DONE' END                      AS post_test,
                   (SELECT p.module FROM module_progress p
                     WHERE p.card_id = s.card_id AND p.course_id = w.course_id ORDER BY p.moved_at DESC LIMIT 1) AS module,
                   (SELECT MAX(v.used_at) FROM visit v WHERE v.card_id = s.card_id)                             AS moved_at
              FROM workshop w
              JOIN seat s            ON s.workshop_id = w.id
              LEFT JOIN attendance t ON t.workshop_id = s.workshop_id AND t.number = s.number
              LEFT JOIN attempt pre  ON pre.card_id  = s.card_id AND pre.course_id  = w.course_id AND pre.occasion  = 'PRE'  AND pre.ordinal  = 1
              LEFT JOIN attempt post ON post.card_id = s.card_id AND post.course_id = w.course_id AND post.occasion = 'POST' AND post.ordinal = 1
             WHERE w.id = ?
             ORDER BY s.number
            """;

    private static final String PRESENT = "SELECT COUNT(*) FROM attendance WHERE workshop_id = ?";

    private static final String PARTS = """
            SELECT part, open, moved_at, NULL FROM course_gate WHERE scope = ?
            UNION ALL
            SELECT NULL, NULL, NULL, module FROM taught_module WHERE workshop_id = ?
            """;

    private static final String NOW = """
            SELECT w.id, s.number, w.paused_at, w.closed_at,
                   (SELECT GROUP_CONCAT(g.part ORDER BY g.part) FROM course_gate g
                     WHERE g.scope = w.id AND g.course_id = w.course_id AND g.open)                             AS open_parts,
                   EXISTS (SELECT 1 FROM visit o
                            WHERE o.card_id = v.card_id AND o.started_at > v.started_at AND o.ended_at IS NULL
                              AND o.used_at BETWEEN ? AND ?)                                                    AS elsewhere
              FROM visit v
              JOIN seat s     ON s.card_id = v.card_id
              JOIN workshop w ON w.id = s.workshop_id
             WHERE v.cookie_mac = ? AND v.ended_at IS NULL AND v.used_at BETWEEN ? AND ?
            """;

    private static final String CONTACT = """
            SELECT w.contact
              FROM visit v
              JOIN seat s     ON s.card_id = v.card_id
              JOIN workshop w ON w.id = s.workshop_id
             WHERE v.cookie_mac = ? AND v.ended_at IS NULL AND v.used_at BETWEEN ? AND ? AND w.contact IS NOT NULL
            """;

    /** Single statements, outside any transaction. */
    @Resource(lookup = "java:jboss/datasources/DalilStatements")
    DataSource statements;

    @Inject Keys keys;
    @Inject Clock clock;

    /** Every number of the room and where it is, in order. */
    public List<Place> places(WorkshopId id) {
        try (Connection connection = statements.getConnection();
             PreparedStatement select = connection.prepareStatement(PLACES)) {
            select.setString(1, id.toString());
            List<Place> places = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    places.add(place(row));
                }
            }
            return places;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** How many are there, by phone, by tick or by sheet. */
    public int present(WorkshopId id) {
        try (Connection connection = statements.getConnection();
             PreparedStatement select = connection.prepareStatement(PRESENT)) {
            select.setString(1, id.toString());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static Place place(ResultSet row) throws SQLException {
        String presence = row.getString(3);
        Timestamp moved = row.getTimestamp(7);
        return new Place(row.getInt(1), row.getBoolean(2), presence == null ? null : Presence.valueOf(presence), Test.valueOf(row.getString(4)),
                Test.valueOf(row.getString(5)), row.getInt(6), moved == null ? null : moved.toInstant());
    }

    /**
     * The parts of the course in a room.
     *
     * @param gates  as its trainer has opened and shut them
     * @param taught the modules that were taught in it
     */
    public record Parts(Map<Part, Gate> gates, Set<Integer> taught) { }

    /** What was opened, shut and taught in a room. */
    public Parts parts(WorkshopId id) {
        try (Connection connection = statements.getConnection();
             PreparedStatement select = connection.prepareStatement(PARTS)) {
            select.setString(1, id.toString());
            select.setString(2, id.toString());
            Parts parts = new Parts(new HashMap<>(), new TreeSet<>());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (row.getString(1) == null) {
                        parts.taught().add(row.getInt(4));
                    } else {
                        parts.gates().put(new Part(row.getString(1)), new Gate(row.getBoolean(2), row.getTimestamp(3).toInstant()));
                    }
                }
            }
            return parts;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** The safeguarding contact of the room that this cookie's card is in; nothing once the visit has become idle. */
    public Optional<String> contact(String cookie) {
        try (Connection connection = statements.getConnection();
             PreparedStatement select = connection.prepareStatement(CONTACT)) {
            select.setBytes(1, keys.mac("visit", Keys.CURRENT, cookie));
            Instant now = clock.instant();
            select.setTimestamp(2, Timestamp.from(Visit.idleBefore(now)));
            select.setTimestamp(3, Timestamp.from(Visit.idleAfter(now)));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** The room that this cookie's card is in; nothing without a visit, or for somebody on their own. */
    public Optional<RoomNow> now(String cookie) {
        try (Connection connection = statements.getConnection();
             PreparedStatement select = connection.prepareStatement(NOW)) {
            Instant now = clock.instant();
            select.setTimestamp(1, Timestamp.from(Visit.idleBefore(now)));
            select.setTimestamp(2, Timestamp.from(Visit.idleAfter(now)));
            select.setBytes(3, keys.mac("visit", Keys.CURRENT, cookie));
            select.setTimestamp(4, Timestamp.from(Visit.idleBefore(now)));
            select.setTimestamp(5, Timestamp.from(Visit.idleAfter(now)));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new RoomNow(new WorkshopId(UUID.fromString(row.getString(1))), row.getInt(2),
                        row.getTimestamp(3) != null, row.getTimestamp(4) != null, row.getBoolean(6),
                        row.getString(5) == null ? List.of() : List.of(row.getString(5).split(",")))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
