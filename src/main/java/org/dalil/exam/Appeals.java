package org.dalil.exam;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.account.Acting;
import org.dalil.account.OwnPassword;
import org.dalil.exam.control.AppealStore;
import org.dalil.exam.control.CandidateStore;
import org.dalil.exam.control.GrantStore;
import org.dalil.exam.control.Granting;
import org.dalil.exam.control.Judges;
import org.dalil.exam.control.Redrawing;
import org.dalil.exam.control.RescoreStore;
import org.dalil.exam.control.SittingStore;
import org.dalil.exam.control.Striking;
import org.dalil.exam.control.VerdictStore;
import org.dalil.exam.entity.Appeal;
import org.dalil.exam.entity.AppealRow;
import org.dalil.exam.entity.AppealView;
import org.dalil.exam.entity.CandidateVisit;
import org.dalil.exam.entity.Grant;
import org.dalil.exam.entity.Judging;
import org.dalil.exam.entity.OwnReview;
import org.dalil.exam.entity.PaperItem;
import org.dalil.exam.entity.Reason;
import org.dalil.exam.entity.Redraw;
import org.dalil.exam.entity.Sitting;
import org.dalil.exam.entity.Verdict;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.control.Submissions;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.OpenToAll;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.entity.Submission;

/**
 * A result is looked at again: the candidate asks, a certifier looks and decides. Only inside an appeal does anybody see what somebody
 * was asked and answered; whoever asks for the review is told so.
 */
@Door
public class Appeals {

    @Inject AppealStore store;
    @Inject SittingStore sittings;
    @Inject CandidateStore candidates;
    @Inject VerdictStore verdicts;
    @Inject RescoreStore rescores;
    @Inject GrantStore grants;
    @Inject Granting granting;
    @Inject Striking striking;
    @Inject Judges judges;
    @Inject Redrawing redrawing;
    @Inject Submissions submissions;
    @Inject OwnPassword password;
    @Inject Acting acting;
    @Inject AuditTrail trail;
    @Inject Clock clock;

    private CandidateVisit visit(String cookie) {
        return Optional.ofNullable(cookie).flatMap(candidates::visit).orElseThrow(() -> new Refused("exam.signIn.again"));
    }

    /** What can be known and done about the candidate's own result. @throws Refused for everybody else's, and before it is handed in */
    @OpenToAll
    @Transactional(Transactional.TxType.SUPPORTS)
    public OwnReview own(String cookie, UUID id) {
        Sitting sitting = sittings.of(id, visit(cookie).candidate()).filter(Sitting::isSubmitted).orElseThrow(() -> new Refused("exam.sitting.none"));
        AppealView appeal = store.of(id).map(store::view).orElse(null);
        Instant until = Appeal.until(sitting.submittedAt());
        Optional<Grant> grant = grants.of(id);
        return new OwnReview(appeal, until, appeal == null && clock.instant().isBefore(until) && isFailed(id), grant.isPresent(),
                grant.map(Grant::noWait).orElse(false));
    }

    private boolean isFailed(UUID id) {
        return !rescores.isWaiting(id) && verdicts.of(id).filter(v -> !v.passed()).isPresent();
    }

    /** Asks for a review; a second time it is as it was. @throws Refused after the period, without a result, after a pass, for somebody else's sitting */
    @OpenToAll
    @Transactional
    public void ask(String cookie, UUID id, Appeal.Ground ground) {
        CandidateVisit visit = visit(cookie);
        Sitting sitting = sittings.locked(id, visit.candidate()).orElseThrow(() -> new Refused("exam.sitting.none"));
        if (store.of(id).isPresent()) {
            return;
        }
        if (!sitting.isSubmitted() || rescores.isWaiting(id)) {
            throw new Refused("exam.grant.noResult");
        }
        if (verdicts.of(id).filter(Verdict::passed).isPresent()) {
            throw new Refused("exam.appeal.passed");
        }
        store.add(new Appeal(sitting, ground, clock.instant()));
        trail.record("candidate:" + visit.candidate(), "appeal.ask", id.toString(), ground.slug());
    }

    /** All, the open ones first. */
    @RequiresPermissions("exam:appeal")
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<AppealRow> all() {
        return store.rows();
    }

