package org.dalil.exam.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.Learnt;
import org.dalil.learning.entity.CompletedModules;
import org.dalil.platform.control.Keys;

/** What was confirmed for candidates. The card goes no further than a keyed digest, and no row holds that beside a candidate. */
@ApplicationScoped
public class LearningStore {

    @PersistenceContext
    EntityManager em;

    @Inject Keys keys;
    @Inject Clock clock;

    /** What was confirmed for each of these; nothing for those without. */
    public Map<CandidateId, List<Learnt>> of(Collection<CandidateId> candidates) {
        Map<CandidateId, List<Learnt>> learnt = new HashMap<>();
        if (candidates.isEmpty()) {
            return learnt;
        }
        var query = em.createNativeQuery("SELECT candidate_id, cycle, course_id, module, confirmed_on FROM candidate_learning WHERE candidate_id IN ("
                + String.join(", ", Collections.nCopies(candidates.size(), "?")) + ") ORDER BY candidate_id, cycle, course_id, module");
        int place = 1;
        for (CandidateId candidate : candidates) {
            query.setParameter(place++, candidate.toString());
        }
        for (Object found : query.getResultList()) {
            Object[] row = (Object[]) found;
            learnt.computeIfAbsent(new CandidateId(UUID.fromString(row[0].toString())), c -> new ArrayList<>())
                    .add(new Learnt(((Number) row[1]).intValue(), UUID.fromString(row[2].toString()), ((Number) row[3]).intValue(),
                            ((Date) row[4]).toLocalDate()));
        }
        return learnt;
    }

    /** A card's module counts for this candidate from now on. @param cycle of the renewal, 0 on the whole way. @return whether it did not count for anybody before */
    public boolean confirm(CandidateId candidate, int cycle, UUID card, CompletedModules.One module) {
        byte[] mac = keys.mac("confirmed-learning", Keys.CURRENT, card + " " + module.courseId() + " " + module.module());
        boolean unspent = em.createNativeQuery("INSERT IGNORE INTO confirmed_learning (mac) VALUES (?)").setParameter(1, mac).executeUpdate() > 0;
        if (unspent) {
            em.createNativeQuery("INSERT INTO candidate_learning (candidate_id, cycle, course_id, module, confirmed_on) VALUES (?, ?, ?, ?, ?)")
                    .setParameter(1, candidate.toString()).setParameter(2, cycle).setParameter(3, module.courseId().toString())
                    .setParameter(4, module.module()).setParameter(5, Date.valueOf(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))).executeUpdate();
        }
        return unspent;
    }
}
