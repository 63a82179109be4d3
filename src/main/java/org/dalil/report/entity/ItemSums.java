package org.dalil.report.entity;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that is kept of the answers to one item. Two of the same item can be put together. Not for anybody's eyes: see
 * {@link ItemBench}.
 *
 * @param languages in no order
 */
public record ItemSums(ItemTally tally, List<LanguageCount> languages) {

    /** Of people in one course, by whole tests. */
    public static List<ItemSums> of(UUID course, List<Participant> people) {
        Map<String, List<LanguageCount>> languages = people.stream().flatMap(p -> Stream.of(p.before(), p.after())).flatMap(Optional::stream)
                .filter(Sitting::whole).flatMap(s -> s.items().stream().map(i -> Map.entry(i.item(), count(s, i))))
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return new WorkshopPeople(course, course, 0, 0, people).items().stream()
                .map(t -> new ItemSums(t, sum(languages.getOrDefault(t.item(), List.of())))).toList();
    }

    /** Equal to a tenth: a form has few items, and ten groups leave somebody in each. */
    private static LanguageCount count(Sitting sitting, ItemScore item) {
        String stratum = sitting.occasion() + " " + Math.round(10 * sitting.answer(item).rest());
        return new LanguageCount(sitting.language(), stratum, item.isRight() ? 1 : 0, item.isRight() ? 0 : 1);
    }

    private static List<LanguageCount> sum(Collection<LanguageCount> counts) {
        Map<List<String>, LanguageCount> sums = new LinkedHashMap<>();
        counts.forEach(c -> sums.merge(List.of(c.language(), c.stratum()), c,
                (a, b) -> new LanguageCount(a.language(), a.stratum(), a.right() + b.right(), a.wrong() + b.wrong())));
        return List.copyOf(sums.values());
    }

    public ItemSums plus(ItemSums more) {
        return new ItemSums(tally.plus(more.tally), sum(Stream.concat(languages.stream(), more.languages.stream()).toList()));
    }

    /** The same with what is right, which only the course knows. */
    public ItemSums with(Set<String> key) {
        return new ItemSums(new ItemTally(tally.item(), tally.choice(), key, tally.before(), tally.after(), tally.both()), languages);
    }

    /** Each language beside all others. */
    public List<LanguageTally> byLanguage() {
        return languages.stream().map(LanguageCount::language).distinct().sorted().map(this::beside).toList();
    }

    private LanguageTally beside(String language) {
        Map<String, List<LanguageCount>> strata = languages.stream().collect(Collectors.groupingBy(LanguageCount::stratum));
        return new LanguageTally(tally.item(), language, strata.values().stream().map(all -> all.stream()
                .map(c -> c.language().equals(language) ? new Stratum(0, 0, c.right(), c.wrong()) : new Stratum(c.right(), c.wrong(), 0, 0))
                .reduce(new Stratum(0, 0, 0, 0), Stratum::plus)).toList());
    }
}
