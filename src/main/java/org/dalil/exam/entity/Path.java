package org.dalil.exam.entity;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Module;

/** What a candidate learns before the exam, and how far they are: modules with their case files, never answers or scores. */
public record Path(List<Part> parts) implements Serializable {

    /** A course of the track. @param course its code */
    public record Part(String course, List<Step> steps) implements Serializable {

        /** The numbers of the modules that are missing. */
        public List<Integer> missing() {
            return steps.stream().filter(s -> !s.isDone()).map(Step::module).toList();
        }
    }

    /** A module. @param confirmedOn null until it is confirmed */
    public record Step(int module, LocalDate confirmedOn) implements Serializable {

        public boolean isDone() {
            return confirmedOn != null;
        }
    }

    /** The whole way of a track through the courses that are served, as far as somebody has come on it. */
    public static Path of(Track track, List<Course> served, Collection<Learnt> learnt) {
        return of(track.learns(), Learnt.WHOLE_WAY, served, learnt);
    }

    /** The short way of a renewal. @param cycle of the certificate: what was learnt for another renewal does not count again */
    public static Path ofRenewal(Track track, int cycle, List<Course> served, Collection<Learnt> learnt) {
        return of(track.renews(), cycle, served, learnt);
    }

    private static Path of(List<Track.Needed> way, int cycle, List<Course> served, Collection<Learnt> all) {
        List<Learnt> learnt = all.stream().filter(l -> l.cycle() == cycle).toList();
        return new Path(way.stream()
                .flatMap(needed -> served.stream().filter(c -> c.code().equals(needed.course())).limit(1).map(c -> part(needed, c, learnt))).toList());
    }

    private static Part part(Track.Needed needed, Course course, Collection<Learnt> learnt) {
        return new Part(course.code(), course.modules().stream().map(Module::number).filter(needed::includes)
                .map(n -> new Step(n, learnt.stream().filter(l -> l.courseId().equals(course.id()) && l.module() == n).map(Learnt::confirmedOn)
                        .findFirst().orElse(null))).toList());
    }

    private Stream<Step> steps() {
        return parts.stream().flatMap(p -> p.steps().stream());
    }

    /** How many modules it has. */
    public int length() {
        return (int) steps().count();
    }

    /** How many of them are confirmed. */
    public int done() {
        return (int) steps().filter(Step::isDone).count();
    }

    /** Whether all of it is learnt; never while none of its courses is served. */
    public boolean isComplete() {
        return length() > 0 && done() == length();
    }

    /** The courses in which something is missing. */
    public List<Part> open() {
        return parts.stream().filter(p -> !p.missing().isEmpty()).toList();
    }
}
