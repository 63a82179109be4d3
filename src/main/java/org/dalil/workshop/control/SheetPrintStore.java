package org.dalil.workshop.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.dalil.course.entity.Form;
import org.dalil.platform.entity.Language;
import org.dalil.workshop.entity.SheetLayout;
import org.dalil.workshop.entity.SheetPrint;
import org.dalil.workshop.entity.WorkshopId;

/** What was printed for a workshop. */
@ApplicationScoped
public class SheetPrintStore {

    @PersistenceContext
    EntityManager em;

    @Inject Clock clock;

    /** Keeps a print; one with the same questions, key and places is kept already. */
    public void add(WorkshopId id, UUID versionId, Form form, Language language, SheetLayout layout) {
        em.createNativeQuery("""
                INSERT IGNORE INTO sheet_print (workshop_id, form, language, fingerprint, version_id, layout, printed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """).setParameter(1, id.toString()).setParameter(2, form.name()).setParameter(3, language.tag())
                .setParameter(4, layout.fingerprint()).setParameter(5, versionId.toString())
                .setParameter(6, LayoutJson.write(layout)).setParameter(7, Timestamp.from(clock.instant())).executeUpdate();
    }

    /** All prints of a workshop, the first one first. */
    public List<SheetPrint> of(WorkshopId id) {
        List<?> rows = em.createNativeQuery("""
                SELECT version_id, form, language, layout, printed_at FROM sheet_print WHERE workshop_id = ? ORDER BY printed_at, form
                """).setParameter(1, id.toString()).getResultList();
        return rows.stream().map(Object[].class::cast).map(SheetPrintStore::print).toList();
    }

    private static SheetPrint print(Object[] row) {
        return new SheetPrint(UUID.fromString(row[0].toString()), Form.valueOf(row[1].toString()), new Language(row[2].toString()),
                LayoutJson.read(row[3].toString()), instant(row[4]));
    }

    private static Instant instant(Object column) {
        return column instanceof Timestamp stamp ? stamp.toInstant() : ((LocalDateTime) column).toInstant(ZoneOffset.UTC);
    }
}
