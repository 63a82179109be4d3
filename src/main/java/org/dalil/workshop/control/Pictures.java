package org.dalil.workshop.control;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ObjIntConsumer;
import org.dalil.workshop.entity.SheetProblem;
import org.dalil.workshop.entity.SheetRefused;

/** The pages of a file as grey pictures, one after the other. What a file is, its first bytes say, not its name. */
final class Pictures {

    /** A stack of 100 sheets of four pages, scanned in colour, has some 150 MB. */
    static final long MOST_BYTES = 200L << 20;

    private Pictures() { }

    /**
     * Hands over page after page, counted from 1.
     *
     * @param unread is told of a page that can't be read, while others can
     * @throws SheetRefused if the file as a whole can't be taken
     */
    static void each(Path file, ObjIntConsumer<GreyImage> taker, ObjIntConsumer<SheetProblem> unread) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new SheetRefused(SheetProblem.TOO_LARGE);
        }
        byte[] head = new byte[1024];
        int length;
        try (InputStream in = Files.newInputStream(file)) {
            length = in.readNBytes(head, 0, head.length);
        }
        if (length > 3 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xD8) {
            taker.accept(Photo.jpeg(file), 1);
        } else if (length > 8 && (head[0] & 0xFF) == 0x89 && head[1] == 'P' && head[2] == 'N' && head[3] == 'G') {
            taker.accept(Photo.png(file), 1);
        } else if (new String(head, 0, length, StandardCharsets.ISO_8859_1).contains("%PDF-")) {
            PdfPictures.each(file, taker, unread);
        } else {
            throw new SheetRefused(SheetProblem.FILE);
        }
    }
}
