package org.dalil.exam.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dalil.account.Acting;
import org.dalil.account.Colleagues;
import org.dalil.account.entity.Colleague;
import org.dalil.account.entity.StaffId;
import org.dalil.exam.entity.Appeal;
import org.dalil.exam.entity.BankItem;
import org.dalil.exam.entity.Judging;
import org.dalil.exam.entity.PaperItem;
import org.dalil.platform.entity.Refused;

/** Who may decide in a review: nobody alone about a question of their own. */
@ApplicationScoped
public class Judges {

    @Inject SittingStore sittings;
    @Inject BankStore bank;
    @Inject Acting acting;
    @Inject Colleagues colleagues;

    /** What whoever is signed in may decide. */
    public Judging of(Appeal appeal) {
        StaffId self = acting.staff();
        Map<StaffId, SortedSet<Integer>> written = written(appeal.sittingId());
        Map<Boolean, List<String>> names = colleagues.certifiers().stream().collect(Collectors.partitioningBy(c -> !written.containsKey(c.id()),
                Collectors.mapping(Colleague::name, Collectors.toList())));
        return new Judging(written.getOrDefault(self, new TreeSet<>()), appeal.ground() == Appeal.Ground.ITEM, appeal.isSecondedFor(self),
                appeal.isSecondedBy(self), names.get(true), names.get(false));
    }

    /** The places of a paper's questions, by who wrote them as they were asked. */
    private Map<StaffId, SortedSet<Integer>> written(UUID sitting) {
        List<PaperItem> paper = sittings.paper(sitting);
        Map<UUID, BankItem> items = bank.byIds(paper.stream().map(PaperItem::item).toList()).stream()
                .collect(Collectors.toMap(BankItem::id, Function.identity()));
        Map<StaffId, SortedSet<Integer>> written = new HashMap<>();
        for (int n = 1; n <= paper.size(); n++) {
            BankItem item = items.get(paper.get(n - 1).item());
            if (!item.isStruck()) {
                written.computeIfAbsent(item.author(), a -> new TreeSet<>()).add(n);
            }
        }
        return written;
    }

    /** @param struck the questions that are to be struck @throws Refused if somebody else has to decide that, or to look first */
    public void check(Appeal appeal, Collection<Integer> struck) {
        Judging judging = of(appeal);
        if (judging.waits()) {
            throw new Refused("exam.judges.own");
        }
        if (struck.stream().anyMatch(judging.own()::contains)) {
            throw new Refused("exam.strike.own");
        }
    }
}
