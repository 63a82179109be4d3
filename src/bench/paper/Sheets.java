package org.dalil.workshop.control;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dalil.course.entity.Course;
import org.dalil.workshop.entity.ItemReading;
import org.dalil.workshop.entity.SheetScan;

/**
 * How long a stack of filled pages takes to read, and what is read wrong: {@code Sheets LOW_SCAN 100} for one PDF of a hundred pages, {@code
 * Sheets PHOTO 100} for photos one by one. The pictures are made first and not timed. Needs the classes of the tests beside those of
 * the server.
 */
final class Sheets {

    private static final Course COURSE = PaperParts.course("teens/lock-it-down");

    public static void main(String[] args) throws Exception {
        Camera.Kind kind = Camera.Kind.valueOf(args[0]);
        int count = Integer.parseInt(args[1]);
        FilledSheets sheets = new FilledSheets(COURSE);
        List<FilledSheets.Picture> pictures = new ArrayList<>();
        for (int seed = 0; seed < count; seed++) {
            pictures.add(sheets.picture(kind, 5_000 + seed));
        }
        SheetReader reader = new SheetReader();
        for (int warm = 0; warm < 5; warm++) {
            reader.read(new ByteArrayInputStream(pictures.get(warm % count).jpeg()), PaperParts.expected(COURSE));
        }
        long began = System.nanoTime();
        List<SheetScan> scans = new ArrayList<>();
        if (kind.name().contains("PHOTO")) {
            for (FilledSheets.Picture picture : pictures) {
                scans.add(reader.read(new ByteArrayInputStream(picture.jpeg()), PaperParts.expected(COURSE)).get(0));
            }
        } else {
            byte[] stack = SheetReaderTest.pdf(pictures.stream().map(FilledSheets.Picture::jpeg).toArray(byte[][]::new));
            began = System.nanoTime();
            scans.addAll(reader.read(new ByteArrayInputStream(stack), PaperParts.expected(COURSE)));
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        int unread = 0;
        int wrong = 0;
        int doubts = 0;
        int questions = 0;
        for (int i = 0; i < count; i++) {
            SheetScan scan = scans.get(i);
            if (scan.problem().isPresent()) {
                unread++;
            } else {
                wrong += pictures.get(i).wrong(scan).size();
                questions += scan.items().size();
                doubts += (int) scan.items().stream().filter(r -> !r.isRead()).map(ItemReading::item).count();
            }
        }
        System.out.printf(Locale.ROOT, "%s: %d pages in %.1f s; %d unread; of %d questions %d left to a person, %d read wrong%n", kind, count,
                seconds, unread, questions, doubts, wrong);
    }
}
