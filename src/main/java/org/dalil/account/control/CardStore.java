package org.dalil.account.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dalil.account.entity.CardCode;
import org.dalil.account.entity.Elsewhere;
import org.dalil.account.entity.Visit;
import org.dalil.platform.control.Keys;
import org.dalil.platform.entity.NewId;

/** Cards and their visits. Codes and cookies come in as they are and go no further than their HMAC. */
@ApplicationScoped
public class CardStore {

    /** The key that codes are found by. */
    static final String FOUND_BY = "card";

    @PersistenceContext
    EntityManager em;

    @Inject Keys keys;
    @Inject Clock clock;

    private byte[] mac(int version, CardCode code) {
        return keys.mac(FOUND_BY, version, code.value());
    }

    /** The versions of the key that cards are found by. */
    List<Integer> keyVersions() {
        List<?> versions = em.createNativeQuery("SELECT DISTINCT key_version FROM participant_card ORDER BY key_version").getResultList();
        return versions.stream().map(version -> ((Number) version).intValue()).toList();
    }

    /** What a visit's cookie is found by. */
    public byte[] mac(String cookie) {
        return keys.mac("visit", Keys.CURRENT, cookie);
    }

    /** The card with this code. */
    public Optional<UUID> find(CardCode code) {
        return keys.versions(FOUND_BY).stream().flatMap(version -> find(version, code).stream()).findFirst();
    }

    private Optional<UUID> find(int version, CardCode code) {
        List<?> rows = em.createNativeQuery("""
                SELECT id
                  FROM participant_card
                 WHERE key_version = ? AND code_mac = ?
                """).setParameter(1, version).setParameter(2, mac(version, code)).getResultList();
        return rows.stream().findFirst().map(id -> UUID.fromString(id.toString()));
    }

    /** A new card with this code. @param scope the group it is handed out in, or null */
    public UUID add(CardCode code, UUID scope) {
        UUID id = NewId.next();
        int version = keys.newest(FOUND_BY);
        em.createNativeQuery("""
                INSERT INTO participant_card (id, code_mac, key_version, issued_at, last_used_on, scope)
                VALUES (?, ?, ?, ?, ?, ?)
                """).setParameter(1, id.toString()).setParameter(2, mac(version, code)).setParameter(3, version)
                .setParameter(4, now()).setParameter(5, today()).setParameter(6, scope == null ? null : scope.toString())
                .executeUpdate();
        return id;
    }

    /** Another code for a card of a group; its visits end. @return whether there is such a card */
    public boolean renew(UUID scope, UUID cardId, CardCode code) {
        int version = keys.newest(FOUND_BY);
        boolean found = em.createNativeQuery("UPDATE participant_card SET key_version = ?, code_mac = ? WHERE id = ? AND scope = ?")
                .setParameter(1, version).setParameter(2, mac(version, code)).setParameter(3, cardId.toString())
                .setParameter(4, scope.toString()).executeUpdate() > 0;
        if (found) {
            endVisits(cardId);
        }
        return found;
    }

    /** Ends every visit of a card, wherever it is. @return whether there was one */
    public boolean endVisits(UUID cardId) {
        return em.createNativeQuery("UPDATE visit SET ended_at = ? WHERE card_id = ? AND ended_at IS NULL")
                .setParameter(1, now()).setParameter(2, cardId.toString()).executeUpdate() > 0;
    }

    /** A browser begins to work with a card. */
    public Visit begin(UUID cardId, String cookie) {
        UUID id = NewId.next();
        em.createNativeQuery("""
                INSERT INTO visit (id, cookie_mac, card_id, started_at, used_at)
                VALUES (?, ?, ?, ?, ?)
                """).setParameter(1, id.toString()).setParameter(2, mac(cookie)).setParameter(3, cardId.toString())
                .setParameter(4, now()).setParameter(5, now()).executeUpdate();
        em.createNativeQuery("UPDATE participant_card SET last_used_on = ?1 WHERE id = ?2 AND last_used_on <> ?1")
                .setParameter(1, today()).setParameter(2, cardId.toString()).executeUpdate();
        return new Visit(id, cardId);
    }

