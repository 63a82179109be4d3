package org.dalil.account.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dalil.account.entity.Role;
import org.dalil.account.entity.SignedIn;
import org.dalil.account.entity.StaffId;
import org.dalil.account.entity.StaffRow;
import org.dalil.account.entity.Standing;

/** Reads about staff, one SELECT each. */
@ApplicationScoped
public class StaffQuery {

    private static final String STANDING = """
            SELECT m.name,
                   m.start_password,
                   (SELECT COUNT(*) FROM staff_factor f WHERE f.staff_id = m.id)                AS enrolled,
                   (SELECT GROUP_CONCAT(r.role) FROM staff_role r WHERE r.staff_id = m.id)      AS roles
              FROM staff_member m
             WHERE m.id = ?1 AND m.session_epoch = ?2 AND m.disabled_at IS NULL""";

    private static final String ALL = """
            SELECT m.id,
                   m.name,
                   (SELECT GROUP_CONCAT(r.role) FROM staff_role r WHERE r.staff_id = m.id)      AS roles,
                   m.disabled_at IS NOT NULL                                                    AS disabled,
                   (SELECT COUNT(*) FROM staff_factor f WHERE f.staff_id = m.id)                AS enrolled,
                   m.start_password,
                   m.created_at
              FROM staff_member m
             ORDER BY m.disabled_at IS NOT NULL, m.name""";

    @PersistenceContext(unitName = "dalil")
    EntityManager database;

    /** How this session's owner stands now; nothing if the session was ended by what happened to the account. */
    public Optional<Standing> standing(SignedIn session) {
        List<?> rows = database.createNativeQuery(STANDING)
                .setParameter(1, session.staff().value().toString()).setParameter(2, session.epoch()).getResultList();
        return rows.stream().findFirst().map(Object[].class::cast).map(row -> new Standing(session.staff(), (String) row[0],
                roles(row[3]), session.complete(), yes(row[2]), yes(row[1])));
    }

    /** Everyone, those who can sign in first. */
    public List<StaffRow> all() {
        List<?> rows = database.createNativeQuery(ALL).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new StaffRow(id(row[0]), (String) row[1],
                List.copyOf(roles(row[2])), yes(row[3]), yes(row[4]), yes(row[5]), instant(row[6]))).toList();
    }

    private static StaffId id(Object column) {
        return new StaffId(column instanceof UUID uuid ? uuid : UUID.fromString(column.toString()));
    }

    private static boolean yes(Object column) {
        return column instanceof Boolean yes ? yes : ((Number) column).longValue() != 0;
    }

    private static Instant instant(Object column) {
        LocalDateTime local = column instanceof Timestamp stamp ? stamp.toLocalDateTime() : (LocalDateTime) column;
        return local.toInstant(ZoneOffset.UTC);
    }

    /** A role that this version doesn't know gives nothing. */
    private static Set<Role> roles(Object column) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        List<String> names = column == null ? List.of() : Arrays.asList(column.toString().split(","));
        Arrays.stream(Role.values()).filter(r -> names.contains(r.name())).forEach(roles::add);
        return roles;
    }
}
