package org.dalil.account.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.dalil.account.entity.Role;
import org.dalil.account.entity.StaffId;
import org.dalil.account.entity.StaffMember;
import org.dalil.account.entity.StaffName;
import org.dalil.platform.entity.Refused;

/** Staff members, with their roles. */
@ApplicationScoped
public class StaffStore {

    @PersistenceContext(unitName = "dalil")
    EntityManager database;

    public Optional<StaffMember> named(StaffName name) {
        return database.createQuery("SELECT s FROM StaffMember s WHERE s.name = :name", StaffMember.class)
                .setParameter("name", name.value()).getResultStream().findFirst();
    }

    /** @throws Refused if there is no such person: somebody else may have been quicker */
    public StaffMember get(StaffId id) {
        return Optional.ofNullable(database.find(StaffMember.class, id.value()))
                .orElseThrow(() -> new Refused("account.staff.gone"));
    }

    public void add(StaffMember member) {
        database.persist(member);
    }

    public boolean isEmpty() {
        return database.createQuery("SELECT COUNT(s) FROM StaffMember s", Long.class).getSingleResult() == 0;
    }

    /**
     * Those who run the site now, locked until the transaction ends: two administrators who disable each other at the same
     * moment would otherwise leave none.
     */
    public List<StaffMember> administratorsLocked() {
        return database.createQuery("SELECT s FROM StaffMember s WHERE s.disabledAt IS NULL ORDER BY s.id", StaffMember.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream()
                .filter(s -> s.roles().contains(Role.ADMINISTRATOR)).toList();
    }
}
