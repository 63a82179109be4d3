package org.dalil.exam.control;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.dalil.account.FactorChecks;
import org.dalil.platform.control.Keys;
import org.dalil.platform.control.LostKeys;
import org.dalil.platform.entity.DatabaseReady;

/**
 * The keys of names, of the index of names, of items and of candidates' authenticator apps, compared with what lies in the database before
 * anything else asks for them.
 */
@ApplicationScoped
public class ExamKeys {

    /** Whoever has no copy sets this to {@code accepted}: names stay unreadable, everything else goes on. */
    static final String SETTING = "DALIL_LOST_NAMES";

    private static final LostKeys.Need NAMES = new LostKeys.Need("Names of candidates", "no name given so far can be read again", SETTING);
    private static final LostKeys.Need INDEX = new LostKeys.Need("Digests that candidates are found by",
            "whoever's name can't be read is not found again", SETTING);
    private static final LostKeys.Need ITEMS = new LostKeys.Need("Items of the bank", "no item uploaded so far can be asked again",
            "DALIL_LOST_ITEMS");

    @Inject CandidateStore candidates;
    @Inject BankStore bank;
    @Inject CandidateFactorStore factors;
    @Inject FactorChecks checks;
    @Inject Keys keys;
    @Inject LostKeys lost;

    void check(@Observes @Priority(50) DatabaseReady ready) {
        lost.check(People.SEALED_BY, NAMES, candidates.keyVersions(), candidates::opens);
        // Another key in its place does no harm: whoever can be read is indexed anew (Candidates.reindex).
        List<Integer> index = candidates.isAnybodyIndexed() ? List.of(keys.newest(People.FOUND_BY)) : List.of();
        lost.check(People.FOUND_BY, INDEX, index, version -> true);
        lost.check(BankStore.SEALED_BY, ITEMS, bank.keyVersions(), bank::opens);
        checks.refuseLostKey(factors.keyVersions(), factors::opens);
    }
}
