package org.dalil.workshop.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.dalil.workshop.entity.SheetProblem;
import org.dalil.workshop.entity.SheetRefused;
import org.dalil.workshop.entity.SheetScan;
import org.dalil.workshop.entity.SheetsExpected;

/**
 * Reads filled sheets from a PDF of a copier or from photos: finds the round marks, straightens the page, reads whose sheet
 * it is, and measures each bubble. What a person has to look at comes back as such, cut out.
 *
 * <p>One file is read at a time: a photo takes some 40 MB while it is read, and a server has few.
 */
@ApplicationScoped
public class SheetReader {

    /** The longest side that is looked at, in dots: A4 at 250 dpi. Larger pictures are made smaller first. */
    private static final int LONGEST = 3000;

    private final Object oneAtATime = new Object();

    /**
     * Reads a file.
     *
     * @return one for each sheet found, and one for each page on which none was
     * @throws SheetRefused if the file as a whole can't be taken
     */
    public List<SheetScan> read(Path file, SheetsExpected expected) throws IOException {
        List<SheetScan> scans = new ArrayList<>();
        read(file, expected, scans::add);
        return scans;
    }

    /** The same for what is in no file yet; it lies in one, in a private directory, until it is read. */
    public List<SheetScan> read(InputStream in, SheetsExpected expected) throws IOException {
        Path directory = Files.createTempDirectory("sheets");
        try (UploadedFile upload = UploadedFile.of(directory, in)) {
            return read(upload.path(), expected);
        } finally {
            Files.delete(directory);
        }
    }

    /** The same, sheet by sheet as they are read. */
    public void read(Path file, SheetsExpected expected, Consumer<SheetScan> scans) throws IOException {
        synchronized (oneAtATime) {
            Pictures.each(file, (picture, page) -> read(page, picture, expected, scans), (problem, page) ->
                    scans.accept(new SheetScan(page, Optional.empty(), Optional.of(problem), List.of(), new byte[0])));
        }
    }

    private static void read(int page, GreyImage picture, SheetsExpected expected, Consumer<SheetScan> scans) {
        int longest = Math.max(picture.width(), picture.height());
        GreyImage looked = longest > LONGEST ? picture.shrunk((longest + LONGEST - 1) / LONGEST) : picture;
        new PictureReading(page, looked, expected).sheets().forEach(scans);
    }
}
