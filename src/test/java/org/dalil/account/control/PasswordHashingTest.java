package org.dalil.account.control;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {

    private final PasswordHashing hashing = new PasswordHashing();

    @Test
    void a_hash_is_argon2id_at_the_floor_of_asvs_and_salted() {
        String hash = hashing.of("three lamps on a roof");
        assertTrue(hash.startsWith("$shiro2$argon2id$v=19$t=2,m=19456,p=1$"), hash);
        assertTrue(hash.length() <= 200);
        assertFalse(hash.equals(hashing.of("three lamps on a roof")));
        assertTrue(hashing.matches("three lamps on a roof", Optional.of(hash)));
        assertFalse(hashing.matches("three lamps on a roof ", Optional.of(hash)));
    }

    @Test
    void an_unknown_account_costs_the_same_and_never_matches() {
        Optional<String> known = Optional.of(hashing.of("three lamps on a roof"));
        long unknown = Long.MAX_VALUE;
        long wrong = Long.MAX_VALUE;
        // In turns, so that a warming compiler or a busy machine slows both; the first rounds only warm up.
        for (int round = 0; round < 12; round++) {
            unknown = Math.min(unknown, time(() -> assertFalse(hashing.matches("a guess at twelve", Optional.empty()))));
            wrong = Math.min(wrong, time(() -> assertFalse(hashing.matches("a guess at twelve", known))));
        }
        assertTrue(unknown < wrong * 2 && wrong < unknown * 2, unknown + " and " + wrong + " ns");
    }

    private static long time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    @Test
    void a_crowd_at_the_door_is_told_to_come_back() throws Exception {
        Optional<String> hash = Optional.of(hashing.of("three lamps on a roof"));
        ExecutorService crowd = Executors.newFixedThreadPool(60);
        List<Future<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            tries.add(crowd.submit(() -> hashing.matches("three lamps on a roof", hash)));
        }
        int in = 0;
        int busy = 0;
        for (Future<Boolean> one : tries) {
            try {
                in += one.get() ? 1 : 0;
            } catch (ExecutionException e) {
                busy += e.getCause() instanceof PasswordHashing.Busy ? 1 : 0;
            }
        }
        crowd.shutdown();
        assertTrue(in >= 22 && busy > 0 && in + busy == 60, in + " in, " + busy + " busy");
        assertTrue(hashing.matches("three lamps on a roof", hash));
    }
}
