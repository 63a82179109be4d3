package org.dalil.certificate;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.certificate.control.CertificateStore;
import org.dalil.certificate.control.Issuing;
import org.dalil.certificate.control.OrderStore;
import org.dalil.certificate.control.SigningKeyStore;
import org.dalil.certificate.control.SigningKeys;
import org.dalil.certificate.entity.Certificate;
import org.dalil.certificate.entity.CertificateId;
import org.dalil.certificate.entity.CertificateRow;
import org.dalil.certificate.entity.Ground;
import org.dalil.certificate.entity.Order;
import org.dalil.certificate.entity.Progress;
import org.dalil.certificate.entity.PublicKeyHalf;
import org.dalil.certificate.entity.ToRenew;
import org.dalil.certificate.entity.Which;
import org.dalil.exam.Candidates;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.CandidateRow;
import org.dalil.exam.entity.Person;
import org.dalil.exam.entity.Renewal;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.entity.Door;
import org.dalil.platform.entity.Refused;

/** Certificates as certifiers keep them: issued in the background, listed, revoked, issued again. */
@Door
public class Certificates {

    /** The most that a list shows. */
    public static final int SHOWN = 100;

    @Inject OrderStore orders;
    @Inject CertificateStore store;
    @Inject Issuing issuing;
    @Inject SigningKeys signing;
    @Inject SigningKeyStore keys;
    @Inject Candidates candidates;
    @Inject AuditTrail trail;
    @Inject Clock clock;

    /**
     * Issues the next certificate that is due.
     *
     * @return false if there was none
     */
    @RequiresPermissions("certificate:issue")
    @Transactional
    public boolean issueNext() {
        Optional<Order> next = orders.next();
        next.ifPresent(this::issue);
        return next.isPresent();
    }

    private void issue(Order order) {
        Optional<Person> person = candidates.person(order.candidate());
        if (person.isEmpty()) {
            orders.failed(order.number(), "certificate.problem.name");
            return;
        }
        Certificate certificate;
        try {
            certificate = issuing.issue(order, person.get());
        } catch (Refused keyLost) {
            orders.failed(order.number(), keyLost.key());
            return;
        }
        orders.done(order.number());
        trail.record(AuditTrail.actor(), "certificate.issue", certificate.id().toString(), "number " + order.number() + " edition " + order.edition()
                + " sitting " + order.sitting() + " key " + certificate.keyId() + " until " + order.expires()
                + (order.renews() == null ? "" : " renews " + order.renews()));
    }

    /** Puts the next one aside, whose issuing broke off for a reason of our own: the ones behind it shall not wait for it. */
    @RequiresPermissions("certificate:issue")
    @Transactional
    public void setAside() {
        orders.next().ifPresent(order -> orders.failed(order.number(), "certificate.problem.ours"));
    }

    /** How far the issuing is. */
    @RequiresPermissions("certificate:read")
    @Transactional(Transactional.TxType.SUPPORTS)
    public Progress progress() {
        return orders.progress();
    }

    /** What could not be issued is tried again. */
    @RequiresPermissions("certificate:issue")
    @Transactional
    public void retry() {
        trail.record("certificate.retry", String.valueOf(orders.retry()));
    }

    /** The newest; with words those of holders whose names hold them, with a number the one that has it. */
    @RequiresPermissions("certificate:read")
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<CertificateRow> find(String words) {
        if (words == null || words.isBlank()) {
            return store.newest(SHOWN);
        }
        if (words.strip().matches("[0-9]{1,9}")) {
            return store.numbered(Integer.parseInt(words.strip()));
        }
        List<CandidateId> holders = candidates.find(words).stream().map(CandidateRow::id).toList();
        return store.of(holders, SHOWN);
    }

