package org.dalil.report.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.dalil.platform.entity.Refused;
import org.dalil.report.entity.Batch;
import org.dalil.report.entity.Ledger;
import org.dalil.report.entity.Medium;
import org.dalil.report.entity.Scope;
import org.dalil.report.entity.Shown;
import org.dalil.report.entity.Stage;
import org.dalil.report.entity.Table;

/** Asks the ledger before a table across workshops is shown, and writes down that it was. */
@ApplicationScoped
public class Showing {

    @Inject Shelf shelf;
    @Inject ShownStore shown;
    @Inject GroupSize size;
    @Inject Clock clock;

    /** @throws Refused if the table and an earlier one would differ by a few people: only where the site asks for larger groups now */
    public void release(Stage stage, Table table, Medium medium) {
        List<Batch> all = shelf.batches(stage);
        Shown now = new Shown(all.size(), size.get().people());
        List<Shown> earlier = shown.earlier(stage).stream().filter(s -> !s.equals(now)).toList();
        Scope scope = now.scope(all);
        if (scope.people() > 0 && !new Ledger(earlier.stream().map(s -> s.scope(all)).toList()).admits(scope, size.get())) {
            throw new Refused("report.across.refused", size.get().people());
        }
        shown.remember(stage, table, medium, now, clock.instant());
    }
}
