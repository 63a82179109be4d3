package org.dalil.exam.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dalil.account.FactorChecks;
import org.dalil.account.entity.NewFactor;
import org.dalil.exam.entity.CandidateId;

/** Candidates' authenticator apps and the codes that stand in for them. What is used up is used up in one statement. */
@ApplicationScoped
public class CandidateFactorStore {

    @PersistenceContext
    EntityManager em;

    @Inject FactorChecks checks;
    @Inject Clock clock;

    /** A secret as it lies here. */
    public record Kept(byte[] sealedSecret, int keyVersion) { }

    /** The app of a candidate who has one. */
    public Optional<Kept> of(CandidateId id) {
        List<?> rows = em.createNativeQuery("SELECT sealed_secret, key_version FROM candidate_factor WHERE candidate_id = ?")
                .setParameter(1, id.toString()).getResultList();
        return rows.stream().findFirst().map(Object[].class::cast).map(row -> new Kept((byte[]) row[0], ((Number) row[1]).intValue()));
    }

    /** The versions of the key that secrets were sealed with. */
    List<Integer> keyVersions() {
        List<?> versions = em.createNativeQuery("SELECT DISTINCT key_version FROM candidate_factor ORDER BY key_version").getResultList();
        return versions.stream().map(version -> ((Number) version).intValue()).toList();
    }

    /** Whether this version of the key is the one that sealed: asked of one app. */
    boolean opens(int version) {
        List<?> rows = em.createNativeQuery("SELECT candidate_id, sealed_secret FROM candidate_factor WHERE key_version = ? LIMIT 1")
                .setParameter(1, version).getResultList();
        return rows.stream().map(Object[].class::cast).allMatch(row -> checks.opens(owner(new CandidateId(UUID.fromString(row[0].toString()))),
                (byte[]) row[1], version));
    }

    /** What a candidate's secret is sealed for. */
    public static String owner(CandidateId id) {
        return "candidate:" + id;
    }

    /** Keeps an app and its codes. */
    public void add(CandidateId id, NewFactor factor) {
        em.createNativeQuery("INSERT INTO candidate_factor (candidate_id, sealed_secret, key_version, enrolled_at, last_step) VALUES (?, ?, ?, ?, ?)")
                .setParameter(1, id.toString()).setParameter(2, factor.sealedSecret()).setParameter(3, factor.keyVersion())
                .setParameter(4, now()).setParameter(5, factor.step()).executeUpdate();
        factor.recoveryMacs().forEach(mac -> em.createNativeQuery("INSERT INTO candidate_recovery_code (candidate_id, mac) VALUES (?, ?)")
                .setParameter(1, id.toString()).setParameter(2, mac).executeUpdate());
    }

    /** Uses up the code of this step. @return whether neither it nor a later one was used before */
    public boolean use(CandidateId id, long step) {
        return em.createNativeQuery("UPDATE candidate_factor SET last_step = ? WHERE candidate_id = ? AND last_step < ?").setParameter(1, step)
                .setParameter(2, id.toString()).setParameter(3, step).executeUpdate() > 0;
    }

    /** Uses up a recovery code. @return whether there is such a one, unused */
    public boolean use(CandidateId id, byte[] mac) {
        return em.createNativeQuery("UPDATE candidate_recovery_code SET used_at = ? WHERE candidate_id = ? AND mac = ? AND used_at IS NULL")
                .setParameter(1, now()).setParameter(2, id.toString()).setParameter(3, mac).executeUpdate() > 0;
    }

    /** Takes the app and its codes away. @return whether there was one */
    public boolean remove(CandidateId id) {
        return em.createNativeQuery("DELETE FROM candidate_factor WHERE candidate_id = ?").setParameter(1, id.toString()).executeUpdate() > 0;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
