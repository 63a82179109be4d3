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
    private volatile String missing = "";
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

    /** Something that a learner needs is not there; staff can still sign in and mend it. Empty: nothing is missing. */
    public void missing(String what) {
        missing = what;
    }

    /** Whether pages can be served at all. */
    public boolean isStarted() {
        return started;
    }

    public boolean isReady() {
        return started && database && missing.isEmpty();
    }

    /** Why not, in one or two words of English for the administrator; empty when ready. */
    public String reason() {
        if (!started) {
            return reason;
        }
        return database ? missing : "the database does not answer";
    }

    public boolean isDatabaseUp() {
        return database;
    }

    public Map<String, Object> facts() {
        return Map.copyOf(facts);
    }
}
