package org.dalil.account.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.dalil.account.entity.RecoveryCode;
import org.dalil.account.entity.SecondFactor;
import org.dalil.account.entity.StaffId;

/** Someone's authenticator app and the recovery codes that stand in for it. */
@ApplicationScoped
public class FactorStore {

    @PersistenceContext(unitName = "dalil")
    EntityManager database;

    /** Locked: two tries with one code at the same moment must not both find it unused. */
    public Optional<SecondFactor> of(StaffId staff) {
        return Optional.ofNullable(database.find(SecondFactor.class, staff.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** The versions of the key that secrets were sealed with. */
    List<Integer> keyVersions() {
        return database.createQuery("SELECT DISTINCT f.keyVersion FROM SecondFactor f ORDER BY f.keyVersion", Integer.class).getResultList();
    }

    /** One app, if any, whose secret was sealed with this version of the key. */
    Optional<SecondFactor> first(int version) {
        return database.createQuery("SELECT f FROM SecondFactor f WHERE f.keyVersion = :version ORDER BY f.staff", SecondFactor.class)
                .setParameter("version", version).setMaxResults(1).getResultStream().findFirst();
    }

    /** The code with this HMAC, used or not, locked. */
    public Optional<RecoveryCode> code(StaffId staff, byte[] mac) {
        return database.createQuery("SELECT c FROM RecoveryCode c WHERE c.staff = :staff AND c.mac = :mac", RecoveryCode.class)
                .setParameter("staff", staff.value()).setParameter("mac", mac)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }

    public void add(SecondFactor factor, List<RecoveryCode> codes) {
        database.persist(factor);
        codes.forEach(database::persist);
    }

    /** Takes the app and its codes away. */
    public void remove(StaffId staff) {
        database.createQuery("DELETE FROM RecoveryCode c WHERE c.staff = :staff").setParameter("staff", staff.value())
                .executeUpdate();
        database.createQuery("DELETE FROM SecondFactor f WHERE f.staff = :staff").setParameter("staff", staff.value())
                .executeUpdate();
    }
}
