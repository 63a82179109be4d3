package org.dalil.account.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing: ten failures close a key for a minute, each further one for twice as long, up to fifteen minutes,
 * never for good: an abuser could lock out the person he watches. In memory only, so that no address is ever stored.
 *
 * <p>A key is an account's name or an address. A key is forgotten an hour after its last failure; beyond ten thousand keys
 * the one that was quiet longest goes first.
 */
public final class Throttle {

    private static final Duration FORGET = Duration.ofHours(1);
    private static final Duration AHEAD = Duration.ofMinutes(1);
    private static final int KEYS = 10_000;

    private final int free;
    private final Duration first;
    private final Duration longest;

    /** As everywhere: ten failures, a minute, up to fifteen. */
    public Throttle() {
        this(10, Duration.ofMinutes(1), Duration.ofMinutes(15));
    }

    /**
     * @param free    failures before a key closes
     * @param first   for how long it closes then
     * @param longest for how long it ever closes
     */
    public Throttle(int free, Duration first, Duration longest) {
        this.free = free;
        this.first = first;
        this.longest = longest;
    }

    private record Failures(int count, Instant last, Instant closedUntil) { }

    private final Map<String, Failures> failures = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > KEYS;
        }
    };

    /** Whether a try under this key must wait. */
    public synchronized boolean isClosed(String key, Instant now) {
        Failures known = known(key, now);
        return known != null && now.isBefore(known.closedUntil);
    }

    /** Counts a failure. */
    public synchronized void failed(String key, Instant now) {
        Failures known = known(key, now);
        int count = known == null ? 1 : known.count + 1;
        failures.put(key, new Failures(count, now, now.plus(pause(count))));
    }

    /** Forgets the failures of this key: its owner has shown who they are. */
    public synchronized void succeeded(String key) {
        failures.remove(key);
    }

    private Failures known(String key, Instant now) {
        Failures known = failures.get(key);
        // Failures of the future: the clock was put back, and nobody is to wait until it has caught up. Two tries at once are no future.
        if (known != null && (now.isAfter(known.last.plus(FORGET)) || now.isBefore(known.last.minus(AHEAD)))) {
            failures.remove(key);
            return null;
        }
        return known;
    }

    private Duration pause(int count) {
        if (count < free) {
            return Duration.ZERO;
        }
        int doublings = Math.min(count - free, 4);
        Duration pause = first.multipliedBy(1L << doublings);
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
