package org.dalil.certificate.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dalil.certificate.entity.Certificate;
import org.dalil.certificate.entity.CertificateCode;
import org.dalil.certificate.entity.CertificateId;
import org.dalil.certificate.entity.CertificateRow;
import org.dalil.certificate.entity.Claim;
import org.dalil.certificate.entity.Ground;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.Track;
import org.dalil.platform.control.Keys;
import org.dalil.platform.entity.Refused;

/** Certificates and their revocations. */
@ApplicationScoped
public class CertificateStore {

    private static final String ROW = """
            SELECT c.id, c.number, c.candidate_id, c.track, c.issued_at, c.expires_at, r.ground,
                   EXISTS (SELECT 1 FROM exam_certificate h
                           WHERE h.candidate_id = c.candidate_id AND h.track = c.track AND h.number = c.number) AS latest
            FROM certificate c LEFT JOIN certificate_revocation r ON r.number = c.number
            """;

    @PersistenceContext(unitName = "dalil")
    EntityManager database;

    @Inject Keys keys;
    @Inject Clock clock;

    public void add(Certificate certificate) {
        database.persist(certificate);
        database.flush();
        // With its paper it is large, and whoever issues thousands in a row needs none of them again.
        database.detach(certificate);
    }

    /** @throws Refused if there is no such certificate */
    public Certificate get(CertificateId id) {
        return Optional.ofNullable(database.find(Certificate.class, id.value())).orElseThrow(() -> new Refused("certificate.gone"));
    }

    /** The versions of the key that papers were sealed with. */
    List<Integer> paperKeys() {
        return database.createQuery("SELECT DISTINCT c.paperKey FROM Certificate c ORDER BY c.paperKey", Integer.class).getResultList();
    }

    /** One certificate, if any, whose paper was sealed with this version of the key. */
    List<Certificate> first(int paperKey) {
        return database.createQuery("SELECT c FROM Certificate c WHERE c.paperKey = :key", Certificate.class).setParameter("key", paperKey)
                .setMaxResults(1).getResultList();
    }

    /** The code of a certificate, made from its id: it is stored nowhere. */
    public CertificateCode code(CertificateId id) {
        return CertificateCode.of(keys.mac("certificate-code", Keys.CURRENT, id.toString()));
    }

    /** What a code is looked up by. */
    public byte[] mac(CertificateCode code) {
        return keys.mac("certificate-lookup", Keys.CURRENT, code.value());
    }

    /** The square code's text of the certificate with this code. */
    public Optional<String> qr(CertificateCode code) {
        List<?> found = database.createNativeQuery("SELECT qr FROM certificate WHERE code_mac = ?1").setParameter(1, mac(code))
                .getResultList();
        return found.stream().findFirst().map(Object::toString);
    }

    /** The square code's text of the certificate with this number. */
    public Optional<String> qr(int number) {
        List<?> found = database.createNativeQuery("SELECT qr FROM certificate WHERE number = ?1").setParameter(1, number).getResultList();
        return found.stream().findFirst().map(Object::toString);
    }

    /** Whether the codes of the first and of the last certificate are found with the key that is there. */
    public boolean isIndexed() {
        List<?> ends = database.createNativeQuery("""
                SELECT qr, code_mac FROM certificate
                 WHERE number IN ((SELECT MIN(number) FROM certificate), (SELECT MAX(number) FROM certificate))""").getResultList();
        return ends.stream().map(Object[].class::cast).allMatch(end -> Arrays.equals(mac(signed((String) end[0])), (byte[]) end[1]));
    }

    /** All codes are found with the key that is there: each is part of what was signed. @return how many */
    public int index() {
        List<?> all = database.createNativeQuery("SELECT number, qr FROM certificate ORDER BY number").getResultList();
        return all.stream().map(Object[].class::cast).mapToInt(one -> database.createNativeQuery(
                "UPDATE certificate SET code_mac = ?1 WHERE number = ?2").setParameter(1, mac(signed((String) one[1]))).setParameter(2, one[0])
                .executeUpdate()).sum();
    }

    private static CertificateCode signed(String qr) {
        return Claim.read(qr).orElseThrow(() -> new IllegalStateException("a certificate without a square code")).claim().code();
    }

    /** The certificate with this number; nothing while it waits to be made. */
    public Optional<CertificateId> id(int number) {
        List<?> found = database.createNativeQuery("SELECT id FROM certificate WHERE number = ?1").setParameter(1, number).getResultList();
        return found.stream().findFirst().map(id -> new CertificateId(UUID.fromString(id.toString())));
    }

