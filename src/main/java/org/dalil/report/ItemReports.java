package org.dalil.report;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.entity.Door;
import org.dalil.report.control.GroupSize;
import org.dalil.report.control.ItemStore;
import org.dalil.report.entity.ItemBench;
import org.dalil.report.entity.ItemSums;

/** How the items of a course work, for those who answer for all workshops. Looking is publishing: what was shown is remembered. */
@Door
public class ItemReports {

    @Inject ItemStore store;
    @Inject GroupSize size;

    /** The items that the course asks now and that somebody has answered, in the order in which it asks them. */
    @RequiresPermissions("report:across")
    @Transactional
    public ItemBench of(Course course) {
        Map<String, ItemStore.Item> kept = store.of(course.id());
        List<ItemSums> shown = course.quiz().items().stream().filter(i -> i.scored() && kept.containsKey(i.id()))
                .map(i -> show(course, kept.get(i.id())).with(key(i))).toList();
        return ItemBench.from(shown.stream().map(ItemSums::tally).toList(), shown.stream().flatMap(s -> s.byLanguage().stream()).toList(),
                size.get());
    }

    private static Set<String> key(Quiz.Item item) {
        return Set.copyOf(item.key());
    }

    /** The sums as they are, or as they were last shown while few answers make the difference. */
    private ItemSums show(Course course, ItemStore.Item item) {
        boolean anew = ItemBench.next(item.shown().map(ItemSums::tally), item.now().tally(), size.get()).equals(item.now().tally());
        Optional<ItemSums> chosen = anew ? Optional.of(item.now()) : item.shown();
        chosen.filter(c -> !item.shown().equals(Optional.of(c))).ifPresent(c -> store.show(course.id(), c));
        return chosen.orElseThrow();
    }
}
