package org.dalil.platform.control;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** The platform's own parts, put together by hand for tests of doors: real ones, on a real database and real key files. */
public final class PlatformParts {

    /** Tests share a database, and so the end of its trail. */
    static final Keys SEALS = keys();

    private PlatformParts() { }

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
