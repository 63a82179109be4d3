package org.dalil.workshop.control;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.dalil.assessment.entity.Response;
import org.dalil.workshop.control.PictureFile.Place;
import org.dalil.workshop.entity.ItemReading;
import org.dalil.workshop.entity.ScanView.Unread;
import org.dalil.workshop.entity.ScannedTest;
import org.dalil.workshop.entity.SheetId;
import org.dalil.workshop.entity.SheetProblem;
import org.dalil.workshop.entity.SheetScan;
import org.dalil.workshop.entity.SheetsExpected;

/**
 * One workshop's scans: what was read of them, and what a person has decided, in memory; pictures for whoever decides, in a file. One thread
 * reads, others look.
 */
public final class ScanBatch {

    private static final Logger LOG = Logger.getLogger(ScanBatch.class.getName());

    /** Pictures for whoever decides; past this much, later doubts have none, and the paper is looked at instead. */
    private static final long MOST_PICTURES = 16L << 20;

    private static final byte[] NONE = new byte[0];

    /** What was read at a question. @param picture of its doubt; null without one */
    private record Kept(ItemReading item, Place picture) {

        Kept and(Kept other) {
            ItemReading both = item.and(other.item);
            return both == item ? this : both == other.item ? other : new Kept(both, null);
        }
    }

    /** A page that was refused. @param picture of it; null without one */
    private record Left(int file, int page, SheetProblem problem, Optional<SheetId> id, Place picture) { }

    private final Map<SheetId, TreeMap<Integer, List<Kept>>> tests = new LinkedHashMap<>();
    private final Map<SheetId, Map<String, Response>> decided = new HashMap<>();
    private final List<Left> unread = new ArrayList<>();
    private final Path directory;
    private PictureFile pictures;
    private SheetsExpected expected;
    private Instant touched;
    private boolean reading;
    private boolean dropped;
    private int file;
    private int files;
    private int pages;
    private int blank;
    private int lastFile;
    private int lastPage;
    private long size;

    /** @param directory where pictures lie, sealed */
    ScanBatch(Path directory) {
        this.directory = directory;
    }

    /** Files are about to be read. @return false if some are being read already */
    synchronized boolean begin(SheetsExpected sheets, int howMany, Instant now) {
        if (reading) {
            return false;
        }
        expected = sheets;
        files += howMany;
        reading = true;
        touched = now;
        return true;
    }

    synchronized void nextFile() {
        file++;
    }

    synchronized void finish() {
        reading = false;
    }

    /** Files that were about to be read were refused. @param howMany as in {@link #begin} */
    synchronized void takeBack(int howMany) {
        files -= howMany;
        reading = false;
    }

    /** What was read on a page. */
    synchronized void add(SheetScan scan) {
        pages = pageIsNew(scan) ? pages + 1 : pages;
        if (scan.problem().isPresent()) {
            refuse(scan.page(), scan.problem().get(), scan.id(), scan.small());
        } else {
            SheetId id = scan.id().orElseThrow();
            List<Kept> items = scan.items().stream().map(i -> new Kept(i.with(NONE), keep(i.cutOut()))).toList();
            tests.computeIfAbsent(id.onPage(1), k -> new TreeMap<>()).merge(id.page(), items, ScanBatch::together);
        }
        lastPage = scan.page();
        lastFile = file;
    }

    /** A page may show several sheets. */
    private boolean pageIsNew(SheetScan scan) {
        return scan.page() != lastPage || file != lastFile;
    }

    /** A file that could not be read as a whole. */
    synchronized void refuse(SheetProblem problem) {
        refuse(0, problem, Optional.empty(), NONE);
    }

    private void refuse(int page, SheetProblem problem, Optional<SheetId> id, byte[] small) {
        if (problem == SheetProblem.BLANK) {
            blank++;
        } else {
            unread.add(new Left(file, page, problem, id, keep(small)));
        }
    }

