package org.dalil.workshop.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dalil.account.entity.StaffId;
import org.dalil.platform.entity.Refused;
import org.dalil.workshop.entity.JoinCode;
import org.dalil.workshop.entity.Trainer;
import org.dalil.workshop.entity.Workshop;
import org.dalil.workshop.entity.WorkshopId;

/** Workshops and whose they are. Whoever asks is part of the question: a stranger's id finds nothing. */
@ApplicationScoped
public class WorkshopStore {

    private static final String OWN = """
            SELECT workshop_id FROM workshop_trainer WHERE staff_id = ? AND removed_at IS NULL""";

    /** In one statement: a trainer's page asks every two seconds. */
    private static final String MINE = """
            SELECT w.* FROM workshop w JOIN workshop_trainer t ON t.workshop_id = w.id
             WHERE w.id = ? AND t.staff_id = ? AND t.removed_at IS NULL""";

    @PersistenceContext
    EntityManager em;

    @Inject Clock clock;

    public void add(Workshop workshop, StaffId trainer) {
        em.persist(workshop);
        em.flush();
        em.createNativeQuery("INSERT INTO workshop_trainer (workshop_id, staff_id, added_at) VALUES (?, ?, ?)")
                .setParameter(1, workshop.id().toString()).setParameter(2, trainer.toString()).setParameter(3, now()).executeUpdate();
    }

    /** A trainer's own workshop. @throws Refused if it is not theirs, or not any more */
    public Workshop own(WorkshopId id, StaffId trainer) {
        List<?> found = em.createNativeQuery(MINE, Workshop.class).setParameter(1, id.toString()).setParameter(2, trainer.toString())
                .getResultList();
        return found.isEmpty() ? none() : (Workshop) found.get(0);
    }

    /** As {@link #own}, locked until the transaction ends: what two trainers do at once comes one after the other. */
    public Workshop ownLocked(WorkshopId id, StaffId trainer) {
        return isOwn(id, trainer) ? locked(id) : none();
    }

    /** A workshop, locked until the transaction ends. */
    public Workshop locked(WorkshopId id) {
        Workshop workshop = em.find(Workshop.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        return workshop == null ? none() : workshop;
    }

    private static Workshop none() {
        throw new Refused("workshop.notYours");
    }

    private boolean isOwn(WorkshopId id, StaffId trainer) {
        return !em.createNativeQuery(OWN + " AND workshop_id = ?").setParameter(1, trainer.toString())
                .setParameter(2, id.toString()).getResultList().isEmpty();
    }

    /** A trainer's own workshops, the latest day first. */
    public List<Workshop> own(StaffId trainer) {
        List<?> rows = em.createNativeQuery(OWN).setParameter(1, trainer.toString()).getResultList();
        List<UUID> ids = rows.stream().map(id -> UUID.fromString(id.toString())).toList();
        return ids.isEmpty() ? List.of() : em.createQuery("""
                SELECT w FROM Workshop w WHERE w.id IN :ids ORDER BY w.heldOn DESC, w.number DESC
                """, Workshop.class).setParameter("ids", ids).getResultList();
    }

    /**
     * The room that this join code opens, be it still good or not: as it is now, and nobody closes it before the transaction ends.
     * Others may join at once.
     */
    public Optional<Workshop> joinedBy(JoinCode code) {
        // An ordinary read would show the database as it was when the transaction began.
        List<?> rows = em.createNativeQuery("SELECT * FROM workshop WHERE join_code = ? LOCK IN SHARE MODE", Workshop.class)
                .setParameter(1, code.value()).setHint("eclipselink.refresh", "true").getResultList();
        return rows.stream().findFirst().map(Workshop.class::cast);
    }

    /** A plan that never became more: no room was opened, no card handed out. @return whether it was one */
    public boolean drop(WorkshopId id) {
        return em.createNativeQuery("""
                DELETE FROM workshop
                 WHERE id = ? AND opened_at IS NULL AND NOT EXISTS (SELECT 1 FROM seat WHERE workshop_id = ?)
                """).setParameter(1, id.toString()).setParameter(2, id.toString()).executeUpdate() > 0;
    }

    /** Whose workshop it is now, by name. */
    public List<Trainer> trainers(WorkshopId id) {
        List<?> rows = em.createNativeQuery("""
                SELECT s.id, s.name
                  FROM workshop_trainer t
                  JOIN staff_member s ON s.id = t.staff_id
                 WHERE t.workshop_id = ? AND t.removed_at IS NULL
                 ORDER BY s.name
                """).setParameter(1, id.toString()).getResultList();
        return rows.stream().map(Object[].class::cast)
                .map(row -> new Trainer(new StaffId(UUID.fromString(row[0].toString())), row[1].toString())).toList();
    }

    /** @return whether there is an enabled trainer of this name */
    public boolean addTrainer(WorkshopId id, String name) {
        return em.createNativeQuery("""
                INSERT INTO workshop_trainer (workshop_id, staff_id, added_at)
                SELECT ?, s.id, ?
                  FROM staff_member s
                  JOIN staff_role r ON r.staff_id = s.id AND r.role = 'TRAINER'
                 WHERE s.name = ? AND s.disabled_at IS NULL
                    ON DUPLICATE KEY UPDATE removed_at = NULL
                """).setParameter(1, id.toString()).setParameter(2, now()).setParameter(3, name).executeUpdate() > 0;
    }

    /** From the next request on they have no right here. */
    public void removeTrainer(WorkshopId id, StaffId trainer) {
        em.createNativeQuery("UPDATE workshop_trainer SET removed_at = ? WHERE workshop_id = ? AND staff_id = ? AND removed_at IS NULL")
                .setParameter(1, now()).setParameter(2, id.toString()).setParameter(3, trainer.toString()).executeUpdate();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
