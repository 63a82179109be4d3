package org.dalil.authoring.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes packages for tests, and then spoils them. */
final class Zip {

    private static final int ENTRY = 0x02014b50;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    Zip with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Zip with(String name, byte[] content) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    byte[] packed() {
        try {
            zip.close();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The same package with the first name replaced wherever it stands, byte by byte. */
    static byte[] renamed(byte[] zip, byte[] from, byte[] to) {
        byte[] renamed = zip.clone();
        for (int i = 0; i + from.length <= zip.length; i++) {
            if (java.util.Arrays.equals(zip, i, i + from.length, from, 0, from.length)) {
                System.arraycopy(to, 0, renamed, i, to.length);
            }
        }
        return renamed;
    }

    /** The same package, whose first entry says that it was made on Unix and is of this type. */
    static byte[] typed(byte[] zip, int mode) {
        ByteBuffer buffer = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int entry = first(buffer);
        buffer.putShort(entry + 4, (short) (3 << 8 | 20));
        buffer.putInt(entry + 38, mode << 16);
        return buffer.array();
    }

    /** The same package, whose first entry claims another number of bytes. */
    static byte[] claiming(byte[] zip, int size) {
        ByteBuffer buffer = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(first(buffer) + 24, size);
        return buffer.array();
    }

    /** The same package, whose first entry says that it is locked. */
    static byte[] locked(byte[] zip) {
        ByteBuffer buffer = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int entry = first(buffer);
        buffer.putShort(entry + 8, (short) (buffer.getShort(entry + 8) | 1));
        return buffer.array();
    }

    private static int first(ByteBuffer zip) {
        for (int i = 0; i < zip.limit() - 4; i++) {
            if (zip.getInt(i) == ENTRY) {
                return i;
            }
        }
        throw new IllegalArgumentException("no entry");
    }
}
