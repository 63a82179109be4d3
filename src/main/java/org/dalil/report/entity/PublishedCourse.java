package org.dalil.report.entity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The figures of one course across all workshops and people on their own, as anybody may see them who may see reports: its line in
 * the {@link Cube}, and who took which test. There is no sum over courses beside it that would give a hidden part back.
 */
public final class PublishedCourse implements Published {

    private final UUID courseId;
    private final CubeCell cell;
    private final PublishedTurnout turnout;

    private PublishedCourse(UUID courseId, List<Batch> batches, SmallestGroup smallest) {
        this.courseId = courseId;
        cell = CubeCell.of(batches);
        turnout = PublishedTurnout.from(batches.stream().map(Batch::turnout).reduce(Turnout.NOBODY, Turnout::plus), smallest);
    }

    /** Every course that has a batch of its own, in no order. */
    public static List<PublishedCourse> from(Collection<Batch> batches, SmallestGroup smallest) {
        Map<String, List<Batch>> courses = batches.stream()
                .filter(b -> smallest.holds(b.people()) && b.place().in(Dimension.COURSE).isPresent())
                .collect(Collectors.groupingBy(b -> b.place().in(Dimension.COURSE).orElseThrow()));
        return courses.entrySet().stream().map(e -> new PublishedCourse(UUID.fromString(e.getKey()), e.getValue(), smallest)).toList();
    }

    public UUID courseId() {
        return courseId;
    }

    /** What changed. */
    public CubeCell cell() {
        return cell;
    }

    /** Who took the tests. */
    public PublishedTurnout turnout() {
        return turnout;
    }
}
