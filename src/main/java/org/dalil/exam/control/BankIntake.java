package org.dalil.exam.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.dalil.account.Acting;
import org.dalil.course.entity.Course;
import org.dalil.exam.control.qti.QtiWriter;
import org.dalil.exam.entity.BankItem;
import org.dalil.exam.entity.BankPlan;
import org.dalil.exam.entity.ItemContent;

/** How items come into a bank, whatever file they were in: as drafts for a second reader, and never twice. */
@ApplicationScoped
public class BankIntake {

    @Inject BankStore store;
    @Inject Acting acting;
    @Inject Clock clock;

    /** What an item would be to the bank; nothing is changed. */
    public BankPlan.Change change(Course course, ItemContent content) {
        List<BankItem> there = store.current(course.id(), content.item().id());
        if (there.stream().map(store::content).anyMatch(c -> c.equals(content) || QtiWriter.kept(c).equals(content))) {
            return BankPlan.Change.SAME;
        }
        return there.isEmpty() ? BankPlan.Change.NEW : BankPlan.Change.CHANGED;
    }

    /** Another item for a second reader, unless one that is there says the same. @return whether it was added */
    public boolean add(Course course, ItemContent content) {
        if (change(course, content) == BankPlan.Change.SAME) {
            return false;
        }
        BankItem item = new BankItem(course.id(), content.item().id(), content.item().topic(), content.item().difficulty(),
                List.copyOf(content.words().keySet()), acting.staff(), clock.instant());
        store.add(item, content);
        return true;
    }
}
