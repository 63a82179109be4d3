package org.dalil.report.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.dalil.course.entity.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PairsTest {

    private static final double MARK = 80;

    static List<Reference.Row> figures() {
        return Reference.rows("pairs-figures.csv");
    }

    private static List<PairedScore> scores(String set) {
        return Reference.sets("pairs.csv", "set").get(set).stream().map(r -> score(r.number("pre"), r.number("post"))).toList();
    }

    private static PairedScore score(double before, double after) {
        return new PairedScore(before, after, Form.A, 1, false, Map.of());
    }

    private static List<PairedScore> drawn(Random random, int people) {
        return IntStream.range(0, people)
                .mapToObj(i -> score(random.nextInt(13) * 100 / 12.0, random.nextInt(13) * 100 / 12.0)).toList();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void figures_of_pairs_are_those_of_r(Reference.Row row) {
        Pairs pairs = Pairs.of(scores(row.text("set")), MARK);
        assertEquals(row.count("people"), pairs.people());
        row.agrees("meanPre", pairs.meanBefore());
        row.agrees("meanPost", pairs.meanAfter());
        row.agrees("gain", pairs.gain());
        row.agrees("deviationPre", pairs.beforeSample().deviation());
        row.agrees("deviationPost", pairs.afterSample().deviation());
        row.agrees("deviation", pairs.deviation());
        Interval interval = Interval.ofMean(pairs.gain(), pairs.deviation(), pairs.people());
        row.agrees("lower", interval.lower());
        row.agrees("upper", interval.upper());
        row.agrees("hake", pairs.normalised().orElseThrow().value());
        assertEquals(new BeforeAfter(row.count("kept"), row.count("gained"), row.count("lost"), row.count("never")), pairs.passed());
    }

    @ParameterizedTest
    @MethodSource("figures")
    void the_effect_size_and_its_interval_are_those_of_the_integral(Reference.Row row) {
        EffectSize effect = EffectSize.of(Pairs.of(scores(row.text("set")), MARK)).orElseThrow();
        row.agrees("dav", effect.average());
        row.agrees("hedges", effect.corrected());
        row.agrees("davLower", effect.interval().lower());
        row.agrees("davUpper", effect.interval().upper());
        row.agrees("dz", effect.ofGain());
    }

    @Test
    void groups_put_together_are_the_group() {
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            List<PairedScore> all = drawn(random, 2 + random.nextInt(60));
            int cut = random.nextInt(all.size() + 1);
            Pairs whole = Pairs.of(all, MARK);
            Pairs sum = Pairs.of(all.subList(0, cut), MARK).plus(Pairs.of(all.subList(cut, all.size()), MARK));
            assertEquals(whole.people(), sum.people());
            assertEquals(whole.passed(), sum.passed());
            assertEquals(whole.meanBefore(), sum.meanBefore(), 1e-10);
            assertEquals(whole.meanAfter(), sum.meanAfter(), 1e-10);
            assertEquals(whole.squaresBefore(), sum.squaresBefore(), 1e-7);
            assertEquals(whole.squaresAfter(), sum.squaresAfter(), 1e-7);
            assertEquals(whole.squaresGain(), sum.squaresGain(), 1e-7);
        }
    }

    @Test
    void the_effect_doesnt_know_the_scale_and_turns_with_the_gain() {
        Random random = new Random(12);
        for (int i = 0; i < 100; i++) {
            List<PairedScore> all = drawn(random, 20 + random.nextInt(60));
            EffectSize effect = EffectSize.of(Pairs.of(all, MARK)).orElseThrow();
            EffectSize half = EffectSize.of(Pairs.of(all.stream().map(s -> score(s.before() / 2 + 7, s.after() / 2 + 7)).toList(), MARK))
                    .orElseThrow();
            EffectSize turned = EffectSize.of(Pairs.of(all.stream().map(s -> score(s.after(), s.before())).toList(), MARK)).orElseThrow();
            assertEquals(effect.average(), half.average(), 1e-9);
            assertEquals(effect.interval().lower(), half.interval().lower(), 1e-9);
            assertEquals(effect.interval().lower(), -turned.interval().upper(), 1e-9);
            assertTrue(effect.interval().lower() < effect.average() && effect.average() < effect.interval().upper());
            assertTrue(Math.abs(effect.corrected()) <= Math.abs(effect.average()), "the correction makes it smaller");
        }
    }

    @Test
    void where_everybody_gains_the_same_there_is_no_effect_size() {
        assertEquals(Optional.empty(), EffectSize.of(Pairs.of(List.of(score(40, 60), score(50, 70), score(30, 50)), MARK)));
        assertEquals(Optional.empty(), EffectSize.of(Pairs.of(List.of(score(40, 60)), MARK)));
        assertEquals(Optional.empty(), EffectSize.of(Pairs.NOBODY));
    }

    @ParameterizedTest
    @CsvSource({"40, 60, 0.3333333333, MEDIUM", "40, 57.9, 0.2983333333, LOW", "50, 85.1, 0.702, HIGH", "60, 40, -0.5, LOW",
            "0, 100, 1, HIGH", "0, 70, 0.7, MEDIUM", "0, 30, 0.3, MEDIUM"})
    void hakes_gain_and_its_bands(double before, double after, double value, NormalisedGain.Band band) {
        NormalisedGain gain = NormalisedGain.of(before, after).orElseThrow();
        assertEquals(value, gain.value(), 1e-9);
        assertEquals(band, gain.band());
    }

    @Test
    void hakes_gain_is_undefined_where_nothing_could_be_gained() {
        assertEquals(Optional.empty(), NormalisedGain.of(100, 100));
        assertEquals(Optional.empty(), NormalisedGain.of(100, 90));
    }

    @Test
    void the_mark_itself_passes_however_the_sum_came_out() {
        assertEquals(new BeforeAfter(0, 1, 0, 0), Pairs.of(List.of(score(79.99, 79.99999999)), MARK).passed());
    }
}
