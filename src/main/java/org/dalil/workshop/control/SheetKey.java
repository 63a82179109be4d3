package org.dalil.workshop.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.dalil.platform.control.Keys;
import org.dalil.workshop.entity.SheetPrint;
import org.dalil.workshop.entity.SheetSeal;
import org.dalil.workshop.entity.SheetsExpected;

/** This installation's key for sheets of paper, and what it makes of a workshop's prints. */
@ApplicationScoped
public class SheetKey {

    @Inject Keys keys;

    public SheetSeal seal() {
        return new SheetSeal(keys.key("sheet", Keys.CURRENT, "HmacSHA256"));
    }

    /** The sheets that a workshop may get back: what was printed for it and nothing else. @param number the workshop's short number */
    public SheetsExpected expected(int number, List<SheetPrint> prints) {
        return new SheetsExpected(seal(), number,
                sheet -> prints.stream().filter(p -> p.holds(sheet)).findFirst().map(SheetPrint::layout).or(Optional::empty));
    }
}
