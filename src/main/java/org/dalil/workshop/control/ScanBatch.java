package org.dalil.workshop.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.dalil.assessment.entity.Response;
import org.dalil.workshop.entity.ItemReading;
import org.dalil.workshop.entity.ScanView.Unread;
import org.dalil.workshop.entity.ScannedTest;
import org.dalil.workshop.entity.SheetId;
import org.dalil.workshop.entity.SheetProblem;
import org.dalil.workshop.entity.SheetScan;
import org.dalil.workshop.entity.SheetsExpected;

/** One workshop's scans, in memory: what was read of them, and what a person has decided. One thread reads, others look. */
public final class ScanBatch {

    /** Pictures for whoever decides; past this much, later doubts have none, and the paper is looked at instead. */
    private static final long MOST_PICTURES = 16L << 20;

    private final Map<SheetId, TreeMap<Integer, List<ItemReading>>> tests = new LinkedHashMap<>();
    private final Map<SheetId, Map<String, Response>> decided = new HashMap<>();
    private final List<Unread> unread = new ArrayList<>();
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
    private long pictures;

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

    /** What was read on a page. */
    synchronized void add(SheetScan scan) {
        pages = pageIsNew(scan) ? pages + 1 : pages;
        if (scan.problem().isPresent()) {
            refuse(scan.page(), scan.problem().get(), scan.id(), scan.small());
        } else {
            SheetId id = scan.id().orElseThrow();
            List<ItemReading> items = scan.items().stream().map(this::within).toList();
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
        refuse(0, problem, Optional.empty(), new byte[0]);
    }

    private void refuse(int page, SheetProblem problem, Optional<SheetId> id, byte[] small) {
        if (problem == SheetProblem.BLANK) {
            blank++;
        } else {
            unread.add(new Unread(file, page, problem, id, room(small) ? small : new byte[0]));
        }
    }

    private ItemReading within(ItemReading item) {
        return room(item.cutOut()) ? item : item.with(new byte[0]);
    }

    private boolean room(byte[] picture) {
        pictures += picture.length;
        return pictures <= MOST_PICTURES;
    }

    private static List<ItemReading> together(List<ItemReading> one, List<ItemReading> other) {
        return IntStream.range(0, one.size()).mapToObj(i -> one.get(i).and(other.get(i))).toList();
    }

    /** Every test of which a sheet was read, by number, those before first. */
    public synchronized List<ScannedTest> tests() {
        return tests.keySet().stream().sorted(Comparator.comparingInt(SheetId::card).thenComparing(SheetId::occasion)).map(this::test).toList();
    }

    /** One of them. */
    public synchronized Optional<ScannedTest> find(SheetId sheet) {
        return tests.containsKey(sheet) ? Optional.of(test(sheet)) : Optional.empty();
    }

    private ScannedTest test(SheetId sheet) {
        TreeMap<Integer, List<ItemReading>> found = tests.get(sheet);
        int wanted = expected.layouts().apply(sheet).map(l -> l.pages().size()).orElse(found.lastKey());
        List<Integer> missing = IntStream.rangeClosed(1, wanted).boxed().filter(p -> !found.containsKey(p)).toList();
        Map<String, Response> settled = decided.getOrDefault(sheet, Map.of());
        return new ScannedTest(sheet, missing, found.values().stream().flatMap(List::stream)
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

    public synchronized List<Unread> unread() {
        return List.copyOf(unread);
    }

    /** The sheets that are expected, as they were printed. */
    public synchronized SheetsExpected expected() {
        return expected;
    }

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

    /** Nobody wants it any more: whoever reads it stops. */
    synchronized void drop() {
        dropped = true;
    }

    synchronized boolean isDropped() {
        return dropped;
    }
}