    /** How many wait for a decision. */
    @RequiresPermissions("exam:appeal")
    @Transactional(Transactional.TxType.SUPPORTS)
    public int open() {
        return store.open();
    }

    /** What was asked for a sitting, and what was decided. */
    @RequiresPermissions("exam:appeal")
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<AppealView> of(UUID sitting) {
        return store.of(sitting).map(store::view);
    }

    /**
     * Opens a sitting as it was drawn and answered, with the key; each look stands in the trail.
     *
     * @param own the certifier's password once more: nobody looks from a desk that was left
     * @throws Refused without an appeal, or if it is another password
     */
    @RequiresPermissions("exam:appeal")
    @Transactional
    public Redraw look(UUID sitting, String own) {
        Appeal appeal = store.of(sitting).orElseThrow(() -> new Refused("exam.appeal.none"));
        password.confirm(own);
        Redraw redraw = redrawing.of(sittings.get(appeal.sittingId()).orElseThrow());
        trail.record(AuditTrail.actor(), "sitting.look", sitting.toString(), redraw.same() ? "drawn again" : "drawn otherwise");
        return redraw;
    }

    /** What whoever is signed in may decide, and who else can; nothing where no review waits. */
    @RequiresPermissions("exam:appeal")
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Judging> judging(UUID sitting) {
        return store.of(sitting).filter(a -> a.outcome() == null).map(judges::of);
    }

    /**
     * Has looked and found none of the questions faulty that others wrote: then one of the others may decide. Sent again, it does nothing.
     *
     * @param own the certifier's password once more
     * @throws Refused without an appeal, after its decision, or if it is another password
     */
    @RequiresPermissions({"exam:appeal", "exam:review"})
    @Transactional
    public void second(UUID sitting, String own) {
        Appeal appeal = store.locked(sitting).orElseThrow(() -> new Refused("exam.appeal.none"));
        password.confirm(own);
        boolean before = appeal.isSecondedBy(acting.staff());
        appeal.second(acting.staff(), clock.instant());
        if (!before && appeal.isSecondedBy(acting.staff())) {
            trail.record(AuditTrail.actor(), "appeal.second", sitting.toString(), appeal.ground().slug());
        }
    }

    /**
     * Decides, once, and does what was decided: strikes items for everybody, or grants another attempt.
     *
     * @param form      sent again, it does nothing
     * @param positions questions of this sitting that were faulty, if that is the outcome
     * @param noWait    whether the waiting time is lifted, if another attempt is the outcome
     * @param reason    the candidate reads it
     * @throws Refused about a question of one's own: that is struck by somebody else, and left as it is by nobody alone
     */
    @RequiresPermissions({"exam:appeal", "exam:review", "exam:grant"})
    @Transactional
    public void decide(Submission form, UUID sittingId, Appeal.Outcome outcome, Collection<Integer> positions, boolean noWait, String reason) {
        String content = submissions.contentOf(form, sittingId, outcome, positions, noWait, reason);
        boolean sent = submissions.before(form, "appeal.decide", content).isPresent();
        Sitting sitting = sittings.locked(sittingId).orElseThrow(() -> new Refused("exam.record.none"));
        Appeal appeal = store.locked(sittingId).orElseThrow(() -> new Refused("exam.appeal.none"));
        if (sent) {
            return;
        }
        Reason why = new Reason(reason);
        store.decide(appeal, outcome, why, acting.staff(), clock.instant());
        judges.check(appeal, outcome == Appeal.Outcome.STRUCK ? positions : List.of());
        switch (outcome) {
            case STRUCK -> strike(sittingId, positions);
            case ATTEMPT -> granting.grant(sitting, noWait, why, acting.staff());
            case STANDS -> { }
        }
        trail.record(AuditTrail.actor(), "appeal.decide", sittingId.toString(), outcome.slug());
    }

    private void strike(UUID sittingId, Collection<Integer> positions) {
        List<PaperItem> paper = sittings.paper(sittingId);
        if (positions.isEmpty() || positions.stream().anyMatch(p -> p < 1 || p > paper.size())) {
            throw new Refused("exam.appeal.which");
        }
        // In the order of the items' ids: two decisions at once lock them in the same order.
        positions.stream().map(p -> paper.get(p - 1).item()).distinct().sorted().forEach(item -> striking.strike(item, acting.staff()));
    }
}
