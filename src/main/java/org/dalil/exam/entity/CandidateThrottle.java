package org.dalil.exam.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.dalil.account.entity.EntryThrottle;
import org.dalil.account.entity.Network;
import org.dalil.account.entity.Throttle;

/**
 * The brake on guessing candidates' passwords. Numbers are short and anybody can read a neighbour's, so ten wrong passwords must not
 * keep that neighbour from the exam: they close the number for where they came from, for seconds and then minutes, and for nobody
 * else. Only very many, from many places, slow a number down everywhere; and a browser that the candidate was signed in on before
 * is counted by itself and never waits for what others typed. In memory only.
 */
public final class CandidateThrottle {

    /** Wrong passwords for one number, from anywhere, before it is slowed down everywhere. */
    public static final int MOST = 100;

    private final Throttle pairs = new Throttle(10, Duration.ofSeconds(15), Duration.ofMinutes(2));
    private final Throttle numbers = new Throttle(MOST, Duration.ofMinutes(1), Duration.ofMinutes(15));
    private final Throttle browsers = new Throttle();
    /** A whole room sits behind one address: it may mistype often before it has to wait. */
    private final EntryThrottle addresses = new EntryThrottle();

    /** Whether a password for this number has to wait. @param known the browser, if this candidate was signed in on it before */
    public boolean isClosed(int number, String address, Optional<UUID> known, Instant now) {
        return known.map(browser -> browsers.isClosed(browser.toString(), now)).orElseGet(() -> pairs.isClosed(pair(number, address), now)
                || numbers.isClosed(String.valueOf(number), now) || !mayTry(address, now));
    }

    /** Whether anything may be tried from this address. */
    public boolean mayTry(String address, Instant now) {
        return addresses.mayTry(Network.of(address), now);
    }

    /** A wrong password. */
    public void failed(int number, String address, Optional<UUID> known, Instant now) {
        if (known.isPresent()) {
            browsers.failed(known.get().toString(), now);
        } else {
            pairs.failed(pair(number, address), now);
            numbers.failed(String.valueOf(number), now);
            failed(address, now);
        }
    }

    /** Something else that was wrong, from this address. */
    public void failed(String address, Instant now) {
        addresses.failed(Network.of(address), now);
    }

    /** The right password. The address stays counted. */
    public void succeeded(int number, String address, Optional<UUID> known) {
        known.ifPresent(browser -> browsers.succeeded(browser.toString()));
        pairs.succeeded(pair(number, address));
        numbers.succeeded(String.valueOf(number));
    }

    private static String pair(int number, String address) {
        return number + " " + Network.of(address);
    }
}
