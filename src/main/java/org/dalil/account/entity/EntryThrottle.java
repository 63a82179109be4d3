package org.dalil.account.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Slows down whoever guesses codes. The codes' length is the defence (50 bits); this only keeps one address from trying
 * thousands, and lets 23 people behind one address mistype theirs. What counts is the address's {@link Network}.
 */
public class EntryThrottle {

    /** Whole codes of nobody's card from one address within {@link #WINDOW} before it has to wait. */
    public static final int MOST = 120;

    /** How long a wrong code counts. */
    public static final Duration WINDOW = Duration.ofMinutes(10);

    /** Two tries at once may be counted a moment apart; more than this is another clock. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final NetworkMemory<Deque<Instant>> wrong = new NetworkMemory<>();

    /** Whether this address may try now. */
    public synchronized boolean mayTry(String address, Instant now) {
        return wrong.of(address).map(times -> forget(times, now)).map(times -> times.size() < MOST).orElse(true);
    }

    /** A wrong code came from this address. */
    public synchronized void failed(String address, Instant now) {
        Deque<Instant> times = wrong.change(address, () -> new ArrayDeque<>(2), before -> before);
        times.addLast(now);
        if (times.size() > MOST) {
            times.removeFirst();
        }
    }

    /** How many networks are remembered now. */
    synchronized int size() {
        return wrong.size();
    }

    private static Deque<Instant> forget(Deque<Instant> times, Instant now) {
        // Those of the future, too: the clock was put back, and nobody is to wait until it has caught up.
        times.removeIf(time -> time.isBefore(now.minus(WINDOW)) || time.isAfter(now.plus(AHEAD)));
        return times;
    }
}
