package org.dalil.exam.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dalil.course.entity.Blueprint;

/**
 * What came of a sitting: passed or not, and the points by topic. It knows no items.
 *
 * @param passed whether every course reached its mark and every topic its minimum
 */
public record Verdict(boolean passed, List<CourseResult> courses) {

    /** A sum of thirds may miss a whole number by this little. */
    private static final double DUST = 1e-9;

    /** @param percent of all points of the course; {@code mark} is what had to be reached */
    public record CourseResult(UUID courseId, double percent, int mark, boolean passed, List<TopicResult> topics) { }

    /** @param percent of this topic's points; {@code minimum} is what had to be reached */
    public record TopicResult(String topic, double percent, int minimum, boolean passed) { }

    /** The points of one item, 0 to 1, and what it belongs to. */
    public record Scored(UUID courseId, String topic, double points) { }

    /**
     * Decides.
     *
     * @param leastMark a pass mark of the track; the course's own counts if it is higher
     */
    public static Verdict of(Map<UUID, Blueprint> blueprints, int leastMark, List<Scored> scored) {
        List<CourseResult> courses = new ArrayList<>();
        blueprints.forEach((course, blueprint) -> {
            List<Scored> own = scored.stream().filter(s -> s.courseId().equals(course)).toList();
            List<TopicResult> topics = blueprint.topics().stream().map(t -> {
                double percent = percent(own.stream().filter(s -> s.topic().equals(t.id())).toList());
                return new TopicResult(t.id(), percent, t.minimum(), percent + DUST >= t.minimum());
            }).toList();
            int mark = Math.max(blueprint.passMark(), leastMark);
            double percent = percent(own);
            boolean passed = percent + DUST >= mark && topics.stream().allMatch(TopicResult::passed);
            courses.add(new CourseResult(course, percent, mark, passed, topics));
        });
        return new Verdict(!courses.isEmpty() && courses.stream().allMatch(CourseResult::passed), List.copyOf(courses));
    }

    private static double percent(List<Scored> scored) {
        return scored.isEmpty() ? 0 : 100 * scored.stream().mapToDouble(Scored::points).sum() / scored.size();
    }
}
