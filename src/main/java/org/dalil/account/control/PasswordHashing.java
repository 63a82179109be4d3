package org.dalil.account.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.crypto.hash.Hash;
import org.apache.shiro.crypto.hash.SimpleHashRequest;
import org.apache.shiro.crypto.hash.format.Shiro2CryptFormat;
import org.apache.shiro.crypto.support.hashes.argon2.Argon2HashProvider;
import org.apache.shiro.crypto.support.hashes.argon2.Argon2HashProvider.Parameters;
import org.apache.shiro.lang.util.ByteSource;
import org.dalil.account.entity.Passwords;

/**
 * Argon2id at the floor of ASVS 5.0 (appendix C): 2 passes over 19 MiB, one lane, about a tenth of a second. Two at a time
 * and no more: each takes its memory, and a crowd at the door must not push the learners out.
 */
@ApplicationScoped
public class PasswordHashing {

    /** Too many people are signing in at once; nothing was checked and nothing counted. */
    public static class Busy extends AuthenticationException {
        Busy() {
            super("too many passwords are being checked");
        }
    }

    private static final int AT_ONCE = 2;
    private static final int WAITING = 20;
    private static final long PATIENCE_SECONDS = 8;
    /** Shiro parses them from text. */
    private static final Map<String, Object> PARAMETERS = Map.of(
            Parameters.PARAMETER_ITERATIONS, "2",
            Parameters.PARAMETER_MEMORY_KIB, "19456",
            Parameters.PARAMETER_PARALLELISM, "1");

    private final Semaphore running = new Semaphore(AT_ONCE, true);
    private final AtomicInteger present = new AtomicInteger();
    /** What an unknown name is checked against, so that it takes as long as a known one. */
    private volatile String nobodys;

    /**
     * The hash to keep, with its salt and parameters.
     *
     * @throws Busy if too many are waiting
     */
    public String of(String password) {
        return inTurn(() -> new Shiro2CryptFormat().format(new Argon2HashProvider().newHashFactory(new SecureRandom())
                .generate(new SimpleHashRequest(Parameters.DEFAULT_ALGORITHM_NAME, bytes(password), null, PARAMETERS))));
    }

    /**
     * Whether this is the password of the hash; for an unknown account as much work, and never true.
     *
     * @throws Busy if too many are waiting
     */
    public boolean matches(String password, Optional<String> hash) {
        String other = hash.orElseGet(this::nobodys);
        boolean same = inTurn(() -> {
            Hash known = new Shiro2CryptFormat().parse(other);
            return known.matchesPassword(bytes(password));
        });
        return same && hash.isPresent();
    }

    private String nobodys() {
        if (nobodys == null) {
            nobodys = of(Passwords.start());
        }
        return nobodys;
    }

    private static ByteSource bytes(String password) {
        String normal = Passwords.normal(password);
        // Nothing longer can be anyone's password; the work stays the same.
        return ByteSource.Util.bytes(normal.substring(0, Math.min(normal.length(), Passwords.LONGEST * 4)));
    }

    private <T> T inTurn(Supplier<T> work) {
        if (present.incrementAndGet() > AT_ONCE + WAITING) {
            present.decrementAndGet();
            throw new Busy();
        }
        try {
            if (!running.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Busy();
            }
            try {
                return work.get();
            } finally {
                running.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        } finally {
            present.decrementAndGet();
        }
    }
}
