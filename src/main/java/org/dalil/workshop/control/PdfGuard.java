package org.dalil.workshop.control;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.dalil.workshop.entity.SheetProblem;
import org.dalil.workshop.entity.SheetRefused;

/**
 * Refuses PDFs that are made to exhaust whoever opens them. A copier's PDF holds one picture a page, packed once; everything
 * else is refused before it is unpacked into memory.
 */
final class PdfGuard {

    /** A page of A4 in colour at 400 dpi, unpacked, has 46 MB. */
    static final long MOST_UNPACKED = 64L << 20;

    /** Of all streams of a file: some 20 seconds of unpacking. */
    private static final long MOST_TOGETHER = 4L << 30;

    /** Of one picture in a PDF: A4 at 600 dpi has 35 million dots. */
    private static final long MOST_DOTS = 36_000_000;
    private static final int MOST_OBJECTS = 40_000;

    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};

    /** How scans are packed. Never packed twice; JBIG2 and JPEG 2000 have decoders that can't be bounded from outside. */
    private static final Set<COSName> PACKINGS =
            Set.of(COSName.FLATE_DECODE, COSName.DCT_DECODE, COSName.CCITTFAX_DECODE, COSName.ASCII85_DECODE, COSName.RUN_LENGTH_DECODE);

    private PdfGuard() { }

    /**
     * Unpacks every stream of the file once, keeping nothing: the tables that a PDF is opened by are packed, too, and would be
     * unpacked before anything could be asked about them.
     *
     * @throws SheetRefused {@link SheetProblem#TOO_LARGE}
     */
    static void checkPacking(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file); InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            int matched = 0;
            int streams = 0;
            long position = 0;
            long unpacked = 0;
            for (int b = in.read(); b >= 0; b = in.read()) {
                position++;
                matched = b == STREAM[matched] ? matched + 1 : b == STREAM[0] ? 1 : 0;
                if (matched == STREAM.length) {
                    matched = 0;
                    unpacked += unpacked(channel.position(position));
                    if (++streams > 2 * MOST_OBJECTS || unpacked > MOST_TOGETHER) {
                        throw new SheetRefused(SheetProblem.TOO_LARGE);
                    }
                }
            }
        }
    }

    /** How much comes out of what is packed here, as a lenient reader takes it: whatever the two bytes before it say. */
    private static long unpacked(FileChannel channel) throws IOException {
        byte[] packed = new byte[8192];
        byte[] unpacked = new byte[65536];
        Inflater inflater = new Inflater(true);
        long written;
        try {
            InputStream in = Channels.newInputStream(channel);
            int length = in.readNBytes(packed, 0, packed.length);
            int skip = 0;
            while (skip < length && packed[skip] <= ' ' && packed[skip] >= 0 && packed[skip] != 8 && packed[skip] != 24) {
                skip++;
            }
            skip = Math.min(length, skip + 2);
            inflater.setInput(packed, skip, length - skip);
            while (!inflater.finished()) {
                int n = inflater.inflate(unpacked);
                if (inflater.getBytesWritten() > MOST_UNPACKED) {
                    throw new SheetRefused(SheetProblem.TOO_LARGE);
                }
                if (n == 0) {
                    length = inflater.needsInput() ? in.read(packed) : -1;
                    if (length < 0) {
                        break;
                    }
                    inflater.setInput(packed, 0, length);
                }
            }
        } catch (DataFormatException notPackedLikeThis) {
            // A JPEG or plain text; what it may cost is checked by its kind.
        } finally {
            written = inflater.getBytesWritten();
            inflater.end();
        }
        return written;
    }

    /** Looks at every stream's dictionary, and at the heads of pictures, without unpacking them. */
    static void checkObjects(PDDocument document) throws IOException {
        Set<COSObjectKey> keys = document.getDocument().getXrefTable().keySet();
        if (keys.size() > MOST_OBJECTS) {
            throw new SheetRefused(SheetProblem.TOO_LARGE);
        }
        for (COSObjectKey key : List.copyOf(keys)) {
            COSObject object = document.getDocument().getObjectFromPool(key);
            if (object != null && object.getObject() instanceof COSStream stream) {
                checkStream(stream);
            }
        }
    }

    private static void checkStream(COSStream stream) throws IOException {
        List<COSName> packings = new PDStream(stream).getFilters();
        if (!PACKINGS.containsAll(packings) || packings.stream().filter(p -> p != COSName.ASCII85_DECODE).count() > 1) {
            throw new SheetRefused(SheetProblem.COMPRESSION);
        }
        if (packings.contains(COSName.RUN_LENGTH_DECODE) && stream.getLength() > MOST_UNPACKED / 64
                || packings.contains(COSName.ASCII85_DECODE) && packings.contains(COSName.FLATE_DECODE)
                && stream.getLength() > MOST_UNPACKED / 1024) {
            throw new SheetRefused(SheetProblem.TOO_LARGE);
        }
        checkSize(stream.getInt(COSName.WIDTH, 0), stream.getInt(COSName.HEIGHT, 0));
        COSBase details = stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        if (details instanceof COSDictionary fax) {
            checkSize(fax.getInt(COSName.COLUMNS, 0), fax.getInt(COSName.ROWS, 0));
        }
        if (packings.contains(COSName.DCT_DECODE)) {
            checkJpeg(stream);
        }
    }

    /** A JPEG has a size of its own, whatever the dictionary around it says. */
    private static void checkJpeg(COSStream stream) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (InputStream raw = new PDStream(stream).createInputStream(List.of(COSName.DCT_DECODE.getName()));
                ImageInputStream in = new MemoryCacheImageInputStream(raw)) {
            reader.setInput(in, true, true);
            checkSize(reader.getWidth(0), reader.getHeight(0));
        } catch (IOException | RuntimeException damaged) {
            if (damaged instanceof SheetRefused refused) {
                throw refused;
            }
            throw new SheetRefused(SheetProblem.FILE);
        } finally {
            reader.dispose();
        }
    }

    /** @throws SheetRefused if a picture in a PDF has more dots than any scan of A4 */
    static void checkSize(long width, long height) {
        if (width > 20_000 || height > 20_000 || width * height > MOST_DOTS) {
            throw new SheetRefused(SheetProblem.TOO_LARGE);
        }
    }
}
