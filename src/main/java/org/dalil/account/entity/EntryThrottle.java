package org.dalil.account.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Slows down whoever guesses codes. The codes' length is the defence (50 bits); this only keeps one address from trying
 * thousands, and lets 23 people behind one address mistype theirs. Addresses are held in memory, for minutes.
 */
public class EntryThrottle {

    /** Wrong codes from one address within {@link #WINDOW} before it has to wait. */
    public static final int MOST = 120;

    /** How long a wrong code counts. */
    public static final Duration WINDOW = Duration.ofMinutes(10);

    /** Two tries at once may be counted a moment apart; more than this is another clock. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final Map<String, Deque<Instant>> wrong = new ConcurrentHashMap<>();

    /** Whether this address may try now. */
    public boolean mayTry(String address, Instant now) {
        Deque<Instant> times = wrong.get(address);
        if (times == null) {
            return true;
        }
        synchronized (times) {
            forget(times, now);
            return times.size() < MOST;
        }
    }

    /** A wrong code came from this address. */
    public void failed(String address, Instant now) {
        if (wrong.size() > 10_000) {
            wrong.values().removeIf(times -> {
                synchronized (times) {
                    forget(times, now);
                    return times.isEmpty();
                }
            });
        }
        Deque<Instant> times = wrong.computeIfAbsent(address, a -> new ArrayDeque<>());
        synchronized (times) {
            times.addLast(now);
        }
    }

    private static void forget(Deque<Instant> times, Instant now) {
        // Those of the future, too: the clock was put back, and nobody is to wait until it has caught up.
        times.removeIf(time -> time.isBefore(now.minus(WINDOW)) || time.isAfter(now.plus(AHEAD)));
    }
}
