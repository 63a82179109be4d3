package org.dalil.workshop.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dalil.platform.entity.Refused;
import org.dalil.workshop.entity.SheetProblem;
import org.dalil.workshop.entity.SheetRefused;
import org.dalil.workshop.entity.SheetsExpected;
import org.dalil.workshop.entity.WorkshopId;

/**
 * Where scans lie while they are read and decided: files in the server's private temporary directory until each was read, the rest in
 * memory, until the trainer has finished or nobody has looked for {@link #KEPT}. After a restart nothing of it is left.
 */
@ApplicationScoped
public class ScanDesk {

    /** A lunch break. */
    static final Duration KEPT = Duration.ofHours(2);

    /** Each holds up to 16 MB of pictures. */
    private static final int MOST_BATCHES = 4;

    private static final Logger LOG = Logger.getLogger(ScanDesk.class.getName());

    @Resource ManagedExecutorService executor;
    @Resource ManagedScheduledExecutorService scheduler;

    @Inject SheetReader reader;
    @Inject Clock clock;

    private final Map<WorkshopId, ScanBatch> batches = new HashMap<>();
    private Future<?> sweeping;

    @PostConstruct
    void tidy() {
        sweeping = scheduler.scheduleWithFixedDelay(this::sweep, 10, 10, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        sweeping.cancel(false);
        batches.values().forEach(ScanBatch::drop);
    }

    /**
     * Takes files and begins to read them in the background.
     *
     * @throws Refused if some of this workshop are being read now, or too many workshops' are kept
     */
    public void begin(WorkshopId id, SheetsExpected expected, List<InputStream> files) {
        ScanBatch batch = batch(id);
        if (!batch.begin(expected, files.size(), clock.instant())) {
            throw new Refused("workshop.scan.busy");
        }
        List<UploadedFile> uploads = new ArrayList<>();
        try {
            for (InputStream file : files) {
                uploads.add(UploadedFile.of(file));
            }
            executor.submit(() -> read(batch, expected, uploads));
        } catch (IOException | RuntimeException e) {
            batch.finish();
            uploads.forEach(ScanDesk::delete);
            throw e instanceof Refused refused ? refused : new SheetRefused(SheetProblem.FILE);
        }
    }

    private synchronized ScanBatch batch(WorkshopId id) {
        if (!batches.containsKey(id) && batches.size() >= MOST_BATCHES) {
            throw new Refused("workshop.scan.busy");
        }
        return batches.computeIfAbsent(id, k -> new ScanBatch());
    }

    private void read(ScanBatch batch, SheetsExpected expected, List<UploadedFile> uploads) {
        try {
            for (UploadedFile upload : uploads) {
                batch.nextFile();
                readOne(batch, expected, upload);
            }
        } catch (CancellationException dropped) {
            // Nobody waits for the rest.
        } finally {
            uploads.forEach(ScanDesk::delete);
            batch.finish();
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
            LOG.log(Level.WARNING, "A file of scans could not be deleted from the temporary directory: {0}", e.getMessage());
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
        Optional.ofNullable(batches.remove(id)).ifPresent(ScanBatch::drop);
    }

    private synchronized void sweep() {
        batches.values().removeIf(batch -> {
            boolean old = batch.isOlderThan(clock.instant().minus(KEPT));
            if (old) {
                batch.drop();
            }
            return old;
        });
    }
}
