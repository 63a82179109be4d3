package org.dalil.workshop.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dalil.platform.control.Installation;
import org.dalil.platform.entity.DatabaseReady;
import org.dalil.platform.entity.Refused;
import org.dalil.workshop.entity.SheetProblem;
import org.dalil.workshop.entity.SheetRefused;
import org.dalil.workshop.entity.SheetsExpected;
import org.dalil.workshop.entity.WorkshopId;

/**
 * Where scans lie while they are read and decided: files in a directory that only this server's user may enter, until each was read; what
 * was read, until the trainer has finished or nobody has looked for {@link #KEPT}. After a restart nothing of it is left.
 *
 * <p>Only reading takes a place, and there is one: workshops stand in a line for it, each with one upload. What was read lies aside and is in
 * nobody's way, however long its trainer is gone.
 */
@ApplicationScoped
public class ScanDesk {

    /** A lunch break. */
    static final Duration KEPT = Duration.ofHours(2);

    /** Each has up to {@link Pictures#MOST_BYTES} in {@link Installation#uploads}. */
    static final int MOST_WAITING = 10;

    /** As many workshops as are held at once. Each has up to 16 MB of pictures there, too. */
    private static final int MOST_BATCHES = 200;

    private static final Logger LOG = Logger.getLogger(ScanDesk.class.getName());

    @Resource ManagedExecutorService executor;
    @Resource ManagedScheduledExecutorService scheduler;

    @Inject SheetReader reader;
    @Inject Clock clock;
    @Inject Installation installation;

    /** An upload of one workshop. */
    private record Pile(ScanBatch batch, SheetsExpected expected, List<UploadedFile> files) { }

    private final Map<WorkshopId, ScanBatch> batches = new HashMap<>();
    private final Deque<Pile> line = new ArrayDeque<>();
    private Future<?> sweeping;

    @PostConstruct
    void tidy() {
        sweeping = scheduler.scheduleWithFixedDelay(this::sweep, 10, 10, TimeUnit.MINUTES);
    }

    @PreDestroy
    synchronized void stop() {
        sweeping.cancel(false);
        batches.values().forEach(this::forget);
        // Those of the head of the line, too: whoever reads them may be stopped before it notices.
        line.forEach(pile -> pile.files().forEach(ScanDesk::delete));
    }

    /** What a server that ended without its stop left behind; nobody can upload before the database is ready. */
    void empty(@Observes DatabaseReady ready) {
        try {
            UploadedFile.empty(installation.uploads());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Files of scans from before the start could not be deleted: {0}", e.getMessage());
        }
    }

    /**
     * Takes files, to be read in the background: at once, or after those of other workshops that came before.
     *
     * @throws Refused if files of this workshop are being read now, or those of very many workshops wait already
     */
    public void begin(WorkshopId id, SheetsExpected expected, List<InputStream> files) {
        ScanBatch batch = batch(id);
        if (!batch.begin(expected, files.size(), clock.instant())) {
            throw new Refused("workshop.scan.own");
        }
        List<UploadedFile> uploads = new ArrayList<>();
        try {
            for (InputStream file : files) {
                uploads.add(UploadedFile.of(installation.uploads(), file));
            }
            queue(new Pile(batch, expected, uploads));
        } catch (IOException | RuntimeException e) {
            batch.takeBack(files.size());
            uploads.forEach(ScanDesk::delete);
            throw e instanceof Refused refused ? refused : new SheetRefused(SheetProblem.FILE);
        }
    }

    private synchronized ScanBatch batch(WorkshopId id) {
        if (line.size() >= MOST_WAITING || !batches.containsKey(id) && batches.size() >= MOST_BATCHES) {
            throw new Refused("workshop.scan.busy");
        }
        ScanBatch batch = batches.computeIfAbsent(id, k -> new ScanBatch(installation.uploads()));
        batch.touch(clock.instant());
        return batch;
    }

    private synchronized void queue(Pile pile) {
        if (line.isEmpty()) {
            executor.submit(this::readFirst);
        }
        line.add(pile);
    }

    /** The one that is being read stays at the head of the line. */
    private void readFirst() {
        try {
            read(first());
        } finally {
            next();
        }
    }

    private synchronized Pile first() {
        return line.element();
    }

    private synchronized void next() {
        line.remove();
        if (!line.isEmpty()) {
            executor.submit(this::readFirst);
        }
    }

    /** How many uploads of other workshops are read before this one is; 0 while it is being read, and after. */
    public synchronized int before(ScanBatch batch) {
        int place = line.stream().map(Pile::batch).toList().indexOf(batch);
        return Math.max(0, place);
    }

    private void read(Pile pile) {
        try {
            for (UploadedFile upload : pile.files()) {
                if (pile.batch().isDropped()) {
                    return;
                }
                pile.batch().nextFile();
                readOne(pile.batch(), pile.expected(), upload);
            }
        } catch (CancellationException dropped) {
            // Nobody waits for the rest.
        } finally {
            pile.files().forEach(ScanDesk::delete);
            pile.batch().finish();
        }
    }

    private void readOne(ScanBatch batch, SheetsExpected expected, UploadedFile upload) {
        try {
            reader.read(upload.path(), expected, scan -> {
                if (batch.isDropped()) {
                    throw new CancellationException();
                }
                batch.add(scan);
            });
        } catch (SheetRefused refused) {
            batch.refuse(refused.problem());
        } catch (CancellationException dropped) {
            throw dropped;
        } catch (OutOfMemoryError tooMuch) {
            batch.refuse(SheetProblem.TOO_LARGE);
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            // What a hostile file does to a library is no fault of ours to report; the trainer is told that it can't be read.
            LOG.log(Level.FINE, "A file of scans could not be read", damaged);
            batch.refuse(SheetProblem.FILE);
        } finally {
            delete(upload);
        }
    }

    private static void delete(UploadedFile upload) {
        try {
            upload.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "A file of scans could not be deleted: {0}", e.getMessage());
        }
    }

    /** A workshop's scans, while they are kept. */
    public synchronized Optional<ScanBatch> of(WorkshopId id) {
        Optional<ScanBatch> batch = Optional.ofNullable(batches.get(id));
        batch.ifPresent(b -> b.touch(clock.instant()));
        return batch;
    }

    /** The trainer has finished: nothing is kept. */
    public synchronized void drop(WorkshopId id) {
        Optional.ofNullable(batches.remove(id)).ifPresent(this::forget);
    }

    /** Leaves the line, too; the head of the line notices by itself. */
    private void forget(ScanBatch batch) {
        batch.drop();
        for (Pile pile : line.stream().skip(1).filter(p -> p.batch() == batch).toList()) {
            line.remove(pile);
            pile.files().forEach(ScanDesk::delete);
        }
    }

    private synchronized void sweep() {
        batches.values().removeIf(this::isSwept);
    }

    private boolean isSwept(ScanBatch batch) {
        try {
            boolean old = batch.isOlderThan(clock.instant().minus(KEPT));
            if (old) {
                forget(batch);
            }
            return old;
        } catch (RuntimeException e) {
            // Thrown on, it would end the sweeping for good.
            LOG.log(Level.WARNING, "Scans that nobody looks at could not be forgotten", e);
            return false;
        }
    }
}
