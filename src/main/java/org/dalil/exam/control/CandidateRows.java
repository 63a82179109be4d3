package org.dalil.exam.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.dalil.exam.entity.Candidate;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.CandidateRow;
import org.dalil.exam.entity.Ways;

/** Candidates as lists show them, with their names opened and their paths beside them. */
@ApplicationScoped
public class CandidateRows {

    @Inject People people;
    @Inject Paths paths;
    @Inject Clock clock;

    /** In the same order. */
    public List<CandidateRow> of(List<Candidate> candidates) {
        Map<CandidateId, Ways> ways = paths.of(candidates);
        return candidates.stream().map(c -> row(c, ways.get(c.id()))).toList();
    }

    private CandidateRow row(Candidate c, Ways ways) {
        CandidateRow.State state = c.passwordHash().isPresent() ? CandidateRow.State.SIGNED_UP
                : c.isInvited(clock.instant()) ? CandidateRow.State.INVITED : CandidateRow.State.ADDED;
        return new CandidateRow(c.id(), c.number(), c.track(), c.extraPercent(),
                people.open(c.id(), c.sealed(), c.keyVersion()).orElse(null), state, ways.path(), ways.renewal());
    }
}
