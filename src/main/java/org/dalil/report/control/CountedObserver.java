package org.dalil.report.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.dalil.platform.entity.Refused;
import org.dalil.workshop.entity.SheetTaken;
import org.dalil.workshop.entity.SheetsInHand;

/**
 * A sheet that comes when its person is in a batch already would be in the workshop's report and not in the figures across workshops, for
 * good: a batch is never changed. Both must say the same, so the sheet is refused, with the reason.
 */
@ApplicationScoped
public class CountedObserver {

    @Inject BatchStore store;

    /** Said while there is time to put the sheet aside; what counts is asked again when it is taken in. */
    void asked(@Observes SheetsInHand sheets) {
        store.held(sheets.cards(), sheets.courseId()).forEach(sheets::late);
    }

    void taken(@Observes SheetTaken sheet) {
        if (store.holds(sheet.cardId(), sheet.courseId())) {
            throw new Refused("workshop.sheet.late", sheet.number());
        }
    }
}
