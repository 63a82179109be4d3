package org.dalil.exam.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dalil.course.Courses;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseVersion;
import org.dalil.exam.entity.Candidate;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.Held;
import org.dalil.exam.entity.Learnt;
import org.dalil.exam.entity.Path;
import org.dalil.exam.entity.Renewal;
import org.dalil.exam.entity.Ways;
import org.dalil.platform.control.Installation;

/** How far candidates are on the paths of their tracks, through the courses as they are served now. */
@ApplicationScoped
public class Paths {

    @Inject Courses courses;
    @Inject LearningStore learning;
    @Inject HeldQuery certificates;
    @Inject Installation installation;
    @Inject Clock clock;

    /** Of one. */
    public Ways of(Candidate candidate) {
        return of(List.of(candidate)).get(candidate.id());
    }

    /** Of each. */
    public Map<CandidateId, Ways> of(Collection<Candidate> candidates) {
        List<Course> served = courses.all().stream().map(CourseVersion::course).toList();
        List<CandidateId> ids = candidates.stream().map(Candidate::id).toList();
        Map<CandidateId, List<Learnt>> learnt = learning.of(ids);
        Map<CandidateId, Held> held = certificates.of(ids);
        Map<CandidateId, Ways> ways = new HashMap<>();
        candidates.forEach(c -> {
            List<Learnt> own = learnt.getOrDefault(c.id(), List.of());
            ways.put(c.id(), new Ways(Path.of(c.track(), served, own), renewal(c, held.get(c.id()), served, own)));
        });
        return ways;
    }

    private Renewal renewal(Candidate candidate, Held held, List<Course> served, List<Learnt> learnt) {
        return held == null ? null : Renewal.at(clock.instant(), installation.zone(), held,
                Path.ofRenewal(candidate.track(), held.cycle(), served, learnt));
    }
}
