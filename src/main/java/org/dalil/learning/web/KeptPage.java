package org.dalil.learning.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A rendered page with gaps for what differs per learner. The parts between the gaps are compressed once; a gap is put in as
 * an uncompressed block, so that serving a compressed page compresses nothing (RFC 1951: blocks may be stored or deflated and
 * follow each other freely; RFC 1952: the frame).
 */
final class KeptPage {

    private static final Pattern GAP = Pattern.compile("~~(token|dot-(\\d+))~~");

    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    /** A part between gaps; {@code gap} is what follows it: 0 nothing, -1 the token, n the dot of card n. */
    private record Part(byte[] plain, byte[] deflated, int gap) { }

    private final List<Part> parts;
    private final int size;

    private KeptPage(List<Part> parts) {
        this.parts = parts;
        this.size = parts.stream().mapToInt(p -> p.plain().length + 40).sum();
    }

    static KeptPage of(String html) {
        List<Part> parts = new ArrayList<>();
        Matcher gap = GAP.matcher(html);
        int from = 0;
        while (gap.find()) {
            parts.add(part(html.substring(from, gap.start()), gap.group(2) == null ? -1 : Integer.parseInt(gap.group(2))));
            from = gap.end();
        }
        parts.add(part(html.substring(from), 0));
        return new KeptPage(parts);
    }

    private static Part part(String text, int gap) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(plain);
        byte[] buffer = new byte[plain.length + 1024];
        // A sync flush ends on a byte and leaves the stream open for the next block.
        int length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
        deflater.end();
        return new Part(plain, java.util.Arrays.copyOf(buffer, length), gap);
    }

    /** Sends the page with the gaps filled. */
    void write(HttpServletRequest request, HttpServletResponse response, String token, long seen) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        String accepted = request.getHeader("Accept-Encoding");
        boolean compress = accepted != null && accepted.contains("gzip");
        if (compress) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setHeader("Vary", "Accept-Encoding");
        byte[] body = compress ? compressed(token, seen) : plain(token, seen);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static byte[] filling(int gap, String token, long seen) {
        String text = gap < 0 ? token : (seen >> (gap - 1) & 1) == 1 ? "f" : "";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] plain(String token, long seen) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(size);
        for (Part part : parts) {
            out.writeBytes(part.plain());
            if (part.gap() != 0) {
                out.writeBytes(filling(part.gap(), token, seen));
            }
        }
        return out.toByteArray();
    }

    private byte[] compressed(String token, long seen) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(size / 2);
        CRC32 crc = new CRC32();
        int length = 0;
        out.writeBytes(GZIP_HEADER);
        for (Part part : parts) {
            out.writeBytes(part.deflated());
            crc.update(part.plain());
            length += part.plain().length;
            if (part.gap() != 0) {
                byte[] filling = filling(part.gap(), token, seen);
                stored(out, filling);
                crc.update(filling);
                length += filling.length;
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
