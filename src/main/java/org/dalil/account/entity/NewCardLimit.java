package org.dalil.account.entity;

import java.time.Duration;
import java.time.Instant;

/**
 * How many new cards one address may have: enough for a training centre that gives everybody one twice, too few for a program to fill
 * the database with. What counts is the address's {@link Network}.
 */
public final class NewCardLimit {

    /** Cards for one address within {@link #WINDOW}, where the site has no number of its own. */
    public static final int USUAL = 600;

    /** From the first card of an address on. */
    public static final Duration WINDOW = Duration.ofHours(1);

    private record Made(Instant since, int cards) {

        /** Before it began: the clock was put back, and nobody is to wait until it has caught up. */
        boolean isOver(Instant now) {
            return !now.isBefore(since.plus(WINDOW)) || now.isBefore(since.minusSeconds(60));
        }
    }

    private final NetworkMemory<Made> made = new NetworkMemory<>();
    private final int most;

    /** @param most cards for one address within {@link #WINDOW}, from 1 */
    public NewCardLimit(int most) {
        this.most = most;
    }

    /** Whether this address may have another one now. */
    public synchronized boolean allows(String address, Instant now) {
        return made.of(address).map(before -> before.isOver(now) || before.cards < most).orElse(true);
    }

    /** A card was made for this address. */
    public synchronized void made(String address, Instant now) {
        made.change(address, () -> new Made(now, 0), before -> before.isOver(now) ? new Made(now, 1) : new Made(before.since, before.cards + 1));
    }

    /** How many networks are remembered now. */
    synchronized int size() {
        return made.size();
    }
}