    private Place keep(byte[] picture) {
        size += picture.length;
        if (picture.length == 0 || size > MOST_PICTURES || dropped) {
            return null;
        }
        try {
            if (pictures == null) {
                pictures = new PictureFile(directory);
            }
            return pictures.add(picture);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "A picture of a scan could not be kept: {0}", e.getMessage());
            return null;
        }
    }

    private byte[] picture(Place place) {
        if (place == null || dropped) {
            return NONE;
        }
        try {
            return pictures.read(place);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "A picture of a scan could not be read from the temporary directory: {0}", e.getMessage());
            return NONE;
        }
    }

    private static List<Kept> together(List<Kept> one, List<Kept> other) {
        return IntStream.range(0, one.size()).mapToObj(i -> one.get(i).and(other.get(i))).toList();
    }

    /** Every test of which a sheet was read, by number, those before first; without pictures. */
    public synchronized List<ScannedTest> tests() {
        return tests.keySet().stream().sorted(Comparator.comparingInt(SheetId::card).thenComparing(SheetId::occasion)).map(this::test).toList();
    }

    /** One of them, without pictures. */
    public synchronized Optional<ScannedTest> find(SheetId sheet) {
        return tests.containsKey(sheet) ? Optional.of(test(sheet)) : Optional.empty();
    }

    /** A question of a test cut out of its picture, a PNG; empty without one. */
    public synchronized byte[] picture(SheetId sheet, String item) {
        return tests.getOrDefault(sheet, new TreeMap<>()).values().stream().flatMap(List::stream).filter(k -> k.item().item().equals(item))
                .findFirst().map(k -> picture(k.picture())).orElse(NONE);
    }

    private ScannedTest test(SheetId sheet) {
        TreeMap<Integer, List<Kept>> found = tests.get(sheet);
        int wanted = expected.layouts().apply(sheet).map(l -> l.pages().size()).orElse(found.lastKey());
        List<Integer> missing = IntStream.rangeClosed(1, wanted).boxed().filter(p -> !found.containsKey(p)).toList();
        Map<String, Response> settled = decided.getOrDefault(sheet, Map.of());
        return new ScannedTest(sheet, missing, found.values().stream().flatMap(List::stream).map(Kept::item)
                .map(i -> settled.containsKey(i.item()) ? i.settled(settled.get(i.item())) : i).toList());
    }

    /** A person has looked. */
    public synchronized void decide(SheetId sheet, Map<String, Response> answers) {
        decided.computeIfAbsent(sheet, k -> new HashMap<>()).putAll(answers);
    }

    /** A test that was taken in or left out; its pictures go. */
    public synchronized void remove(SheetId sheet) {
        tests.remove(sheet);
        decided.remove(sheet);
    }

    /** What was refused. */
    public synchronized List<Unread> unread() {
        return unread.stream().map(u -> new Unread(u.file(), u.page(), u.problem(), u.id(), u.picture() != null)).toList();
    }

    /** A small picture of what was refused, a PNG; empty without one. @param place in {@link #unread}, from 0 */
    public synchronized byte[] small(int place) {
        return place < unread.size() ? picture(unread.get(place).picture()) : NONE;
    }

    /** The sheets that are expected, as they were printed. */
    public synchronized SheetsExpected expected() {
        return expected;
    }

    /** Files of it are being read, or wait for those of other workshops. */
    public synchronized boolean isReading() {
        return reading;
    }

    /** The file that is being read, counted from 1. */
    public synchronized int file() {
        return file;
    }

    public synchronized int files() {
        return files;
    }

    public synchronized int pages() {
        return pages;
    }

    public synchronized int blank() {
        return blank;
    }

    /** Somebody looks at it: it is kept for a while longer. */
    synchronized void touch(Instant now) {
        touched = now;
    }

    synchronized boolean isOlderThan(Instant moment) {
        return touched.isBefore(moment);
    }

    /** Nobody wants it any more: whoever reads it stops, and its pictures are deleted. */
    synchronized void drop() {
        dropped = true;
        if (pictures != null) {
            try {
                pictures.close();
            } catch (IOException e) {
                LOG.log(Level.WARNING, "Pictures of scans could not be deleted from the temporary directory: {0}", e.getMessage());
            }
        }
    }

    synchronized boolean isDropped() {
        return dropped;
    }
}
