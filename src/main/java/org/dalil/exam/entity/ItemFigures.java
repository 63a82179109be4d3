package org.dalil.exam.entity;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.dalil.assessment.entity.Discrimination;
import org.dalil.assessment.entity.ScoreAndRest;

/**
 * How an item did in exams, as certifiers may see it (measurement, section 3): nothing but how often below
 * {@link ScoreAndRest#LEAST} answers, a first hint below {@link ScoreAndRest#STEADY}.
 *
 * @param asked          how often it was asked and marked
 * @param mean           what it was worth on average, 0 to 1; null below that many
 * @param discrimination how well it tells who knows the rest of the exam; null below that many, and where all have the same score
 */
public record ItemFigures(int asked, Double mean, Double discrimination) implements Serializable {

    /** For an item that was never asked. */
    public static final ItemFigures NONE = new ItemFigures(0, null, null);

    /** What may be shown of these scores. */
    public static ItemFigures of(ScoreAndRest scores) {
        boolean enough = scores.answers() >= ScoreAndRest.LEAST;
        return new ItemFigures(scores.answers(), enough ? scores.item().mean() : null,
                enough ? scores.discrimination().map(Discrimination::value).orElse(null) : null);
    }

    /** Percent of the points, if enough were asked. */
    public OptionalLong percent() {
        return mean == null ? OptionalLong.empty() : OptionalLong.of(Math.round(100 * mean));
    }

    /** Its flag, if enough were asked. */
    public Optional<Discrimination> flag() {
        return Optional.ofNullable(discrimination).map(Discrimination::new);
    }

    /** Whether there are too few answers to lean on. */
    public boolean isProvisional() {
        return mean != null && asked < ScoreAndRest.STEADY;
    }

    /**
     * What was marked at an item.
     *
     * @param marks   how many marked each thing, by its id; for a match pairs, for an order nothing
     * @param skipped how many gave no answer
     */
    public record Marks(Map<String, Integer> marks, int skipped) {

        /** For an item that too few were asked. */
        public static final Marks HIDDEN = new Marks(Map.of(), 0);

        /** Whether too few were asked for any of it to be shown. */
        public boolean isHidden() {
            return marks.isEmpty() && skipped == 0;
        }
    }
}
