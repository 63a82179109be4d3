package org.dalil.report.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.dalil.report.entity.WorkshopRelease;
import org.dalil.report.entity.WorkshopTotals;

/** What was shown of workshops, so that nobody can subtract it from what comes next. */
@ApplicationScoped
public class WorkshopReleaseStore {

    /** To whom; the two are counted apart. */
    public enum Audience {
        /** Its own trainer, on the screen. */ ROOM,
        /** Whoever may see reports. */ EVERYBODY
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    @PersistenceContext(unitName = "dalil")
    EntityManager database;

    /** What was shown last. */
    public Optional<WorkshopRelease> last(UUID workshop, Audience audience) {
        List<?> rows = database.createNativeQuery("""
                SELECT number, taken_at, totals
                  FROM workshop_release
                 WHERE workshop_id = ?1 AND audience = ?2
                 ORDER BY number DESC
                 LIMIT 1
                """).setParameter(1, workshop.toString()).setParameter(2, audience.name()).getResultList();
        return rows.stream().map(Object[].class::cast)
                .map(row -> new WorkshopRelease(((Number) row[0]).intValue(), instant(row[1]), read(row[2].toString()))).findFirst();
    }

    /** @return false if somebody else has just shown the workshop's next figures */
    public boolean remember(WorkshopRelease release, Audience audience) {
        return database.createNativeQuery("""
                INSERT IGNORE INTO workshop_release (workshop_id, audience, number, taken_at, totals)
                VALUES (?1, ?2, ?3, ?4, ?5)
                """)
                .setParameter(1, release.totals().workshopId().toString()).setParameter(2, audience.name())
                .setParameter(3, release.number()).setParameter(4, LocalDateTime.ofInstant(release.takenAt(), ZoneOffset.UTC))
                .setParameter(5, write(release.totals())).executeUpdate() > 0;
    }

    private static WorkshopTotals read(String totals) {
        try {
            return JSON.readValue(totals, WorkshopTotals.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A workshop's kept figures can't be read", e);
        }
    }

    private static String write(WorkshopTotals totals) {
        try {
            return JSON.writeValueAsString(totals);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A workshop's figures can't be kept", e);
        }
    }

    private static Instant instant(Object column) {
        LocalDateTime local = column instanceof Timestamp stamp ? stamp.toLocalDateTime() : (LocalDateTime) column;
        return local.toInstant(ZoneOffset.UTC);
    }
}
