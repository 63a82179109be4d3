package org.dalil.platform.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Whether a learner could really work now, and if not, why. Features add what they know. */
@ApplicationScoped
public class Readiness {

    private volatile boolean started;
    private volatile boolean database;
    private volatile String reason = "starting";
    private final Map<String, Object> facts = new ConcurrentHashMap<>();

    /** One more fact for the answer, for example the number of courses. */
    public void fact(String name, Object value) {
        facts.put(name, value);
    }

    void started() {
        started = true;
        database = true;
    }

    void waitingFor(String what) {
        reason = what;
    }

    void database(boolean answers) {
        database = answers;
    }

    public boolean isReady() {
        return started && database;
    }

    /** Why not, in one or two words of English for the administrator; empty when ready. */
    public String reason() {
        if (!started) {
            return reason;
        }
        return database ? "" : "the database does not answer";
    }

    public boolean isDatabaseUp() {
        return database;
    }

    public Map<String, Object> facts() {
        return Map.copyOf(facts);
    }
}
