package org.dalil.report.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.dalil.platform.entity.Refused;
import org.dalil.workshop.entity.SheetTaken;

/**
 * A sheet that comes when its person is in a batch already would be in the workshop's report and not in the figures across workshops, for
 * good: a batch is never changed. Both must say the same, so the sheet is refused, with the reason.
 */
@ApplicationScoped
public class CountedObserver {

    @Inject BatchStore store;

    void taken(@Observes SheetTaken sheet) {
        if (store.holds(sheet.cardId(), sheet.courseId())) {
            throw new Refused("report.counted.sheet", sheet.number());
        }
    }
}