    /** The visit of this cookie, unless it ended or was idle for too long. */
    public Optional<Visit> visit(String cookie) {
        Instant now = clock.instant();
        List<?> rows = em.createNativeQuery("""
                SELECT id, card_id
                  FROM visit
                 WHERE cookie_mac = ? AND ended_at IS NULL AND used_at BETWEEN ? AND ?
                """).setParameter(1, mac(cookie))
                .setParameter(2, Timestamp.from(Visit.idleBefore(now)))
                .setParameter(3, Timestamp.from(Visit.idleAfter(now))).getResultList();
        return rows.stream().findFirst().map(Object[].class::cast)
                .map(row -> new Visit(UUID.fromString(row[0].toString()), UUID.fromString(row[1].toString())));
    }

    /** Whether other visits of this cookie's card go on beside its own; one that began later counts for more. */
    public Optional<Elsewhere> elsewhere(String cookie) {
        Timestamp from = Timestamp.from(Visit.idleBefore(clock.instant()));
        Timestamp to = Timestamp.from(Visit.idleAfter(clock.instant()));
        Object since = em.createNativeQuery("""
                SELECT MAX(o.started_at > v.started_at)
                  FROM visit v
                  JOIN visit o ON o.card_id = v.card_id AND o.id <> v.id AND o.ended_at IS NULL AND o.used_at BETWEEN ?2 AND ?3
                 WHERE v.cookie_mac = ?1 AND v.ended_at IS NULL AND v.used_at BETWEEN ?2 AND ?3
                """).setParameter(1, mac(cookie)).setParameter(2, from).setParameter(3, to).getSingleResult();
        return Optional.ofNullable((Number) since).map(later -> later.intValue() == 1 ? Elsewhere.SINCE : Elsewhere.BEFORE);
    }

    /** The visit goes on: it becomes idle later. Written at most every five minutes. */
    public void used(String cookie) {
        Instant now = clock.instant();
        em.createNativeQuery("UPDATE visit SET used_at = ? WHERE cookie_mac = ? AND ended_at IS NULL AND used_at BETWEEN ? AND ?")
                .setParameter(1, Timestamp.from(now)).setParameter(2, mac(cookie))
                .setParameter(3, Timestamp.from(Visit.idleBefore(now)))
                .setParameter(4, Timestamp.from(now.minus(Visit.WRITTEN_EVERY))).executeUpdate();
    }

    /** From now on this browser can do nothing with the card, and no form it still shows can save. */
    public void end(String cookie) {
        em.createNativeQuery("UPDATE visit SET ended_at = ? WHERE cookie_mac = ? AND ended_at IS NULL")
                .setParameter(1, now()).setParameter(2, mac(cookie)).executeUpdate();
    }

    /** The card and everything that belongs to it. */
    public boolean erase(CardCode code) {
        return keys.versions(FOUND_BY).stream().mapToInt(version -> em.createNativeQuery(
                "DELETE FROM participant_card WHERE key_version = ? AND code_mac = ?").setParameter(1, version)
                .setParameter(2, mac(version, code)).executeUpdate()).sum() > 0;
    }

    /**
     * Some cards that were last used before a day, by their ids.
     *
     * @param after only those whose id is larger
     */
    public List<UUID> unused(LocalDate before, UUID after, int most) {
        List<?> rows = em.createNativeQuery("SELECT id FROM participant_card WHERE last_used_on < ? AND id > ? ORDER BY id LIMIT ?")
                .setParameter(1, java.sql.Date.valueOf(before)).setParameter(2, after.toString()).setParameter(3, most).getResultList();
        return rows.stream().map(id -> UUID.fromString(id.toString())).toList();
    }

    /** These cards and everything that belongs to them, unless one was used meanwhile. */
    public int erase(Collection<UUID> cards, LocalDate before) {
        return cards.stream().mapToInt(id -> em.createNativeQuery("DELETE FROM participant_card WHERE id = ? AND last_used_on < ?")
                .setParameter(1, id.toString()).setParameter(2, java.sql.Date.valueOf(before)).executeUpdate()).sum();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private java.sql.Date today() {
        Instant now = clock.instant();
        return java.sql.Date.valueOf(LocalDate.ofInstant(now, ZoneOffset.UTC));
    }
}
