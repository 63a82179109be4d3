package org.dalil.exam.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dalil.account.entity.CardCode;
import org.dalil.exam.entity.Candidate;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.CandidateVisit;
import org.dalil.exam.entity.Person;
import org.dalil.platform.control.Keys;
import org.dalil.platform.entity.NewId;
import org.dalil.platform.entity.Refused;

/** Candidates, what they are found by, and the browsers in which they are signed in. Codes and cookies go no further than here. */
@ApplicationScoped
public class CandidateStore {

    private static final Duration WRITTEN_EVERY = Duration.ofMinutes(5);

    @PersistenceContext
    EntityManager em;

    @Inject People people;
    @Inject Keys keys;
    @Inject Clock clock;

    /** Somebody new. */
    public Candidate add(Candidate candidate, Person person) {
        people.seal(candidate, person);
        em.persist(candidate);
        em.flush();
        em.refresh(candidate);
        index(candidate, person);
        return candidate;
    }

    private void index(Candidate candidate, Person person) {
        List<People.Term> terms = people.terms(person);
        Query insert = em.createNativeQuery("INSERT IGNORE INTO candidate_term (candidate_id, kind, mac) VALUES "
                + String.join(", ", Collections.nCopies(terms.size(), "(?, ?, ?)")));
        for (int i = 0; i < terms.size(); i++) {
            insert.setParameter(3 * i + 1, candidate.id().toString()).setParameter(3 * i + 2, terms.get(i).kind())
                    .setParameter(3 * i + 3, terms.get(i).mac());
        }
        insert.executeUpdate();
    }

    /** Sends to the database what was changed so far. */
    public void written() {
        em.flush();
    }

    /** @throws Refused if there is no such candidate */
    public Candidate get(CandidateId id) {
        return Optional.ofNullable(em.find(Candidate.class, id.value())).orElseThrow(() -> new Refused("exam.candidate.gone"));
    }

    /** Whether somebody can be added: the key that names are sealed with now opens those that it sealed, and the index's finds them. */
    public boolean isKeyThere() {
        int version = people.keyVersion();
        List<Integer> needed = keyVersions();
        return needed.stream().allMatch(v -> v < version || v == version && opens(v)) && isIndexed();
    }

    /** The versions of the key that names were sealed with. */
    List<Integer> keyVersions() {
        return em.createQuery("SELECT DISTINCT c.keyVersion FROM Candidate c ORDER BY c.keyVersion", Integer.class).getResultList();
    }

    /** Whether this version of the key is the one that sealed. A missing one is not made by asking. */
    boolean opens(int version) {
        return first(version).stream().allMatch(c -> people.open(c.id(), c.sealed(), version).isPresent());
    }

    private List<Candidate> first(int version) {
        return em.createQuery("SELECT c FROM Candidate c WHERE c.keyVersion = :version ORDER BY c.number", Candidate.class)
                .setParameter("version", version).setMaxResults(1).getResultList();
    }

    boolean isAnybodyIndexed() {
        return !em.createNativeQuery("SELECT 1 FROM candidate_term").setMaxResults(1).getResultList().isEmpty();
    }

    /** Whether candidates are found by the index's key that is there now. A missing one is not made by asking. */
    public boolean isIndexed() {
        if (!isAnybodyIndexed()) {
            return true;
        }
        if (!keys.isThere(People.FOUND_BY, keys.newest(People.FOUND_BY))) {
            return false;
        }
        // Those whose names are lost can't be asked.
        return keyVersions().stream().flatMap(version -> first(version).stream()).allMatch(c -> people.open(c.id(), c.sealed(), c.keyVersion())
                .flatMap(person -> people.terms(person).stream().findFirst())
                .map(term -> !em.createNativeQuery("SELECT 1 FROM candidate_term WHERE candidate_id = ? AND kind = ? AND mac = ?")
                        .setParameter(1, c.id().toString()).setParameter(2, term.kind()).setParameter(3, term.mac()).getResultList().isEmpty())
                .orElse(true));
    }

    /** Indexes everybody whose name can be read, under the key that is there now. */
    public void indexAll() {
        for (Candidate candidate : em.createQuery("SELECT c FROM Candidate c", Candidate.class).getResultList()) {
            people.open(candidate.id(), candidate.sealed(), candidate.keyVersion()).ifPresent(person -> index(candidate, person));
        }
    }

    /** Whether this can't be told from somebody who is there: the same number of the academy, or the same name and neither has one. */
    public boolean isKnown(Person person) {
        if (!isAnybodyIndexed()) {
            return false;
        }
        List<People.Term> terms = people.terms(person);
        boolean numbered = !person.reference().isEmpty();
        List<byte[]> macs = terms.stream().filter(t -> t.kind().equals(numbered ? "REFERENCE" : "NAME")).map(People.Term::mac).toList();
        String also = numbered ? "" : """
                 AND NOT EXISTS (SELECT 1 FROM candidate_term r WHERE r.candidate_id = t.candidate_id AND r.kind = 'REFERENCE')""";
        return !parameters(em.createNativeQuery("SELECT t.candidate_id FROM candidate_term t WHERE t.mac IN (" + marks(macs) + ")" + also),
                macs).setMaxResults(1).getResultList().isEmpty();
    }

