package org.dalil.exam.control;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.dalil.platform.control.Keys;
import org.dalil.platform.control.LostKeys;
import org.dalil.platform.entity.DatabaseReady;

/** The keys of names, of the index of names and of items, compared with what lies in the database before anything else asks for them. */
@ApplicationScoped
public class ExamKeys {

    /** Whoever has no copy sets this to {@code accepted}: names stay unreadable, everything else goes on. */
    static final String SETTING = "DALIL_LOST_NAMES";

    /** The same for items of the bank. */
    static final String ITEMS = "DALIL_LOST_ITEMS";

    @Inject CandidateStore candidates;
    @Inject BankStore bank;
    @Inject Keys keys;
    @Inject LostKeys lost;

    void check(@Observes @Priority(50) DatabaseReady ready) {
        lost.check(People.SEALED_BY, "Names of candidates", candidates.keyVersions(), candidates::opens, SETTING);
        // Another key in its place does no harm: whoever can be read is indexed anew (Candidates.reindex).
        List<Integer> index = candidates.isAnybodyIndexed() ? List.of(keys.newest(People.FOUND_BY)) : List.of();
        lost.check(People.FOUND_BY, "Digests that candidates are found by", index, version -> true, SETTING);
        lost.check(BankStore.SEALED_BY, "Items of the bank", bank.keyVersions(), bank::opens, ITEMS);
    }
}
