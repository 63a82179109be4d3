package org.dalil.report.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.dalil.assessment.entity.Discrimination;
import org.dalil.assessment.entity.ScoreAndRest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ItemStatisticsTest {

    static List<Reference.Row> discriminations() {
        return Reference.rows("discrimination.csv");
    }

    static List<Reference.Row> alarms() {
        return Reference.rows("mantel-haenszel.csv");
    }

    private static ItemAnswer answer(double score, double rest) {
        return new ItemAnswer(score, rest, false, List.of());
    }

    private static ScoreAndRest scores(List<ItemAnswer> answers) {
        return ScoreAndRest.of(answers, ItemAnswer::score, ItemAnswer::rest);
    }

    private static LanguageAlarm alarm(String set) {
        return LanguageAlarm.of(Reference.sets("strata.csv", "set").get(set).stream()
                .map(r -> new Stratum(r.count("right"), r.count("wrong"), r.count("rightHere"), r.count("wrongHere"))).toList()).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("discriminations")
    void the_correlation_with_the_rest_is_that_of_r(Reference.Row row) {
        ScoreAndRest scores = scores(Reference.sets("answers.csv", "item").get(row.text("item")).stream()
                .map(r -> answer(r.number("score"), r.number("rest"))).toList());
        assertEquals(row.count("answers"), scores.answers());
        row.agrees("facility", scores.item().mean());
        row.agrees("correlation", scores.discrimination().orElseThrow().value());
    }

    @Test
    void answers_put_together_give_the_same_correlation() {
        Random random = new Random(31);
        for (int i = 0; i < 500; i++) {
            List<ItemAnswer> all = IntStream.range(0, 3 + random.nextInt(80))
                    .mapToObj(a -> answer(random.nextInt(5) / 4.0, random.nextInt(12) / 11.0)).toList();
            int cut = random.nextInt(all.size() + 1);
            ScoreAndRest sum = scores(all.subList(0, cut)).plus(scores(all.subList(cut, all.size())));
            Optional<Discrimination> whole = scores(all).discrimination();
            assertEquals(whole.isPresent(), sum.discrimination().isPresent());
            whole.ifPresent(d -> {
                assertEquals(d.value(), sum.discrimination().orElseThrow().value(), 1e-9);
                assertTrue(Math.abs(d.value()) <= 1 + 1e-12);
            });
        }
    }

    @Test
    void an_item_that_all_got_right_discriminates_nobody() {
        assertEquals(Optional.empty(), scores(List.of(answer(1, 0.2), answer(1, 0.9))).discrimination());
        assertEquals(Optional.empty(), ScoreAndRest.NONE.discrimination());
    }

    @ParameterizedTest
    @CsvSource({"0.4, EXCELLENT", "0.399, GOOD", "0.3, GOOD", "0.29, FAIR", "0.2, FAIR", "0.19, REVISE", "0, REVISE", "-0.01, CHECK_KEY"})
    void bands_are_those_of_ebel_and_frisbie(double value, Discrimination.Band band) {
        assertEquals(band, new Discrimination(value).band());
    }

    @ParameterizedTest
    @MethodSource("alarms")
    void mantel_and_haenszel_are_those_of_r(Reference.Row row) {
        LanguageAlarm alarm = alarm(row.text("set"));
        row.agrees("odds", alarm.odds());
        row.agrees("delta", alarm.delta());
        row.agrees("error", alarm.error());
        row.agrees("chiSquared", alarm.chiSquared());
        row.agrees("p", alarm.p());
    }

    @ParameterizedTest
    @CsvSource({"dif-1, QUIET", "dif-2, ALARM", "dif-3, QUIET", "dif-4, QUIET", "dif-5, QUIET"})
    void levels_are_those_of_ets(String set, LanguageAlarm.Level level) {
        assertEquals(level, alarm(set).level());
    }

    @ParameterizedTest
    @CsvSource({"-1.6, 0.3, 0.001, ALARM", "-1.6, 0.5, 0.001, LOOK", "1.2, 0.1, 0.001, LOOK", "1.2, 0.1, 0.06, QUIET", "-0.99, 0.1, 0.001, QUIET"})
    void an_alarm_is_large_and_surely_above_one(double delta, double error, double p, LanguageAlarm.Level level) {
        assertEquals(level, new LanguageAlarm(Math.exp(delta / -2.35), delta, error, 9, p).level());
    }

    @Test
    void the_alarm_turns_when_the_languages_change_places() {
        Random random = new Random(32);
        for (int i = 0; i < 300; i++) {
            List<Stratum> strata = IntStream.range(0, 2 + random.nextInt(6)).mapToObj(s -> new Stratum(random.nextInt(20),
                    random.nextInt(20), random.nextInt(20), random.nextInt(20))).toList();
            List<Stratum> turned = strata.stream().map(s -> new Stratum(s.rightHere(), s.wrongHere(), s.right(), s.wrong())).toList();
            Optional<LanguageAlarm> one = LanguageAlarm.of(strata);
            assertEquals(one.isPresent(), LanguageAlarm.of(turned).isPresent());
            one.ifPresent(a -> {
                LanguageAlarm other = LanguageAlarm.of(turned).orElseThrow();
                assertEquals(a.delta(), -other.delta(), 1e-9);
                assertEquals(a.error(), other.error(), 1e-9);
                assertEquals(a.chiSquared(), other.chiSquared(), 1e-9);
            });
        }
    }

    @Test
    void nothing_to_compare_raises_no_alarm() {
        assertEquals(Optional.empty(), LanguageAlarm.of(List.of()));
        assertEquals(Optional.empty(), LanguageAlarm.of(List.of(new Stratum(12, 0, 9, 0))));
        assertEquals(Optional.empty(), LanguageAlarm.of(List.of(new Stratum(12, 4, 0, 0))));
    }
}
