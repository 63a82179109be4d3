package org.dalil.platform.control;

import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The platform itself as someone who acts: timers and the start enter the doors under a name, which the audit trail shows.
 * Used by mouths only ({@code web}); nothing that answers a request may use it.
 */
public final class SystemSubject {

    private static final ThreadLocal<String> NAME = new ThreadLocal<>();

    private SystemSubject() { }

    /**
     * Does the work on this thread with every permission.
     *
     * @param name what acts, for example {@code first-start}
     */
    public static void run(String name, Runnable work) {
        call(name, () -> {
            work.run();
            return null;
        });
    }

    /** As {@link #run}, with a result. Unchecked exceptions pass as they are, checked ones wrapped. */
    public static <T> T call(String name, Callable<T> work) {
        String before = NAME.get();
        NAME.set(name);
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(name + " failed", e);
        } finally {
            if (before == null) {
                NAME.remove();
            } else {
                NAME.set(before);
            }
        }
    }

    /** What acts on this thread now, if it is the platform itself. */
    public static Optional<String> name() {
        return Optional.ofNullable(NAME.get());
    }
}
