package org.dalil.report.entity;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Everybody who was in a workshop and whose card was not erased. Not for anybody's eyes: its {@link #figures()} are the way on.
 *
 * @param mark     the course's pass mark, 0 to 100
 * @param expected how many people were planned for
 */
public record WorkshopPeople(UUID workshopId, UUID courseId, double mark, int expected, List<Participant> people) {

    public WorkshopFigures figures() {
        List<Double> unpaired = people.stream().filter(p -> p.state() != Participant.State.PAIRED).map(Participant::before)
                .flatMap(Optional::stream).filter(Sitting::whole).map(Sitting::score).toList();
        return new WorkshopFigures(workshopId, courseId, mark, expected, Turnout.of(people),
                people.stream().map(Participant::pair).flatMap(Optional::stream).toList(), unpaired, items());
    }

    /** What has happened since these figures were taken. */
    public Movement since(Instant takenAt) {
        return new Movement((int) people.stream().filter(p -> p.movedAt().isAfter(takenAt)).count(),
                (int) people.stream().filter(p -> p.isPairedAfter(takenAt)).count());
    }

    /** Without keys: these tell which items to talk about again; the bench of items is made elsewhere. */
    List<ItemTally> items() {
        Set<String> ids = new LinkedHashSet<>();
        people.stream().flatMap(p -> Stream.of(p.before(), p.after())).flatMap(Optional::stream).filter(Sitting::whole)
                .flatMap(s -> s.items().stream()).forEach(i -> ids.add(i.item()));
        return ids.stream().sorted().map(this::tally).toList();
    }

    private ItemTally tally(String item) {
        boolean choice = Stream.of(people).flatMap(List::stream).flatMap(p -> Stream.of(p.before(), p.after())).flatMap(Optional::stream)
                .flatMap(s -> s.items().stream()).filter(i -> i.item().equals(item)).allMatch(ItemScore::choice);
        return new ItemTally(item, choice, Set.of(), occasion(item, Participant::before), occasion(item, Participant::after),
                people.stream().map(p -> both(p, item)).flatMap(Optional::stream).reduce(BeforeAfter.NOBODY, BeforeAfter::plus));
    }

    private ItemTally.Occasion occasion(String item, Function<Participant, Optional<Sitting>> which) {
        return ItemTally.Occasion.of(people.stream().map(which).flatMap(Optional::stream).filter(Sitting::whole)
                .flatMap(s -> s.items().stream().filter(i -> i.item().equals(item)).map(s::answer)).toList());
    }

    private static Optional<BeforeAfter> both(Participant person, String item) {
        Optional<ItemScore> before = person.before().filter(Sitting::whole).flatMap(s -> find(s, item));
        Optional<ItemScore> after = person.after().filter(Sitting::whole).flatMap(s -> find(s, item));
        return before.flatMap(b -> after.map(a -> BeforeAfter.one(b.isRight(), a.isRight())));
    }

    private static Optional<ItemScore> find(Sitting sitting, String item) {
        return sitting.items().stream().filter(i -> i.item().equals(item)).findFirst();
    }
}
