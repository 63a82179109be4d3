package org.dalil.workshop.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dalil.workshop.entity.Presence;
import org.dalil.workshop.entity.Seat;
import org.dalil.workshop.entity.WorkshopId;

/** Numbers in the room, whose cards they are, and who was there. */
@ApplicationScoped
public class SeatStore {

    @PersistenceContext
    EntityManager em;

    @Inject Clock clock;

    /** So long after a workshop all figures of it are made. */
    private static final Duration COUNTED = Duration.ofDays(40);

    /** The next free number. The caller holds the workshop's lock, so that no two people get one number. */
    public int next(WorkshopId id) {
        // An ordinary read would show the numbers as they were when the transaction began, before it had the lock.
        return ((Number) em.createNativeQuery("SELECT COALESCE(MAX(number), 0) + 1 FROM seat WHERE workshop_id = ? FOR UPDATE")
                .setParameter(1, id.toString()).getSingleResult()).intValue();
    }

    public void add(WorkshopId id, int number, UUID cardId, Seat.Origin origin) {
        em.createNativeQuery("INSERT INTO seat (workshop_id, number, card_id, origin, issued_at) VALUES (?, ?, ?, ?, ?)")
                .setParameter(1, id.toString()).setParameter(2, number).setParameter(3, cardId.toString())
                .setParameter(4, origin.name()).setParameter(5, now()).executeUpdate();
    }

    /**
     * The next free number for somebody who joins, or the one the card has: in one statement, since a whole room joins at once.
     *
     * @return the number; nothing if the card has one in another workshop
     */
    public Optional<Integer> take(WorkshopId id, UUID cardId) {
        Object[] row = (Object[]) em.createNativeQuery("""
                INSERT INTO seat (workshop_id, number, card_id, origin, issued_at)
                SELECT ?, COALESCE(MAX(number), 0) + 1, ?, ?, ? FROM seat WHERE workshop_id = ?
                    ON DUPLICATE KEY UPDATE card_id = seat.card_id
                RETURNING workshop_id, number, card_id
                """).setParameter(1, id.toString()).setParameter(2, cardId.toString()).setParameter(3, Seat.Origin.ROOM.name())
                .setParameter(4, now()).setParameter(5, id.toString()).getSingleResult();
        return Optional.of(((Number) row[1]).intValue()).filter(n -> row[0].toString().equals(id.toString()) && row[2].toString().equals(cardId.toString()));
    }

    /** All numbers of a workshop, in order. */
    public List<Seat> of(WorkshopId id) {
        List<?> rows = em.createNativeQuery("SELECT number, card_id, origin FROM seat WHERE workshop_id = ? ORDER BY number")
                .setParameter(1, id.toString()).getResultList();
        return rows.stream().map(row -> seat((Object[]) row)).toList();
    }

    /** The seat with this number. */
    public Optional<Seat> find(WorkshopId id, int number) {
        List<?> rows = em.createNativeQuery("SELECT number, card_id, origin FROM seat WHERE workshop_id = ? AND number = ?")
                .setParameter(1, id.toString()).setParameter(2, number).getResultList();
        return rows.stream().map(row -> seat((Object[]) row)).findFirst();
    }

    /** The number that a card has in a workshop. */
    public Optional<Integer> number(WorkshopId id, UUID cardId) {
        List<?> rows = em.createNativeQuery("SELECT number FROM seat WHERE workshop_id = ? AND card_id = ?")
                .setParameter(1, id.toString()).setParameter(2, cardId.toString()).getResultList();
        return rows.stream().map(n -> ((Number) n).intValue()).findFirst();
    }

    private static Seat seat(Object[] row) {
        return new Seat(((Number) row[0]).intValue(), row[1] == null ? null : UUID.fromString(row[1].toString()),
                Seat.Origin.valueOf(row[2].toString()));
    }

    /** Somebody with this number is there; known already, it stays as it was. */
    public void present(WorkshopId id, int number, Presence how) {
        em.createNativeQuery("INSERT IGNORE INTO attendance (workshop_id, number, how, noted_at) VALUES (?, ?, ?, ?)")
                .setParameter(1, id.toString()).setParameter(2, number).setParameter(3, how.name()).setParameter(4, now())
                .executeUpdate();
    }

    /** A tick taken back; what a phone or a sheet showed stays. */
    public void untick(WorkshopId id, int number) {
        em.createNativeQuery("DELETE FROM attendance WHERE workshop_id = ? AND number = ? AND how = 'TRAINER'")
                .setParameter(1, id.toString()).setParameter(2, number).executeUpdate();
    }

    /** A card was entered: in a room that is open, its number is there. */
    public void entered(UUID cardId) {
        em.createNativeQuery("""
                INSERT IGNORE INTO attendance (workshop_id, number, how, noted_at)
                SELECT s.workshop_id, s.number, 'PHONE', ?
                  FROM seat s
                  JOIN workshop w ON w.id = s.workshop_id AND w.opened_at IS NOT NULL AND w.closed_at IS NULL
                 WHERE s.card_id = ?
                """).setParameter(1, now()).setParameter(2, cardId.toString()).executeUpdate();
    }

    /** A module was taught in the room. */
    public void teach(WorkshopId id, int module) {
        em.createNativeQuery("INSERT IGNORE INTO taught_module (workshop_id, module, taught_at) VALUES (?, ?, ?)")
                .setParameter(1, id.toString()).setParameter(2, module).setParameter(3, now()).executeUpdate();
    }

    /** It was not, after all. */
    public void unteach(WorkshopId id, int module) {
        em.createNativeQuery("DELETE FROM taught_module WHERE workshop_id = ? AND module = ?")
                .setParameter(1, id.toString()).setParameter(2, module).executeUpdate();
    }

    /** Those of these cards whose workshop is still to come, or ended so recently that their people are not counted yet. */
    public List<UUID> needed(Collection<UUID> cards) {
        Timestamp counted = Timestamp.from(clock.instant().minus(COUNTED));
        return cards.stream().filter(card -> !em.createNativeQuery("""
                SELECT 1
                  FROM seat s
                  JOIN workshop w ON w.id = s.workshop_id
                 WHERE s.card_id = ? AND (w.closed_at IS NULL AND w.held_on > ? OR w.closed_at > ?)
                """).setParameter(1, card.toString()).setParameter(2, counted).setParameter(3, counted).getResultList().isEmpty()).toList();
    }

    /** Cards of a workshop of which a test on paper was taken in. */
    public List<UUID> onPaper(WorkshopId id) {
        List<?> rows = em.createNativeQuery("""
                SELECT DISTINCT s.card_id
                  FROM workshop w
                  JOIN seat s    ON s.workshop_id = w.id
                  JOIN attempt a ON a.card_id = s.card_id AND a.course_id = w.course_id AND a.on_paper
                 WHERE w.id = ?
                """).setParameter(1, id.toString()).getResultList();
        return rows.stream().map(card -> UUID.fromString(card.toString())).toList();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
