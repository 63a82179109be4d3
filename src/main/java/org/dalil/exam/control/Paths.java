package org.dalil.exam.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dalil.course.Courses;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseVersion;
import org.dalil.exam.entity.Candidate;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.Learnt;
import org.dalil.exam.entity.Path;

/** How far candidates are on the paths of their tracks, through the courses as they are served now. */
@ApplicationScoped
public class Paths {

    @Inject Courses courses;
    @Inject LearningStore learning;

    /** Of one. */
    public Path of(Candidate candidate) {
        return of(List.of(candidate)).get(candidate.id());
    }

    /** Of each. */
    public Map<CandidateId, Path> of(Collection<Candidate> candidates) {
        List<Course> served = courses.all().stream().map(CourseVersion::course).toList();
        Map<CandidateId, List<Learnt>> learnt = learning.of(candidates.stream().map(Candidate::id).toList());
        Map<CandidateId, Path> paths = new HashMap<>();
        candidates.forEach(c -> paths.put(c.id(), Path.of(c.track(), served, learnt.getOrDefault(c.id(), List.of()))));
        return paths;
    }
}
