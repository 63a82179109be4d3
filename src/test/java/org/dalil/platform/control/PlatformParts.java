package org.dalil.platform.control;

import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;

/** The platform's own parts, put together by hand for tests of doors: real ones, on a real database and real key files. */
public final class PlatformParts {

    /** Tests share a database, and so the end of its trail. */
    static final Keys SEALS = keys();

    private PlatformParts() { }

    /** Calls a door's method as the server does: what the database ended because of another transaction is done again. */
    public static Object enter(Method method, Callable<?> work) {
        try {
            return SystemSubject.call("test", () -> new DoorInterceptor().guard(new Entering(method, work)));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private record Entering(Method getMethod, Callable<?> work) implements InvocationContext {
        @Override
        public Object proceed() throws Exception {
            return work.call();
        }

        @Override
        public Object getTarget() {
            return work;
        }

        @Override
        public Object getTimer() {
            return null;
        }

        @Override
        public Constructor<?> getConstructor() {
            return null;
        }

        @Override
        public Object[] getParameters() {
            return new Object[0];
        }

        @Override
        public void setParameters(Object[] parameters) { }

        @Override
        public Map<String, Object> getContextData() {
            return Map.of();
        }
    }

    /** Keys in a directory of their own. */
    public static Keys keys() {
        try {
            Path directory = Files.createTempDirectory("dalil-test-keys");
            Keys keys = new Keys();
            keys.installation = new Installation() {
                @Override
                public Path keys() {
                    return directory;
                }
            };
            return keys;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the server does about the machine's zone before anything else. */
    public static void leaveTheMachinesZone() {
        Startup.leaveTheMachinesZone();
    }

    /** What seals with these keys. */
    public static Sealing sealing(Keys keys) {
        Sealing sealing = new Sealing();
        sealing.keys = keys;
        return sealing;
    }

    /** Every word of the interface. */
    public static Texts texts() {
        Texts texts = new Texts();
        texts.read();
        return texts;
    }

    /** Forms that were sent to this database. */
    public static Submissions submissions(EntityManager entities, Keys keys, Clock clock) {
        SubmissionStore store = new SubmissionStore();
        store.em = entities;
        store.clock = clock;
        store.keys = keys;
        Submissions submissions = new Submissions();
        submissions.store = store;
        submissions.keys = keys;
        return submissions;
    }

    /** The audit trail on this database. */
    public static AuditTrail trail(EntityManager entities, Clock clock) {
        AuditStore store = new AuditStore();
        store.database = entities;
        AuditTrail trail = new AuditTrail();
        trail.store = store;
        trail.keys = SEALS;
        trail.clock = clock;
        return trail;
    }
}
