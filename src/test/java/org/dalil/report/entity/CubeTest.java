package org.dalil.report.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CubeTest {

    private static final SmallestGroup TEN = SmallestGroup.TEN;
    private static final Set<Dimension> LATE = Set.of(Dimension.LANGUAGE, Dimension.PARTNER, Dimension.REGION);

    /** A programme of some months: what was gathered each time, and the parties that went into it. */
    private static final class Programme {
        final List<Party> parties = new ArrayList<>();
        final List<Batch> batches = new ArrayList<>();
        List<Party> waiting = List.of();

        Programme(Random random, int workshops) {
            Parties draw = new Parties(random);
            for (int w = 0; w < workshops; w++) {
                List<Party> now = new ArrayList<>(draw.workshop("2026-Q" + (1 + w % 2)));
                if (random.nextInt(3) == 0) {
                    now.add(draw.alone("2026-Q1"));
                }
                parties.addAll(now);
                gather(Stream.concat(waiting.stream(), now.stream()).toList(), w % 5 == 4 ? LATE : Set.of());
            }
        }

        private void gather(List<Party> some, Set<Dimension> givenUp) {
            Gathered gathered = Gathered.of(some, TEN, givenUp);
            assertEquals(Parties.people(some), Parties.people(gathered.waiting())
                    + gathered.batches().stream().mapToInt(Batch::people).sum(), "nobody is lost");
            batches.addAll(gathered.batches());
            waiting = gathered.waiting();
        }
    }

    /**
     * The attacker has all 36 tables, after each of several closings, and the report of every workshop that has one. No party of
     * fewer than ten people, no two of them, comes out by adding and subtracting.
     */
    @Test
    void no_sum_of_tables_gives_few_people_back() {
        for (int seed = 0; seed < 25; seed++) {
            Programme programme = new Programme(new Random(seed), 24);
            Map<UUID, Integer> place = new HashMap<>();
            programme.parties.forEach(p -> place.put(p.id(), place.size()));
            Attack attack = new Attack();
            for (int closed = programme.batches.size() / 2; closed <= programme.batches.size(); closed += 3) {
                attack.learn(programme.batches.subList(0, closed), b -> b.scope().parties().keySet(), place);
            }
            attack.learn(programme.batches, b -> b.scope().parties().keySet(), place);
            reports(programme.parties).forEach(r -> attack.learn(Attack.vector(r.stream().map(Party::id).toList(), place)));
            List<Party> small = programme.parties.stream().filter(p -> p.people() < 10).toList();
            for (Party one : small) {
                small.stream().filter(other -> one == other || one.people() + other.people() < 10)
                        .forEach(other -> assertFalse(attack.finds(Attack.vector(List.of(one.id(), other.id()), place)), one + " and " + other));
            }
        }
    }

    /** The pairs of each workshop whose own report shows them. */
    private static List<List<Party>> reports(List<Party> parties) {
        return parties.stream().filter(p -> p.isPaired() && p.workshop().isPresent()).collect(Collectors.groupingBy(Party::workshop)).values()
                .stream().filter(p -> Parties.people(p) >= 10).toList();
    }

    @Test
    void tables_add_up_in_both_margins() {
        for (Cube cube : Attack.tables(new Programme(new Random(71), 40).batches)) {
            assertEquals(cube.all().people(), cube.byRow().values().stream().mapToInt(CubeCell::people).sum());
            cube.columns().ifPresent(c -> {
                cube.byRow().forEach((row, cell) -> assertEquals(cell.people(), cube.byColumn().keySet().stream()
                        .map(column -> cube.cell(row, column)).flatMap(Optional::stream).mapToInt(CubeCell::people).sum()));
                cube.byColumn().forEach((column, cell) -> assertEquals(cell.pairs(), cube.byRow().keySet().stream()
                        .map(row -> cube.cell(row, column)).flatMap(Optional::stream).mapToInt(CubeCell::pairs).sum()));
            });
        }
    }

    @Test
    void ranges_hold_the_truth_and_are_numbers_where_nothing_is_capped() {
        for (int seed = 0; seed < 60; seed++) {
            List<Batch> batches = new Programme(new Random(seed), 12).batches.stream().filter(b -> b.pairs().people() > 0).toList();
            CubeCell all = Cube.from(batches, Dimension.COURSE, Optional.empty(), TEN).all();
            Pairs truth = Pairs.sum(batches.stream().map(Batch::pairs).toList());
            holds(all.before(), truth.meanBefore());
            holds(all.after(), truth.meanAfter());
            holds(all.change(), truth.gain());
            holds(all.passedBefore(), 100.0 * truth.passed().before() / truth.people());
            holds(all.passedAfter(), 100.0 * truth.passed().after() / truth.people());
            if (batches.stream().allMatch(b -> b.pairs().figures().isPlain())) {
                assertEquals(truth.gain(), all.change().orElseThrow().lower(), 1e-9);
                assertEquals(all.passedAfter().orElseThrow().lower(), all.passedAfter().orElseThrow().upper(), 1e-9);
            }
            all.interval().ifPresent(i -> assertTrue(i.lower() <= truth.gain() + 1e-9 && i.upper() >= truth.gain() - 1e-9));
        }
    }

    private static void holds(Optional<Interval> range, double truth) {
        assertTrue(range.orElseThrow().lower() <= truth + 1e-9 && truth <= range.get().upper() + 1e-9, truth + " in " + range);
    }

    private static Party party(int id, UUID workshop, String language, int people, double before, double after, int passed) {
        Pairs pairs = new Pairs(people, before, after, 900, 900, 900, new BeforeAfter(0, passed, passed > 3 ? 3 : 0, people - passed - (passed > 3 ? 3 : 0)));
        return Parties.paired(new UUID(9, id), Optional.ofNullable(workshop), new Place(Map.of(Dimension.LANGUAGE, language, Dimension.REGION, "r")), pairs);
    }

    @Test
    void a_workshop_is_taken_apart_by_language_only_into_large_parts() {
        UUID w = new UUID(1, 1);
        List<Batch> batches = Gathered.of(List.of(party(1, w, "ar", 15, 40, 60, 6), party(2, w, "ckb", 7, 40, 60, 4), party(3, w, "kmr", 5, 40, 60, 0)),
                TEN, Set.of()).batches();
        assertEquals(List.of(15, 12), batches.stream().map(Batch::people).sorted(java.util.Comparator.reverseOrder()).toList());
        assertEquals(Optional.empty(), batches.stream().filter(b -> b.people() == 12).findFirst().orElseThrow().place().in(Dimension.LANGUAGE));
        assertEquals(1, Gathered.of(List.of(party(1, w, "ar", 15, 40, 60, 6), party(2, w, "ckb", 9, 40, 60, 4)), TEN, Set.of()).batches().size());
    }

    @Test
    void a_workshop_stays_whole_where_a_part_is_an_extreme() {
        UUID w = new UUID(1, 1);
        assertEquals(1, Gathered.of(List.of(party(1, w, "ar", 15, 40, 60, 6), party(2, w, "ckb", 12, 40, 95, 6)), TEN, Set.of()).batches().size());
        assertEquals(2, Gathered.of(List.of(party(1, w, "ar", 15, 40, 60, 6), party(2, w, "ckb", 12, 40, 90, 6)), TEN, Set.of()).batches().size());
    }

    @Test
    void small_workshops_wait_for_others_in_the_same_place() {
        List<Party> three = List.of(party(1, new UUID(1, 1), "ar", 4, 40, 60, 0), party(2, new UUID(1, 2), "ar", 5, 40, 60, 0),
                party(3, new UUID(1, 3), "ckb", 6, 40, 60, 0));
        assertEquals(three, Gathered.of(three, TEN, Set.of()).waiting());
        Gathered late = Gathered.of(three, TEN, Set.of(Dimension.LANGUAGE));
        assertEquals(15, late.batches().get(0).people());
        assertEquals(List.of(), late.waiting());
        assertEquals(Optional.of("r"), late.batches().get(0).place().in(Dimension.REGION));
    }

    @Test
    void those_without_a_pair_whom_a_report_hides_are_never_with_those_it_shows() {
        Turnout turnout = new Turnout(3, 12, 2, 0, 20, 10);
        List<Party> parties = Parties.unpaired(new UUID(9, 1), new UUID(9, 2), new UUID(1, 1), new Place(Map.of()), turnout);
        assertEquals(List.of(12, 5), parties.stream().map(Party::people).toList());
        assertEquals(1, Gathered.of(parties, TEN, Set.of(Dimension.values())).batches().size());
    }

    @Test
    void ten_workshops_have_an_interval_of_workshops_and_capped_ones_widen_it() {
        List<Batch> ten = IntStream.range(0, 10).mapToObj(i -> party(i, new UUID(1, i), "ar", 20, 40, 55 + i, 6))
                .flatMap(p -> Gathered.of(List.of(p), TEN, Set.of()).batches().stream()).toList();
        Interval exact = Cube.from(ten, Dimension.REGION, Optional.empty(), TEN).all().interval().orElseThrow();
        assertEquals(AcrossWorkshops.of(ten.stream().map(b -> b.pairs().gainSample()).toList()).orElseThrow().interval(), exact);
        List<Batch> capped = Stream.concat(ten.stream(), Gathered.of(List.of(party(11, new UUID(1, 11), "ar", 20, 40, 99, 6)), TEN, Set.of())
                .batches().stream()).toList();
        CubeCell all = Cube.from(capped, Dimension.REGION, Optional.empty(), TEN).all();
        assertTrue(all.change().orElseThrow().upper() > all.change().orElseThrow().lower());
        assertTrue(all.interval().isPresent());
    }

    @Test
    void one_workshop_has_the_interval_of_its_people_and_a_few_have_none() {
        List<Batch> three = IntStream.range(0, 3).mapToObj(i -> party(i, new UUID(1, i), "ar", 20, 40, 60 + 19.5 * i, 6))
                .flatMap(p -> Gathered.of(List.of(p), TEN, Set.of()).batches().stream()).toList();
        CubeCell first = Cube.from(three.subList(0, 1), Dimension.REGION, Optional.empty(), TEN).all();
        Pairs pairs = three.get(0).pairs();
        assertEquals(Interval.ofMean(pairs.gain(), pairs.deviation(), 20), first.interval().orElseThrow());
        assertTrue(Cube.from(three, Dimension.REGION, Optional.empty(), TEN).all().interval().isEmpty());
        assertTrue(Cube.from(three.subList(2, 3), Dimension.REGION, Optional.empty(), TEN).all().interval().isEmpty(), "capped");
    }

    @Test
    void what_cannot_be_made() {
        assertThrows(IllegalArgumentException.class, () -> Batch.of(List.of(party(1, null, "ar", 9, 40, 60, 0)), new UUID(1, 1)));
        assertThrows(IllegalArgumentException.class, () -> Cube.from(List.of(), Dimension.REGION, Optional.of(Dimension.REGION), TEN));
        List<Batch> twelve = Gathered.of(List.of(party(1, new UUID(1, 1), "ar", 12, 40, 60, 4)), TEN, Set.of()).batches();
        assertEquals(0, Cube.from(twelve, Dimension.REGION, Optional.empty(), new SmallestGroup(15)).all().people());
    }
}
