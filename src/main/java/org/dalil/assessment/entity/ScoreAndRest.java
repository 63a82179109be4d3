package org.dalil.assessment.entity;

import java.util.Collection;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Scores at an item beside the scores over the rest of the same form, added up. Not for anybody's eyes.
 *
 * @param item     scores at the item, 0 to 1
 * @param rest     the mean score at the form's other scored items, 0 to 1
 * @param products sum of products of both distances from their means
 */
public record ScoreAndRest(Sample item, Sample rest, double products) {

    public static final ScoreAndRest NONE = new ScoreAndRest(Sample.NONE, Sample.NONE, 0);

    /** Fewer answers say nothing (ours). */
    public static final int LEAST = 30;

    /** Fewer answers say little (ours). */
    public static final int STEADY = 100;

    /** @param score at the item @param others at the rest */
    public static <T> ScoreAndRest of(Collection<T> answers, ToDoubleFunction<T> score, ToDoubleFunction<T> others) {
        Sample item = Sample.of(answers, score);
        Sample rest = Sample.of(answers, others);
        double products = answers.stream().mapToDouble(a -> (score.applyAsDouble(a) - item.mean()) * (others.applyAsDouble(a) - rest.mean())).sum();
        return new ScoreAndRest(item, rest, products);
    }

    public ScoreAndRest plus(ScoreAndRest more) {
        double n = (double) item.size() + more.item.size();
        double between = n == 0 ? 0 : (more.item.mean() - item.mean()) * (more.rest.mean() - rest.mean())
                * item.size() * (more.item.size() / n);
        return new ScoreAndRest(item.plus(more.item), rest.plus(more.rest), products + more.products + between);
    }

    /** How many there are. */
    public int answers() {
        return item.size();
    }

    /**
     * The item–rest correlation; for an item that is right or wrong, the point-biserial one.
     *
     * @return nothing where all have the same score at the item or at the rest
     */
    public Optional<Discrimination> discrimination() {
        double spread = Math.sqrt(item.squares()) * Math.sqrt(rest.squares());
        return spread < 1e-12 ? Optional.empty() : Optional.of(new Discrimination(products / spread));
    }
}
