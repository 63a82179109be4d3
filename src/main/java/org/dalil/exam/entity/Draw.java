package org.dalil.exam.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dalil.course.entity.Blueprint;
import org.dalil.course.entity.Difficulty;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.entity.Refused;

/** One exam from the blueprints of its courses: the same seed and the same items give the same paper. */
public final class Draw {

    private Draw() { }

    /**
     * Where the pool holds fewer items than the blueprint draws.
     *
     * @param pool the items of this course
     */
    public static List<Blueprint.Gap> gaps(Blueprint blueprint, List<PoolItem> pool) {
        return blueprint.topics().stream().flatMap(t -> Arrays.stream(Difficulty.values())
                .map(d -> new Blueprint.Gap(t.id(), d, t.items(d), (int) pool.stream().filter(i -> is(i, t.id(), d)).count()))).filter(g -> g.there() < g.wanted()).toList();
    }

    private static boolean is(PoolItem item, String topic, Difficulty difficulty) {
        return item.difficulty() == difficulty && item.topic().equals(topic);
    }

    private static List<PoolItem> of(List<PoolItem> pool, String topic, Difficulty difficulty) {
        return pool.stream().filter(i -> is(i, topic, difficulty))
                .sorted(Comparator.comparing(i -> i.id().toString())).toList();
    }

    /**
     * The paper.
     *
     * @param blueprints by course, in the order of the courses
     * @param pool       the items that may be drawn, in any order
     * @throws Refused if a blueprint can't be filled
     */
    public static List<PaperItem> paper(byte[] seed, Map<UUID, Blueprint> blueprints, List<PoolItem> pool) {
        DrawStream stream = new DrawStream(seed);
        List<PoolItem> drawn = new ArrayList<>();
        blueprints.forEach((course, blueprint) -> {
            List<PoolItem> own = pool.stream().filter(i -> i.courseId().equals(course)).toList();
            if (!gaps(blueprint, own).isEmpty()) {
                throw new Refused("exam.begin.bank");
            }
            blueprint.topics().forEach(t -> Arrays.stream(Difficulty.values()).forEach(d ->
                    drawn.addAll(stream.shuffled(of(own, t.id(), d)).subList(0, t.items(d)))));
        });
        return stream.shuffled(drawn).stream().map(i -> asked(i, stream)).toList();
    }

    /** True stands before false for everybody: their order gives nothing away. */
    private static PaperItem asked(PoolItem item, DrawStream stream) {
        List<String> choices = item.kind() == Quiz.Kind.TRUE_FALSE ? item.choices() : stream.shuffled(item.choices());
        return new PaperItem(item.id(), choices, stream.shuffled(item.right()));
    }
}
