package org.dalil.report.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dalil.platform.entity.NewId;
import org.dalil.report.control.BatchStore.Waiting;
import org.dalil.report.entity.Dimension;
import org.dalil.report.entity.Gathered;
import org.dalil.report.entity.Ledger;
import org.dalil.report.entity.Participant;
import org.dalil.report.entity.Party;
import org.dalil.report.entity.Reached;
import org.dalil.report.entity.Scope;
import org.dalil.report.entity.Stage;
import org.dalil.report.entity.Turnout;

/** Puts people together for figures across workshops, in the caller's transaction. */
@ApplicationScoped
public class Gathering {

    /** Sheets of paper come in and lessons are finished at home; then a workshop's pairs are put together. */
    private static final Period SETTLED = Period.ofDays(7);

    /** Who took no second test until then won't. */
    private static final Period GONE = Period.ofDays(30);

    /** Who has waited so long gives up where and in which language they learnt. */
    private static final Period LATE = Period.ofDays(45);

    /** Who has waited so long gives up everything, before the card's rows go. */
    private static final Period LAST = Period.ofDays(80);

    @Inject BatchStore store;
    @Inject ItemStore items;
    @Inject ReachedQuery reached;
    @Inject GroupSize size;
    @Inject Clock clock;

    /** The pairs of a workshop that is over, as they are now; a month after its end, everybody. */
    public void workshop(UUID id) {
        store.lock(clock.instant());
        boolean over = reached.closedAt(id).isBefore(before(GONE));
        List<Reached> all = reached.ofWorkshop(id);
        List<Reached> some = all.stream().filter(p -> !p.counted() && (over || p.isPaired())).toList();
        Turnout turnout = Turnout.of(all.stream().map(Reached::participant).toList());
        Party.apart(some, turnout, size.get()).forEach(p -> store.add(Stage.COURSE, Optional.of(id), p, today()));
        together(Stage.COURSE);
    }

    /**
     * Whether a workshop's pairs may leave the room in a report of their own. They are put together for good first. Some of them may have
     * been before, with others: then figures across workshops and the report must not differ by a few people.
     *
     * @param pairs how many there are
     */
    public boolean admits(UUID workshop, int pairs) {
        workshop(workshop);
        Map<UUID, Integer> parties = new HashMap<>(store.pairs(workshop));
        int others = Math.abs(pairs - parties.values().stream().mapToInt(Integer::intValue).sum());
        if (others > 0) {
            // Pairs who were counted before they were pairs, or whose cards are gone since.
            parties.put(NewId.next(), others);
        }
        return !size.get().holds(pairs) || new Ledger(store.around(workshop)).admits(new Scope(parties), size.get());
    }

    /** People on their own, and those who took a test again later. */
    public void others() {
        store.lock(clock.instant());
        reached.alone(settled(clock.instant()), today().minus(GONE)).stream().filter(p -> p.isPaired() || isGone(p.participant()))
                .forEach(p -> store.add(Stage.COURSE, Optional.empty(), List.of(p), today()));
        together(Stage.COURSE);
        for (Stage stage : List.of(Stage.MONTH, Stage.QUARTER)) {
            reached.again(stage).forEach(p -> store.add(stage, Optional.empty(), List.of(p), today()));
            together(stage);
        }
    }

    private boolean isGone(Participant participant) {
        return participant.movedAt().isBefore(before(GONE));
    }

    private void together(Stage stage) {
        Map<UUID, List<Reached>> before = reached.members(stage);
        long parted = store.waiting(stage).stream().filter(w -> part(stage, w, before.getOrDefault(w.id(), List.of()))).count();
        Map<UUID, List<Reached>> people = parted == 0 ? before : reached.members(stage);
        List<Waiting> waiting = store.waiting(stage);
        List<Party> parties = gather(stage, parties(stage, waiting, people), Set.of());
        parties = gather(stage, older(parties, waiting, LATE), Set.of(Dimension.LANGUAGE, Dimension.PARTNER, Dimension.REGION));
        gather(stage, older(parties, waiting, LAST), Set.of(Dimension.values()));
    }

    /** Who took the second test while the party waited is a pair now. @return whether there was somebody */
    private boolean part(Stage stage, Waiting waiting, List<Reached> people) {
        List<Reached> pairs = waiting.paired() ? List.of() : people.stream().filter(Reached::isPaired).toList();
        if (!pairs.isEmpty()) {
            store.add(stage, waiting.workshop(), pairs, waiting.since());
        }
        return !pairs.isEmpty();
    }

    private static List<Party> parties(Stage stage, List<Waiting> waiting, Map<UUID, List<Reached>> people) {
        return waiting.stream().filter(w -> people.containsKey(w.id()))
                .map(w -> Party.of(w.id(), w.workshop(), w.place(), stage, people.get(w.id()))).toList();
    }

    private List<Party> gather(Stage stage, List<Party> parties, Set<Dimension> givenUp) {
        Gathered gathered = Gathered.of(parties, size.get(), givenUp);
        gathered.batches().forEach(b -> {
            store.add(stage, b);
            if (stage == Stage.COURSE) {
                items.add(b);
            }
        });
        return gathered.waiting();
    }

    private List<Party> older(List<Party> parties, List<Waiting> waiting, Period than) {
        LocalDate since = today().minus(than);
        Set<UUID> old = new HashSet<>(waiting.stream().filter(w -> w.since().isBefore(since)).map(Waiting::id).toList());
        return parties.stream().filter(p -> old.contains(p.id())).toList();
    }

    /** What happened before then will hardly change. */
    public static Instant settled(Instant now) {
        return now.minus(Duration.ofDays(SETTLED.getDays()));
    }

    private Instant before(Period period) {
        return clock.instant().minus(Duration.ofDays(period.getDays()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