    /** Why the certificate with this number was revoked, if it was. */
    public Optional<Ground> ground(int number) {
        List<?> found = database.createNativeQuery("SELECT ground FROM certificate_revocation WHERE number = ?1").setParameter(1, number)
                .getResultList();
        return found.stream().findFirst().map(g -> Ground.valueOf(g.toString()));
    }

    /** Whether a later one that is not revoked renews the certificate with this number. */
    public boolean isRenewed(int number) {
        return !database.createNativeQuery("""
                SELECT 1
                  FROM certificate_order o
                  JOIN certificate_order l ON l.renews = COALESCE(o.first_edition, o.number)
                  JOIN certificate c       ON c.number = l.number
                 WHERE o.number = ?1
                   AND NOT EXISTS (SELECT 1 FROM certificate_revocation r WHERE r.number = l.number)""")
                .setParameter(1, number).setMaxResults(1).getResultList().isEmpty();
    }

    /** The numbers of all revoked ones. */
    public List<Integer> revoked() {
        List<?> numbers = database.createNativeQuery("SELECT number FROM certificate_revocation ORDER BY number").getResultList();
        return numbers.stream().map(n -> ((Number) n).intValue()).toList();
    }

    /** How many lists of revoked ones there are. */
    public int highest() {
        return ((Number) database.createNativeQuery("SELECT COALESCE(MAX(number), 0) FROM certificate").getSingleResult()).intValue();
    }

    /** Revokes one; @return false if it was revoked already: what was said first stays */
    public boolean revoke(int number, Ground ground, String by) {
        return database.createNativeQuery("""
                INSERT IGNORE INTO certificate_revocation (number, ground, revoked_at, revoked_by) VALUES (?1, ?2, ?3, ?4)""")
                .setParameter(1, number).setParameter(2, ground.name())
                .setParameter(3, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).setParameter(4, by).executeUpdate() == 1;
    }

    /** The newest ones. */
    public List<CertificateRow> newest(int most) {
        return rows(database.createNativeQuery(ROW + "ORDER BY c.number DESC LIMIT " + most));
    }

    /** Those of these candidates, the newest first. */
    public List<CertificateRow> of(List<CandidateId> candidates, int most) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        String marks = String.join(",", candidates.stream().map(c -> "?").toList());
        Query query = database.createNativeQuery(ROW + "WHERE c.candidate_id IN (" + marks + ") ORDER BY c.number DESC LIMIT " + most);
        for (int i = 0; i < candidates.size(); i++) {
            query.setParameter(i + 1, candidates.get(i).toString());
        }
        return rows(query);
    }

    /** Those that their holders have now and that end in this time, the first end first, those of a track together. */
    public List<CertificateRow> ending(Instant from, Instant until, int most) {
        return rows(database.createNativeQuery(ROW + """
                WHERE c.expires_at BETWEEN ?1 AND ?2
                HAVING latest = 1
                ORDER BY c.expires_at, c.track, c.number""")
                .setParameter(1, LocalDateTime.ofInstant(from, ZoneOffset.UTC)).setParameter(2, LocalDateTime.ofInstant(until, ZoneOffset.UTC))
                .setMaxResults(most));
    }

    /** How many those are. */
    public long countEnding(Instant from, Instant until) {
        return ((Number) database.createNativeQuery("""
                SELECT COUNT(*) FROM certificate c
                  JOIN exam_certificate h ON h.candidate_id = c.candidate_id AND h.track = c.track AND h.number = c.number
                 WHERE c.expires_at BETWEEN ?1 AND ?2""")
                .setParameter(1, LocalDateTime.ofInstant(from, ZoneOffset.UTC)).setParameter(2, LocalDateTime.ofInstant(until, ZoneOffset.UTC))
                .getSingleResult()).longValue();
    }

    /** The one with this number. */
    public List<CertificateRow> numbered(int number) {
        return rows(database.createNativeQuery(ROW + "WHERE c.number = ?1").setParameter(1, number));
    }

    private static List<CertificateRow> rows(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> row((Object[]) row)).toList();
    }

    private static CertificateRow row(Object[] row) {
        return new CertificateRow(new CertificateId(UUID.fromString(row[0].toString())), ((Number) row[1]).intValue(),
                new CandidateId(UUID.fromString(row[2].toString())), Track.valueOf((String) row[3]), SigningKeyStore.instant(row[4]),
                SigningKeyStore.instant(row[5]), row[6] == null ? null : Ground.valueOf((String) row[6]),
                row[7] instanceof Boolean b ? b : ((Number) row[7]).intValue() == 1);
    }
}
