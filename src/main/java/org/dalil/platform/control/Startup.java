package org.dalil.platform.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dalil.platform.entity.CannotStart;
import org.dalil.platform.entity.DatabaseReady;

/**
 * From a bare process to a page that a learner can use, in order and in the background: data directory, database, safety,
 * migrations, what features load, and the address on the console. What can't work ends the process with one sentence.
 */
@ApplicationScoped
public class Startup {

    /** Tells this process from another that answers on the same port. */
    public static final String INSTANCE = UUID.randomUUID().toString();

    private static final Logger LOG = Logger.getLogger(Startup.class.getName());

    @Inject Installation installation;
    @Inject DataDirectory directory;
    @Inject EmbeddedDatabase embedded;
    @Inject Migrations migrations;
    @Inject Pulse pulse;
    @Inject Readiness readiness;
    @Inject Console console;
    @Inject Event<DatabaseReady> ready;

    @Resource ManagedExecutorService executor;
    @Resource ManagedScheduledExecutorService scheduler;

    /** So long a start that has to end is waited for: tables are not changed halfway. */
    private static final int PATIENCE_SECONDS = 120;

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean over;

    /** Returns at once; the work goes on in the background. */
    public void begin() {
        leaveTheMachinesZone();
        endWithParent();
        executor.submit(this::run);
    }

    /**
     * The database keeps moments in UTC. Between a row and an entity Java counts a date and a time in its own zone, and the driver
     * counts it back in UTC: on a laptop in Duhok what an entity wrote would be three hours before what a statement wrote, and
     * twice a year an hour would not exist. Where people live is a setting of its own, {@link Installation#zone()}.
     */
    static void leaveTheMachinesZone() {
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
    }

    /**
     * With {@code -Ddalil.ends.with.parent=true}: a Maven that is killed leaves no server behind that nobody knows of. It is gone when
     * it is said to be so for a second: one wrong answer from a busy machine must not end a server that people learn at.
     */
    private void endWithParent() {
        if (!Boolean.getBoolean("dalil.ends.with.parent")) {
            return;
        }
        long parent = parent();
        // Not one of the server's threads: those rest while it is suspended.
        Thread watcher = new Thread(() -> {
            for (int gone = 0; gone < 5; gone = parent() == parent ? 0 : gone + 1) {
                pause();
            }
            console.say("What started this server has ended, and so does the server.");
            System.exit(0);
        }, "dalil-ends-with-parent");
        watcher.setDaemon(true);
        watcher.start();
    }

    private static long parent() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(-1L);
    }

    /**
     * The application is taken away, perhaps in the middle of its start, as Maven does when it deploys it again. The step that
     * goes on is finished first: half a migration would keep the next start from beginning.
     */
    public void stop() {
        over = true;
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warning("The start did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            installation.site();
            if (installation.embedded()) {
                readiness.waitingFor("the database is starting");
                directory.take();
                embedded.start();
            }
            readiness.waitingFor("the database does not answer yet");
            waitForDatabase();
            if (over) {
                return;
            }
            migrations.refuseUnsafe();
            readiness.waitingFor("the database is being brought to this version");
            console.say("Bringing the database to this version …");
            readiness.fact("migrations", migrations.migrate());
            if (over) {
                return;
            }
            readiness.waitingFor("courses are being read");
            console.say("Reading the courses …");
            ready.fire(new DatabaseReady());
            if (over) {
                return;
            }
            refuseTakenPort();
            readiness.started();
            scheduler.scheduleWithFixedDelay(this::watch, 1000, 500, TimeUnit.MILLISECONDS);
            greet();
        } catch (CannotStart e) {
            end(e.getMessage());
        } catch (SQLException | RuntimeException e) {
            if (!over) {
                LOG.log(Level.SEVERE, "The start failed", e);
            }
            end("Dalil could not start: " + e.getMessage());
        } finally {
            ended.countDown();
        }
    }

    /** An external database may come up after the server: five minutes' patience, in case it is just being started. */
    private void waitForDatabase() {
        for (int seconds = 0; seconds < 300; seconds++) {
            if (pulse.beats()) {
                return;
            }
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        throw new CannotStart("The database that DB_URL names does not answer. Check DB_URL, DB_USER and DB_PASSWORD, and "
                + "whether it runs.");
    }

    /** The server goes on without its port if another program has it, so ask the port who is there. */
    private void refuseTakenPort() {
        for (int tries = 0; tries < 100; tries++) {
            try {
                HttpURLConnection connection = (HttpURLConnection)
                        URI.create("http://127.0.0.1:" + installation.port() + "/status/ready").toURL().openConnection();
                connection.setConnectTimeout(2000);
                connection.setReadTimeout(5000);
                connection.getResponseCode();
                if (INSTANCE.equals(connection.getHeaderField("X-Instance"))) {
                    return;
                }
                if (connection.getHeaderField("X-Instance") != null || tries > 50) {
                    break;
                }
            } catch (IOException notYet) {
                // the port opens at the end of the server's own start
            }
            pause();
        }
        throw new CannotStart("Port " + installation.port() + " is used by another program. Stop that one, or set DALIL_PORT to "
                + "a free port, and start again.");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            if (installation.embedded() && embedded.isGone()) {
                // Said before it is mended: that may take a while.
                readiness.database(false);
                embedded.revive();
            }
            readiness.database(pulse.beats());
        } catch (RuntimeException e) {
            readiness.database(false);
            LOG.log(Level.WARNING, "The database could not be revived: {0}", e.getMessage());
        }
    }

    private void greet() {
        console.say("");
        console.say("  Dalil is ready:  " + installation.site() + "/");
        console.say("  Staff sign in:   " + installation.site() + "/staff/");
        if (installation.embedded()) {
            console.say("  Data:            " + installation.data());
        }
        console.say("  Keys:            " + installation.keys() + "  (keep a copy, apart from the data)");
        console.say("");
    }

    private void end(String sentence) {
        if (over) {
            // What failed is a start that nobody waits for; the server and the next start go on.
            return;
        }
        console.say("");
        console.say("  " + sentence);
        console.say("");
        readiness.waitingFor(sentence);
        embedded.stop();
        // Nothing is open yet, so nothing is lost; an orderly stop in the middle of the start buries the sentence in errors.
        Runtime.getRuntime().halt(1);
    }
}