    /** The first {@link #SHOWN} that are to be renewed, the first end first, with how far their holders are. @param which {@code ENDING} or {@code ENDED} */
    @RequiresPermissions("certificate:issue")
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<ToRenew> toRenew(Which which) {
        Instant now = clock.instant();
        List<CertificateRow> rows = store.ending(which.from(now), which.until(now), SHOWN);
        Map<CandidateId, Renewal> renewals = candidates.renewals(rows.stream().map(CertificateRow::candidate).toList());
        return rows.stream().map(row -> new ToRenew(row, renewals.get(row.candidate()))).toList();
    }

    /** How many are to be renewed. @param which {@code ENDING} or {@code ENDED} */
    @RequiresPermissions("certificate:issue")
    @Transactional(Transactional.TxType.SUPPORTS)
    public long countToRenew(Which which) {
        Instant now = clock.instant();
        return store.countEnding(which.from(now), which.until(now));
    }

    /** Whose certificates these are, for those who issue them; without those whose key of names is lost. */
    @RequiresPermissions("certificate:issue")
    @Transactional(Transactional.TxType.SUPPORTS)
    public Map<CandidateId, Person> holders(Collection<CertificateRow> rows) {
        return candidates.persons(rows.stream().map(CertificateRow::candidate).toList());
    }

    /** The paper. @throws Refused if there is no such certificate */
    @RequiresPermissions("certificate:issue")
    @Transactional
    public byte[] paper(CertificateId id) {
        trail.record("certificate.print", id.toString());
        return issuing.paper(store.get(id));
    }

    /**
     * Revokes a certificate for good, and with it what renews it: who should not have had it had nothing to renew. Only where the holder
     * asked for it, or another one is in its place, its renewals stay.
     *
     * @return how many renewals were revoked with it
     * @throws Refused if it is revoked already
     */
    @RequiresPermissions("certificate:revoke")
    @Transactional
    public int revoke(CertificateId id, Ground ground) {
        // First of all, before anything is read: a renewal that is passed at this moment is either among the later ones or finds this revoked.
        List<Integer> later = orders.lockedWithLater(id);
        Certificate certificate = store.get(id);
        if (!store.revoke(certificate.number(), ground, AuditTrail.actor())) {
            throw new Refused("certificate.revoked.already");
        }
        // The trail comes last: whoever adds to it makes everybody else wait.
        List<Integer> with = ground.endsRenewals() ? later.stream().filter(n -> store.revoke(n, ground, AuditTrail.actor())).toList() : List.of();
        trail.record(AuditTrail.actor(), "certificate.revoke", id.toString(), ground.name());
        with.forEach(number -> trail.record(AuditTrail.actor(), "certificate.revoke", store.id(number).map(CertificateId::toString)
                .orElse("order " + number), ground.name() + " number " + number + " with number " + certificate.number()));
        return with.size();
    }

    /** Another one in its place, for example with a name that was spelled wrong; this one is revoked, unless it already is. */
    @RequiresPermissions("certificate:issue")
    @Transactional
    public void reissue(CertificateId id) {
        orders.lockedWithLater(id);
        Certificate certificate = store.get(id);
        if (!orders.again(certificate.number())) {
            throw new Refused("certificate.reissue.later");
        }
        boolean revoked = store.revoke(certificate.number(), Ground.REPLACED, AuditTrail.actor());
        if (revoked) {
            trail.record(AuditTrail.actor(), "certificate.revoke", id.toString(), Ground.REPLACED.name());
        }
        trail.record("certificate.reissue", id.toString());
    }

    /** All keys, the newest first. */
    @RequiresPermissions("certificate:read")
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<PublicKeyHalf> keys() {
        return keys.all();
    }

    /** At the start, after a key was lost: codes are found with the key that is there, and where none signs another one does. */
    @RequiresPermissions("certificate:rotate")
    @Transactional
    public void recover() {
        if (!store.isIndexed()) {
            trail.record("certificate.index", String.valueOf(store.index()));
        }
        if (signing.lost().isPresent()) {
            trail.record("certificate.key", signing.replace().id());
        }
    }

    /** From now on another key signs; what was signed before can be checked as before. */
    @RequiresPermissions("certificate:rotate")
    @Transactional
    public void rotateKey() {
        trail.record("certificate.key", signing.renew().id());
    }
}
