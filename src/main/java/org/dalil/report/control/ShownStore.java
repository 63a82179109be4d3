package org.dalil.report.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.dalil.report.entity.Dimension;
import org.dalil.report.entity.Medium;
import org.dalil.report.entity.Shown;
import org.dalil.report.entity.Stage;
import org.dalil.report.entity.Table;

/** Which tables across workshops were shown, and what they were made of. */
@ApplicationScoped
public class ShownStore {

    @PersistenceContext(unitName = "dalil")
    EntityManager database;

    /** What the tables of a stage were made of so far; the largest of each smallest group. */
    public List<Shown> earlier(Stage stage) {
        List<?> rows = database.createNativeQuery("""
                SELECT MAX(batches), smallest
                  FROM report_shown
                 WHERE stage = ?1
                 GROUP BY smallest
                """).setParameter(1, stage.name()).getResultList();
        return rows.stream().map(Object[].class::cast)
                .map(r -> new Shown(((Number) r[0]).intValue(), ((Number) r[1]).intValue())).toList();
    }

    /** Remembers a release. The same table of the same batches again is the same release. */
    public void remember(Stage stage, Table table, Medium medium, Shown shown, Instant now) {
        database.createNativeQuery("""
                INSERT IGNORE INTO report_shown (stage, by_rows, by_columns, only_value, medium, batches, smallest, shown_at)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                """)
                .setParameter(1, stage.name()).setParameter(2, table.rows().name())
                .setParameter(3, table.columns().map(Dimension::name).orElse(""))
                .setParameter(4, table.only().orElse("")).setParameter(5, medium.name()).setParameter(6, shown.batches())
                .setParameter(7, shown.smallest()).setParameter(8, LocalDateTime.ofInstant(now, ZoneOffset.UTC)).executeUpdate();
    }
}
