package org.dalil.report.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.dalil.report.entity.PairFigures;
import org.dalil.report.entity.Release;
import org.dalil.report.entity.Turnout;

/** What was published, so that nobody can subtract it from what comes next. */
@ApplicationScoped
public class ReleaseStore {

    @PersistenceContext(unitName = "dalil")
    EntityManager database;

    /** @return false if somebody else has just published the course's next figures */
    public boolean remember(Release release) {
        Turnout turnout = release.figures().turnout();
        Optional<PairFigures> pairs = release.figures().pairs();
        return database.createNativeQuery("""
                INSERT IGNORE INTO report_release
                       (course_id, number, taken_at, no_test, pre_only, post_only, partial, paired, completed,
                        mean_pre, mean_post, mean_gain, deviation, passed_pre, passed_post)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
                """)
                .setParameter(1, release.figures().courseId().toString()).setParameter(2, release.number())
                .setParameter(3, LocalDateTime.ofInstant(release.takenAt(), ZoneOffset.UTC))
                .setParameter(4, turnout.noTest()).setParameter(5, turnout.preOnly()).setParameter(6, turnout.postOnly())
                .setParameter(7, turnout.partial()).setParameter(8, turnout.paired()).setParameter(9, turnout.completed())
                .setParameter(10, pairs.map(PairFigures::meanPre).orElse(null))
                .setParameter(11, pairs.map(PairFigures::meanPost).orElse(null))
                .setParameter(12, pairs.map(PairFigures::meanGain).orElse(null))
                .setParameter(13, pairs.map(PairFigures::deviation).orElse(null))
                .setParameter(14, pairs.map(PairFigures::passedPre).orElse(null))
                .setParameter(15, pairs.map(PairFigures::passedPost).orElse(null)).executeUpdate() > 0;
    }
}
