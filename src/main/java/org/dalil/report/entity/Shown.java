package org.dalil.report.entity;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What tables across workshops were made of when they were shown: the first so many batches there are, those of enough people.
 *
 * @param batches  how many there were
 * @param smallest the smallest group then
 */
public record Shown(int batches, int smallest) {

    /** Whom they were about, by batches, which nobody can take apart. @param all batches there are, in the order in which they were made */
    public Scope scope(List<Batch> all) {
        Map<UUID, Integer> people = all.subList(0, Math.min(batches, all.size())).stream().filter(b -> b.people() >= smallest)
                .flatMap(b -> b.scope().parties().entrySet().stream()).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Scope(people);
    }
}
