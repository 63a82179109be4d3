package org.dalil.help.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dalil.help.entity.Channel;
import org.dalil.help.entity.ChannelCheck;

/** Who has called which number, and whether the site shows numbers that nobody has. */
@ApplicationScoped
public class ChannelCheckStore {

    private static final String SHOW = "help.show-unchecked";

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** All checks, by channel. */
    public Map<String, ChannelCheck> all() {
        List<?> rows = em.createNativeQuery("SELECT channel_id, value, checked_by, checked_at FROM channel_check").getResultList();
        Map<String, ChannelCheck> checks = new HashMap<>();
        for (Object r : rows) {
            Object[] row = (Object[]) r;
            checks.put((String) row[0], new ChannelCheck((String) row[0], (String) row[1], (String) row[2],
                    ((Timestamp) row[3]).toInstant()));
        }
        return checks;
    }

    public ChannelCheck check(Channel channel, String by) {
        Instant now = clock.instant();
        em.createNativeQuery("""
                INSERT INTO channel_check (channel_id, value, checked_by, checked_at)
                VALUES (?, ?, ?, ?)
                    ON DUPLICATE KEY UPDATE value = VALUES(value), checked_by = VALUES(checked_by), checked_at = VALUES(checked_at)
                """).setParameter(1, channel.id()).setParameter(2, channel.value()).setParameter(3, by)
                .setParameter(4, Timestamp.from(now)).executeUpdate();
        return new ChannelCheck(channel.id(), channel.value(), by, now);
    }

    public void uncheck(String channelId) {
        em.createNativeQuery("DELETE FROM channel_check WHERE channel_id = ?").setParameter(1, channelId).executeUpdate();
    }

    /** Whether unchecked numbers are shown, with a mark. Off until an administrator switches it on. */
    public boolean showsUnchecked() {
        return !em.createNativeQuery("SELECT 1 FROM setting WHERE name = ? AND value = 'on'").setParameter(1, SHOW)
                .getResultList().isEmpty();
    }

    public void showUnchecked(boolean show) {
        em.createNativeQuery("INSERT INTO setting (name, value) VALUES (?, ?) ON DUPLICATE KEY UPDATE value = VALUES(value)")
                .setParameter(1, SHOW).setParameter(2, show ? "on" : "off").executeUpdate();
    }
}
