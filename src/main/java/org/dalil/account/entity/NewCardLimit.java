package org.dalil.account.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many new cards one address may have: enough for a training centre that gives everybody one twice, too few for a program to fill
 * the database with. What counts is the address's {@link Network}. Held in memory only; beyond ten thousand networks the one that was
 * quiet longest is forgotten first.
 */
public final class NewCardLimit {

    /** Cards for one address within {@link #WINDOW}. */
    public static final int MOST = 600;

    /** From the first card of an address on. */
    public static final Duration WINDOW = Duration.ofHours(1);

    /** Networks that are remembered at once. */
    static final int NETWORKS = 10_000;

    private record Made(Instant since, int cards) {

        /** Before it began: the clock was put back, and nobody is to wait until it has caught up. */
        boolean isOver(Instant now) {
            return !now.isBefore(since.plus(WINDOW)) || now.isBefore(since.minusSeconds(60));
        }
    }

    private final Map<String, Made> made = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Made> eldest) {
            return size() > NETWORKS;
        }
    };

    /** Whether this address may have another one now. */
    public synchronized boolean allows(String address, Instant now) {
        Made before = made.get(Network.of(address));
        return before == null || before.isOver(now) || before.cards < MOST;
    }

    /** A card was made for this address. */
    public synchronized void made(String address, Instant now) {
        made.merge(Network.of(address), new Made(now, 1), (before, one) -> before.isOver(now) ? one : new Made(before.since, before.cards + 1));
    }

    /** How many networks are remembered now. */
    synchronized int size() {
        return made.size();
    }
}
