package org.dalil.exam.entity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * For which profession somebody is examined, and on which courses (domain, section 2). What is examined is learnt before, all of
 * it: an exam asks about every topic of its courses. So where the domain suggests some modules of a course (judges: two of F1 and
 * three of F2; cybercrime police: three of F3; teachers: four of F1 and one of F4), the whole course is learnt here: nobody is asked
 * what nobody taught them. Some tracks learn modules of another course as well, without being examined on it; teachers learn what
 * their pupils and the parents learn.
 */
public enum Track {
    JUDGES(List.of(), "F1", "F2", "F3"),
    CYBERCRIME_POLICE(List.of(), "F1", "F2", "F3"),
    COMMUNITY_POLICE(List.of(new Needed("F2", List.of(2))), "F1", "F4"),
    SOCIAL_WORKERS(List.of(new Needed("F2", List.of(2, 6))), "F1", "F4"),
    TEACHERS(Stream.of("T1", "T2", "T3", "T4", "P1", "P2", "P3").map(Needed::whole).toList(), "F1", "F4"),
    LAWYERS(List.of(), "F1", "F2", "F3");

    private static final List<String> RENEWED_BY = List.of("F5");

    private final List<Needed> also;
    private final List<String> courses;

    Track(List<Needed> also, String... courses) {
        this.also = also;
        this.courses = List.of(courses);
    }

    /** A course of the path. @param modules those that are needed; empty if all are */
    public record Needed(String course, List<Integer> modules) {

        /** All of a course. */
        static Needed whole(String course) {
            return new Needed(course, List.of());
        }

        /** Whether it takes this module. */
        public boolean includes(int module) {
            return modules.isEmpty() || modules.contains(module);
        }
    }

    /** The codes of the courses that are examined. */
    public List<String> courses() {
        return courses;
    }

    /** What is learnt before the exam, in the order of the courses' codes. */
    public List<Needed> learns() {
        return Stream.concat(courses.stream().map(Needed::whole), also.stream())
                .sorted(java.util.Comparator.comparing(Needed::course)).toList();
    }

    /** The codes of the courses that a certificate is renewed by: learnt again, and examined, by all tracks alike. */
    public List<String> renewal() {
        return RENEWED_BY;
    }

    /** What is learnt before the exam of a renewal. */
    public List<Needed> renews() {
        return RENEWED_BY.stream().map(Needed::whole).toList();
    }

    /** As lists of an academy and keys of texts write it: {@code cybercrime-police}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The track that is written so, or nothing. */
    public static Optional<Track> of(String slug) {
        return java.util.Arrays.stream(values()).filter(t -> t.slug().equals(slug)).findFirst();
    }
}
