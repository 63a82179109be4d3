package org.dalil.authoring.control;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of contents at the end of a zip package (PKWARE's APPNOTE, 4.3.12 and 4.3.16). Read here because the classes
 * of the platform hide the file type, and with it whether an entry is a symbolic link.
 */
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final long ZIP64 = 0xFFFFFFFFL;

    private final ByteBuffer zip;

    /** The package is no zip, or one that was cut off or tampered with. */
    static final class Damaged extends Exception {
        Damaged(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /**
     * One entry.
     *
     * @param mode   Unix file type and permissions, 0 if the package was made elsewhere
     * @param method 0 stored, 8 deflated
     * @param packed bytes in the package
     * @param size   bytes after unpacking, as the package claims
     * @param data   offset of the first packed byte
     */
    record Entry(String name, int flags, int mode, int method, long crc, long packed, long size, int data) {

        boolean isFolder() {
            return name.endsWith("/");
        }

        /** Whether it is anything but a file or a folder. */
        boolean isSpecial() {
            int type = mode & 0xF000;
            return type != 0 && type != 0x8000 && type != 0x4000;
        }

        boolean isEncrypted() {
            return (flags & 1) != 0;
        }
    }

    ZipDirectory(byte[] zip) {
        this.zip = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** All entries in their order, at most one more than {@code most}. */
    List<Entry> entries(int most) throws Damaged {
        try {
            return read(most);
        } catch (IndexOutOfBoundsException | ArithmeticException cutOff) {
            throw new Damaged("the package is damaged; pack it again");
        }
    }

    private List<Entry> read(int most) throws Damaged {
        int end = findEnd();
        int count = zip.getShort(end + 10) & 0xFFFF;
        int at = Math.toIntExact(zip.getInt(end + 16) & ZIP64);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count && entries.size() <= most; i++) {
            if (zip.getInt(at) != ENTRY) {
                throw new Damaged("the package is damaged; pack it again");
            }
            entries.add(entry(at));
            at += 46 + length(at + 28) + length(at + 30) + length(at + 32);
        }
        return entries;
    }

    private int findEnd() throws Damaged {
        int last = zip.limit() - END_LENGTH;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (zip.getInt(at) == END) {
                return at;
            }
        }
        throw new Damaged("this is no zip package; pack the folder courses/ as .zip");
    }

    private Entry entry(int at) throws Damaged {
        long packed = zip.getInt(at + 20) & ZIP64;
        long size = zip.getInt(at + 24) & ZIP64;
        long local = zip.getInt(at + 42) & ZIP64;
        if (packed == ZIP64 || size == ZIP64 || local == ZIP64) {
            throw new Damaged("the package claims files of 4 GB or more; nothing of it is read");
        }
        int start = Math.toIntExact(local);
        if (zip.getInt(start) != LOCAL) {
            throw new Damaged("the package is damaged; pack it again");
        }
        boolean unix = (zip.getShort(at + 4) & 0xFFFF) >> 8 == 3;
        int mode = unix ? zip.getInt(at + 38) >>> 16 : 0;
        return new Entry(name(at + 46, length(at + 28)), zip.getShort(at + 8), mode, zip.getShort(at + 10),
                zip.getInt(at + 16) & ZIP64, packed, size, start + 30 + length(start + 26) + length(start + 28));
    }

    /** Bytes that are not UTF-8 become U+FFFD, which no name may contain. */
    private String name(int at, int length) {
        return new String(zip.array(), at, length, StandardCharsets.UTF_8);
    }

    private int length(int at) {
        return zip.getShort(at) & 0xFFFF;
    }
}
