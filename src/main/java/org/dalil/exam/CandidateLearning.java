package org.dalil.exam;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dalil.account.entity.CardCode;
import org.dalil.account.entity.EntryThrottle;
import org.dalil.account.entity.Throttle;
import org.dalil.course.Courses;
import org.dalil.course.entity.CourseVersion;
import org.dalil.exam.control.CandidateStore;
import org.dalil.exam.control.LearningStore;
import org.dalil.exam.control.Paths;
import org.dalil.exam.entity.Candidate;
import org.dalil.exam.entity.Confirmed;
import org.dalil.exam.entity.Learnt;
import org.dalil.exam.entity.Path;
import org.dalil.exam.entity.Ways;
import org.dalil.learning.Completions;
import org.dalil.learning.entity.CompletedModules;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.OpenToAll;
import org.dalil.platform.entity.Refused;

/**
 * What candidates learn before the exam. They learn with a card like everybody else, without a name; here they show its code once,
 * and what is kept with them is that a module was completed. Nothing says afterwards which card it was.
 */
@Door
public class CandidateLearning {

    @Inject CandidateStore candidates;
    @Inject LearningStore learning;
    @Inject Paths paths;
    @Inject Completions completions;
    @Inject Courses courses;
    @Inject AuditTrail trail;
    @Inject Clock clock;

    private final Throttle guesses = new Throttle();
    private final EntryThrottle addresses = new EntryThrottle();

    private Candidate own(String cookie) {
        return Optional.ofNullable(cookie).flatMap(candidates::visit).map(v -> candidates.get(v.candidate()))
                .orElseThrow(() -> new Refused("exam.signIn.again"));
    }

    /** How far this browser's candidate is, on the whole way and with a renewal. @throws Refused for everybody else */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public Ways ways(String cookie) {
        return paths.of(own(cookie));
    }

    /**
     * What the card with this code has completed counts for this browser's candidate from now on.
     *
     * @return how many modules are new
     * @throws Refused if there is no such card, it has nothing new, or all that is new has counted for somebody else
     */
    @OpenToAll
    @Transactional
    public int confirm(String cookie, CardCode code, String address) {
        Candidate candidate = own(cookie);
        if (guesses.isClosed(candidate.id().toString(), clock.instant()) || !addresses.mayTry(address, clock.instant())) {
            throw new Refused("exam.signIn.wait");
        }
        Optional<CompletedModules> completed = completions.of(code);
        if (completed.isEmpty()) {
            guesses.failed(candidate.id().toString(), clock.instant());
            addresses.failed(address, clock.instant());
            throw new Refused("exam.path.unknown");
        }
        Confirmed confirmed = confirm(candidate, completed.get());
        if (confirmed.added() == 0) {
            throw new Refused(confirmed.spent() == 0 ? "exam.path.nothing" : confirmed.again() ? "exam.path.spentRenewal" : "exam.path.spent");
        }
        trail.record("candidate:" + candidate.id(), "candidate.learn", candidate.id().toString(), String.valueOf(confirmed.added()));
        return confirmed.added();
    }

    private Confirmed confirm(Candidate candidate, CompletedModules completed) {
        Ways ways = paths.of(candidate);
        Confirmed confirmed = confirm(candidate, Learnt.WHOLE_WAY, ways.path(), completed);
        // What is learnt before a renewal can begin counts for none.
        return ways.renewal() == null || !ways.renewal().isOpen() ? confirmed
                : confirmed.and(confirm(candidate, ways.renewal().held().cycle(), ways.renewal().path(), completed));
    }

    private Confirmed confirm(Candidate candidate, int cycle, Path path, CompletedModules completed) {
        Set<CompletedModules.One> missing = missing(path);
        int added = 0;
        int spent = 0;
        for (CompletedModules.One module : completed.modules()) {
            if (missing.contains(module)) {
                boolean counts = learning.confirm(candidate.id(), cycle, completed.cardId(), module);
                added += counts ? 1 : 0;
                spent += counts ? 0 : 1;
            }
        }
        return new Confirmed(added, spent, spent > 0 && cycle != Learnt.WHOLE_WAY);
    }

    private Set<CompletedModules.One> missing(Path path) {
        return path.open().stream().flatMap(part -> courses.all().stream().map(CourseVersion::course)
                .filter(c -> c.code().equals(part.course())).flatMap(c -> part.missing().stream().map(n -> new CompletedModules.One(c.id(), n))))
                .collect(Collectors.toSet());
    }
}
