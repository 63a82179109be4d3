package org.dalil.report.entity;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dalil.course.entity.Form;

/** Workshops drawn at random: small ones, large ones, easy tests and hard ones. */
final class Workshops {

    static final List<String> OBJECTIVES = List.of("evidence", "help", "keys", "spot");

    private Workshops() { }

    static WorkshopFigures drawn(Random random) {
        int pairs = random.nextInt(4) == 0 ? random.nextInt(10) : 5 + random.nextInt(60);
        Turnout turnout = new Turnout(random.nextInt(12), random.nextInt(12), random.nextInt(5), random.nextInt(4), pairs,
                random.nextInt(pairs + 1));
        return figures(random, turnout);
    }

    static WorkshopFigures figures(Random random, Turnout turnout) {
        double ease = random.nextDouble();
        List<PairedScore> pairs = IntStream.range(0, turnout.paired()).mapToObj(i -> pair(random, ease, i)).toList();
        List<Double> unpaired = Stream.generate(() -> score(random, ease)).limit(turnout.preOnly() + turnout.partial() / 2).toList();
        return new WorkshopFigures(new UUID(3, 4), new UUID(1, 2), 80, 25, turnout, pairs, unpaired, List.of(item(random, ease, pairs.size())));
    }

    private static PairedScore pair(Random random, double ease, int place) {
        Map<String, PairedScore.ObjectiveScore> objectives = OBJECTIVES.stream().collect(Collectors.toMap(o -> o,
                o -> new PairedScore.ObjectiveScore(score(random, ease), 3, score(random, 0.3 + 0.7 * ease), 3)));
        double before = objectives.values().stream().mapToDouble(PairedScore.ObjectiveScore::before).average().orElseThrow();
        double after = objectives.values().stream().mapToDouble(PairedScore.ObjectiveScore::after).average().orElseThrow();
        return new PairedScore(before, after, place % 2 == 0 ? Form.A : Form.B, random.nextInt(5) / 4.0, random.nextInt(8) == 0, objectives);
    }

    /** Of three items, each right or wrong. */
    private static double score(Random random, double ease) {
        return 100.0 * random.doubles(3).filter(d -> d < ease).count() / 3;
    }

    private static ItemTally item(Random random, double ease, int answers) {
        List<ItemAnswer> after = Stream.generate(() -> new ItemAnswer(random.nextDouble() < ease ? 1 : 0, ease, false, List.of("a")))
                .limit(answers).toList();
        return new ItemTally("keys-1", true, Set.of("a"), ItemTally.Occasion.NONE, ItemTally.Occasion.of(after), BeforeAfter.NOBODY);
    }
}
