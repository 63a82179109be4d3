package org.dalil.certificate.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.dalil.certificate.entity.PublicKeyHalf;

/** The public halves of all keys, the one that signs now and those of before. */
@ApplicationScoped
public class SigningKeyStore {

    @PersistenceContext(unitName = "dalil")
    EntityManager database;

    @Inject
    Clock clock;

    /** All keys, the newest first. */
    public List<PublicKeyHalf> all() {
        List<?> rows = database.createNativeQuery(
                "SELECT public_half, made_at, retired_at FROM certificate_key ORDER BY made_at DESC, id").getResultList();
        return rows.stream().map(row -> key((Object[]) row)).toList();
    }

    private static PublicKeyHalf key(Object[] row) {
        return PublicKeyHalf.of((byte[]) row[0], instant(row[1]), Optional.ofNullable(row[2]).map(SigningKeyStore::instant));
    }

    static Instant instant(Object column) {
        return column instanceof Timestamp t ? t.toLocalDateTime().toInstant(ZoneOffset.UTC)
                : ((LocalDateTime) column).toInstant(ZoneOffset.UTC);
    }

    /** The one that signs now. */
    public Optional<PublicKeyHalf> current() {
        return all().stream().filter(key -> key.retired().isEmpty()).findFirst();
    }

    /** How many keys were lost while it was theirs to sign. */
    public int losses() {
        return ((Number) database.createNativeQuery("SELECT COUNT(*) FROM certificate_key WHERE lost_at IS NOT NULL").getSingleResult()).intValue();
    }

    /** The one that signs now is lost. */
    void lose() {
        database.createNativeQuery("UPDATE certificate_key SET lost_at = ?1 WHERE current_one = 1")
                .setParameter(1, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).executeUpdate();
    }

    /** This key signs from now on; the one before is kept for checking. */
    public void take(PublicKeyHalf key) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        database.createNativeQuery("UPDATE certificate_key SET retired_at = ?1, current_one = NULL WHERE current_one = 1")
                .setParameter(1, now).executeUpdate();
        database.createNativeQuery("INSERT INTO certificate_key (id, public_half, made_at, current_one) VALUES (?1, ?2, ?3, 1)")
                .setParameter(1, key.id()).setParameter(2, key.raw()).setParameter(3, now).executeUpdate();
    }
}
