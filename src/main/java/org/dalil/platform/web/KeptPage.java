package org.dalil.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A rendered page with gaps for what differs per learner. A gap is written {@code ~~name~~}; where it is the whole value of a
 * {@code checked} or {@code selected} attribute, the attribute belongs to the gap. The parts between the gaps are compressed
 * once; what fills a gap is put in as an uncompressed block, so that serving a compressed page compresses nothing (RFC 1951:
 * blocks may be stored or deflated and follow each other freely; RFC 1952: the frame).
 */
public final class KeptPage {

    private static final Pattern GAP = Pattern.compile(" (?:checked|selected)=\"~~([a-zA-Z0-9:-]+)~~\"|~~([a-zA-Z0-9:-]+)~~");

    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    /** The style ends here. It is the larger half of a page and the same in many, which share this part. */
    private static final String END_OF_STYLE = "</style>";

    /** Text that is the same for everybody. */
    record Part(byte[] plain, byte[] deflated) {

        static Part of(String text) {
            byte[] plain = text.getBytes(StandardCharsets.UTF_8);
            Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
            deflater.setInput(plain);
            byte[] buffer = new byte[plain.length + 1024];
            // A sync flush ends on a byte and leaves the stream open for the next block.
            int length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
            deflater.end();
            return new Part(plain, java.util.Arrays.copyOf(buffer, length));
        }
    }

    /** A part and the name of the gap behind it; null where none follows. */
    private record Piece(Part part, String gap) { }

    private final List<Piece> pieces = new ArrayList<>();
    private final int size;

    /**
     * Cuts a page at its gaps.
     *
     * @param shared gives the part for a text that other pages may have, too
     */
    KeptPage(String html, Function<String, Part> shared) {
        int style = html.indexOf(END_OF_STYLE);
        int from = style < 0 ? 0 : style + END_OF_STYLE.length();
        if (from > 0) {
            pieces.add(new Piece(shared.apply(html.substring(0, from)), null));
        }
        Matcher gap = GAP.matcher(html);
        gap.region(from, html.length());
        while (gap.find()) {
            pieces.add(new Piece(Part.of(html.substring(from, gap.start())), gap.group(1) == null ? gap.group(2) : gap.group(1)));
            from = gap.end();
        }
        pieces.add(new Piece(Part.of(html.substring(from)), null));
        size = pieces.stream().mapToInt(p -> p.part().plain().length + 40).sum();
    }

    /** Sends the page. @param filling what stands in the gap of this name; for a marked choice the whole attribute */
    public void write(HttpServletRequest request, HttpServletResponse response, UnaryOperator<String> filling) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        String accepted = request.getHeader("Accept-Encoding");
        boolean compress = accepted != null && accepted.contains("gzip");
        if (compress) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setHeader("Vary", "Accept-Encoding");
        byte[] body = compress ? compressed(filling) : plain(filling);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static byte[] fill(Piece piece, UnaryOperator<String> filling) {
        return filling.apply(piece.gap()).getBytes(StandardCharsets.UTF_8);
    }

    byte[] plain(UnaryOperator<String> filling) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(size);
        for (Piece piece : pieces) {
            out.writeBytes(piece.part().plain());
            if (piece.gap() != null) {
                out.writeBytes(fill(piece, filling));
            }
        }
        return out.toByteArray();
    }

    byte[] compressed(UnaryOperator<String> filling) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(size / 2);
        CRC32 crc = new CRC32();
        int length = 0;
        out.writeBytes(GZIP_HEADER);
        for (Piece piece : pieces) {
            out.writeBytes(piece.part().deflated());
            crc.update(piece.part().plain());
            length += piece.part().plain().length;
            if (piece.gap() != null) {
                byte[] filled = fill(piece, filling);
                stored(out, filled);
                crc.update(filled);
                length += filled.length;
            }
        }
        out.write(3);
        out.write(0);
        little(out, (int) crc.getValue());
        little(out, length);
        return out.toByteArray();
    }

    private static void stored(ByteArrayOutputStream out, byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        out.write(0);
        out.write(bytes.length & 0xff);
        out.write(bytes.length >> 8);
        out.write(~bytes.length & 0xff);
        out.write(~bytes.length >> 8 & 0xff);
        out.writeBytes(bytes);
    }

    private static void little(ByteArrayOutputStream out, int value) {
        for (int shift = 0; shift < 32; shift += 8) {
            out.write(value >> shift & 0xff);
        }
    }
}
