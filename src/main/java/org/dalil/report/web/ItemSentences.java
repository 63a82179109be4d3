package org.dalil.report.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dalil.assessment.entity.Discrimination;
import org.dalil.report.entity.ItemOccasion;
import org.dalil.report.entity.LanguageAlarm;
import org.dalil.report.entity.PublishedItem;

/** One plain sentence for each figure of an item. */
@RequestScoped
public class ItemSentences {

    @Inject
    FigureWords words;

    /**
     * @param called    what the item is called, in the reader's words
     * @param languages the name of a language in the reader's, by its tag
     */
    public List<String> of(String called, PublishedItem item, UnaryOperator<String> languages) {
        String name = words.isolated(called);
        List<String> all = new ArrayList<>();
        if (item.before().isEmpty() && item.after().isEmpty()) {
            return List.of(words.text("report.bench.hidden", name, ItemOccasion.LEAST));
        }
        all.add(facility(name, item));
        item.shift().ifPresent(s -> all.add(words.text("report.bench.shift", name, words.points(s))));
        if (isProvisional(item.before()) || isProvisional(item.after())) {
            all.add(words.text("report.bench.provisional", name, ItemOccasion.STEADY));
        }
        // Before a course people differ more; after it a good question may tell nobody from anybody.
        item.before().or(item::after).flatMap(ItemOccasion::discrimination).ifPresent(d -> all.add(band(name, d)));
        item.turn().ifPresent(t -> all.add(words.text("report.bench.turn", name, t.gained(), t.lost(), t.kept(), t.never())));
        item.alarms().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(e -> alarm(name, languages.apply(e.getKey()), e.getValue().figures()).ifPresent(all::add));
        return all;
    }

    private String facility(String name, PublishedItem item) {
        return item.before().map(b -> item.after()
                        .map(a -> words.text("report.bench.both", name, facility(b), b.answers(), facility(a), a.answers()))
                        .orElseGet(() -> words.text("report.bench.before", name, facility(b), b.answers())))
                .orElseGet(() -> item.after().map(a -> words.text("report.bench.after", name, facility(a), a.answers())).orElseThrow());
    }

    private String facility(ItemOccasion occasion) {
        return words.percent(occasion.facility(), occasion.facility().value());
    }

    private static boolean isProvisional(Optional<ItemOccasion> occasion) {
        return occasion.filter(ItemOccasion::isProvisional).isPresent();
    }

    private String band(String name, Discrimination d) {
        return words.text("report.bench.band." + d.band().name().toLowerCase(Locale.ROOT), name, words.decimal(d.value()));
    }

    private Optional<String> alarm(String name, String language, LanguageAlarm alarm) {
        String level = alarm.level().name().toLowerCase(Locale.ROOT);
        String way = alarm.delta() < 0 ? ".harder" : ".easier";
        return alarm.level() == LanguageAlarm.Level.QUIET ? Optional.empty()
                : Optional.of(words.text("report.bench." + level + way, name, words.isolated(language)));
    }
}