    /** Those who have all of these words in their names, the newest first. */
    public List<Candidate> named(String typed, int most) {
        List<byte[]> macs = isAnybodyIndexed() ? people.sought(typed) : List.of();
        if (macs.isEmpty()) {
            return List.of();
        }
        Query query = parameters(em.createNativeQuery("""
                SELECT candidate_id
                  FROM candidate_term
                 WHERE mac IN (%s)
                 GROUP BY candidate_id
                HAVING COUNT(*) = %d
                """.formatted(marks(macs), macs.size())), macs);
        return byIds(((List<?>) query.getResultList()).stream().limit(most).map(id -> UUID.fromString(id.toString())).toList());
    }

    /** The newest. */
    public List<Candidate> newest(int most) {
        return em.createQuery("SELECT c FROM Candidate c ORDER BY c.number DESC", Candidate.class).setMaxResults(most).getResultList();
    }

    /** By their ids, in the order of their numbers. */
    public List<Candidate> byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : em.createQuery("SELECT c FROM Candidate c WHERE c.id IN :ids ORDER BY c.number", Candidate.class)
                .setParameter("ids", ids).getResultList();
    }

    private static String marks(List<byte[]> macs) {
        return macs.isEmpty() ? "NULL" : String.join(", ", Collections.nCopies(macs.size(), "?"));
    }

    private static Query parameters(Query query, List<byte[]> macs) {
        for (int i = 0; i < macs.size(); i++) {
            query.setParameter(i + 1, macs.get(i));
        }
        return query;
    }

    /** What an invitation is found by. */
    public byte[] mac(CardCode invitation) {
        return keys.mac("candidate-invitation", Keys.CURRENT, invitation.value());
    }

    /** Whose invitation this is, locked until the transaction ends: it is used once. */
    public Optional<Candidate> invited(CardCode invitation) {
        return em.createQuery("SELECT c FROM Candidate c WHERE c.invitation = :mac", Candidate.class).setParameter("mac", mac(invitation))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }

    /** The candidate with this number. */
    public Optional<Candidate> numbered(int number) {
        return em.createQuery("SELECT c FROM Candidate c WHERE c.number = :number", Candidate.class).setParameter("number", number)
                .getResultStream().findFirst();
    }

    private byte[] mac(String cookie) {
        return keys.mac("candidate-visit", Keys.CURRENT, cookie);
    }

    /** A browser in which the candidate is signed in from now on. */
    public void begin(CandidateId id, String cookie) {
        begin(id, cookie, false);
    }

    /** A browser from which the code of the app is still to come. */
    public void beginHalf(CandidateId id, String cookie) {
        begin(id, cookie, true);
    }

    private void begin(CandidateId id, String cookie, boolean half) {
        em.createNativeQuery("INSERT INTO candidate_visit (id, cookie_mac, candidate_id, started_at, used_at, half) VALUES (?, ?, ?, ?, ?, ?)")
                .setParameter(1, NewId.next().toString()).setParameter(2, mac(cookie)).setParameter(3, id.toString())
                .setParameter(4, now()).setParameter(5, now()).setParameter(6, half).executeUpdate();
    }

    /** Who has to send a code from this browser; for ten minutes. */
    public Optional<CandidateVisit> half(String cookie) {
        return visit(cookie, true, clock.instant().minus(CandidateVisit.HALF));
    }

    /** A browser on which this candidate was signed in before, whatever became of that. */
    public Optional<UUID> known(String cookie, CandidateId id) {
        return em.createNativeQuery("SELECT id FROM candidate_visit WHERE cookie_mac = ? AND candidate_id = ? AND NOT half")
                .setParameter(1, mac(cookie)).setParameter(2, id.toString()).getResultStream().findFirst().map(v -> UUID.fromString(v.toString()));
    }

    /** Whose browser this is, unless it left or was idle for too long. */
    public Optional<CandidateVisit> visit(String cookie) {
        return visit(cookie, false, CandidateVisit.idleBefore(clock.instant()));
    }

    private Optional<CandidateVisit> visit(String cookie, boolean half, Instant usedAfter) {
        List<?> rows = em.createNativeQuery("""
                SELECT id, candidate_id
                  FROM candidate_visit
                 WHERE cookie_mac = ? AND half = ? AND ended_at IS NULL AND used_at > ?
                """).setParameter(1, mac(cookie)).setParameter(2, half).setParameter(3, Timestamp.from(usedAfter)).getResultList();
        return rows.stream().findFirst().map(Object[].class::cast)
                .map(row -> new CandidateVisit(UUID.fromString(row[0].toString()), new CandidateId(UUID.fromString(row[1].toString()))));
    }

    /** The browser is used. Written at most every five minutes. */
    public void used(UUID visitId) {
        em.createNativeQuery("UPDATE candidate_visit SET used_at = ? WHERE id = ? AND ended_at IS NULL AND used_at < ?")
                .setParameter(1, now()).setParameter(2, visitId.toString())
                .setParameter(3, Timestamp.from(clock.instant().minus(WRITTEN_EVERY))).executeUpdate();
    }

    /** From now on this browser can do nothing. */
    public void end(String cookie) {
        em.createNativeQuery("UPDATE candidate_visit SET ended_at = ? WHERE cookie_mac = ? AND ended_at IS NULL")
                .setParameter(1, now()).setParameter(2, mac(cookie)).executeUpdate();
    }

    /** Every browser of a candidate: after another password. */
    public void endAll(CandidateId id) {
        em.createNativeQuery("UPDATE candidate_visit SET ended_at = ? WHERE candidate_id = ? AND ended_at IS NULL")
                .setParameter(1, now()).setParameter(2, id.toString()).executeUpdate();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
