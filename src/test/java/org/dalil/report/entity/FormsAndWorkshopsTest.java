package org.dalil.report.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Sample;
import org.dalil.course.entity.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormsAndWorkshopsTest {

    private static FormOrders orders() {
        return FormOrders.of(Reference.rows("forms.csv").stream().map(r -> new PairedScore(r.number("pre"), r.number("post"),
                Form.valueOf(r.text("first")), 1, false, Map.of())).toList(), 80);
    }

    @Test
    void difficulty_within_an_occasion_is_that_of_r() {
        for (Reference.Row row : Reference.rows("forms-figures.csv")) {
            Sample a = orders().scores(Form.A, Occasion.valueOf(row.text("occasion")));
            Sample b = orders().scores(Form.B, Occasion.valueOf(row.text("occasion")));
            assertEquals(row.count("peopleA"), a.size());
            assertEquals(row.count("peopleB"), b.size());
            row.agrees("meanA", a.mean());
            row.agrees("meanB", b.mean());
            Interval interval = Interval.ofDifference(a, b);
            row.agrees("lower", interval.lower());
            row.agrees("upper", interval.upper());
        }
    }

    @Test
    void equated_scores_are_those_of_r() {
        Reference.Row row = Reference.rows("forms-equated.csv").get(0);
        MeanEquating equating = MeanEquating.of(orders());
        row.agrees("shift", equating.shift());
        row.agrees("gain", equating.gain());
        assertTrue(MeanEquating.isFor(orders()));
    }

    @Test
    void a_harder_form_is_found_whatever_the_halves_know() {
        Random random = new Random(41);
        for (int i = 0; i < 200; i++) {
            double harder = random.nextInt(20) - 10;
            double better = random.nextInt(20);
            List<PairedScore> scores = IntStream.range(0, 40 + random.nextInt(30)).mapToObj(p -> {
                boolean aFirst = p % 2 == 0;
                double before = 40 + (aFirst ? better : 0);
                return new PairedScore(before - (aFirst ? 0 : harder), before + 25 - (aFirst ? harder : 0), aFirst ? Form.A : Form.B, 1,
                        false, Map.of());
            }).toList();
            MeanEquating equating = MeanEquating.of(FormOrders.of(scores, 80));
            assertEquals(harder, equating.shift(), 1e-9);
            assertEquals(25, equating.gain(), 1e-9, "what was learnt doesn't hang on the form");
        }
    }

    static List<Reference.Row> workshops() {
        return Reference.rows("workshops-figures.csv");
    }

    private static List<Sample> gains(String set) {
        return Reference.sets("workshops.csv", "set").get(set).stream().map(r -> new Sample(r.count("people"), r.number("gain"), 0)).toList();
    }

    @ParameterizedTest
    @MethodSource("workshops")
    void the_bootstrap_with_the_same_random_numbers_is_that_of_r(Reference.Row row) {
        AcrossWorkshops across = AcrossWorkshops.of(gains(row.text("set"))).orElseThrow();
        row.agrees("mean", across.gain());
        row.agrees("lower", across.interval().lower());
        row.agrees("upper", across.interval().upper());
    }

    @Test
    void the_interval_of_very_many_is_that_of_r_and_near_the_drawn_one() {
        List<Sample> gains = Reference.rows("workshops-many.csv").stream().map(r -> new Sample(r.count("people"), r.number("gain"), 0)).toList();
        Reference.Row row = Reference.rows("workshops-many-figures.csv").get(0);
        AcrossWorkshops many = AcrossWorkshops.of(gains).orElseThrow();
        row.agrees("mean", many.gain());
        row.agrees("lower", many.interval().lower());
        row.agrees("upper", many.interval().upper());
        Interval less = AcrossWorkshops.of(gains.subList(0, AcrossWorkshops.MANY - 1)).orElseThrow().interval();
        Interval more = AcrossWorkshops.of(gains.subList(0, AcrossWorkshops.MANY)).orElseThrow().interval();
        assertEquals(less.upper() - less.lower(), more.upper() - more.lower(), 0.06, "no jump where drawing ends");
    }

    @Test
    void the_order_of_workshops_changes_nothing() {
        List<Sample> gains = new ArrayList<>(gains("workshops-2"));
        Optional<AcrossWorkshops> one = AcrossWorkshops.of(gains);
        Collections.shuffle(gains, new Random(42));
        assertEquals(one, AcrossWorkshops.of(gains));
    }

    @Test
    void nine_workshops_have_no_interval() {
        assertEquals(Optional.empty(), AcrossWorkshops.of(gains("workshops-1").subList(0, 9)));
        List<Sample> ten = new ArrayList<>(gains("workshops-1").subList(0, 9));
        ten.add(Sample.NONE);
        assertEquals(Optional.empty(), AcrossWorkshops.of(ten), "one where nobody took both tests is none");
    }
}
