package org.dalil.workshop.control;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Small files that become huge when they are opened, and others that somebody might send. */
public final class Bombs {

    private static final int MEGABYTE = 1 << 20;

    private Bombs() { }

    /** A PDF whose one page is a gigabyte of nothing. */
    public static byte[] pdf() {
        try {
            byte[] packed = packed(1024);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                    + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n4 0 obj<</Filter/FlateDecode/Length "
                    + packed.length + ">>stream\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(packed);
            out.write("\nendstream endobj\ntrailer<</Root 1 0 R/Size 5>>\n%%EOF".getBytes(StandardCharsets.ISO_8859_1));
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] packed(int megabytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(packed)) {
            byte[] nothing = new byte[MEGABYTE];
            Arrays.fill(nothing, (byte) ' ');
            for (int i = 0; i < megabytes; i++) {
                deflate.write(nothing);
            }
        }
        return packed.toByteArray();
    }

    /** A PDF with nothing on so many pages. */
    public static byte[] pages(int count) {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < count; i++) {
                document.addPage(new PDPage());
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PDF that wants a password. @param toOpen false if it wants one only to be changed */
    public static byte[] locked(boolean toOpen) {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", toOpen ? "reader" : "", new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PNG that says it is 60,000 dots wide and high: 3.6 gigabytes of grey. */
    public static byte[] png() {
        return png(60_000, 60_000, 0, false);
    }

    /** A PNG with a palette and a comment that is a gigabyte long when it is unpacked. */
    public static byte[] comment() {
        return png(800, 600, 3, true);
    }

    private static byte[] png(int width, int height, int colour, boolean comment) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            DataOutputStream size = new DataOutputStream(head);
            size.writeInt(width);
            size.writeInt(height);
            size.write(new byte[] {8, (byte) colour, 0, 0, 0});
            chunk(out, "IHDR", head.toByteArray());
            if (colour == 3) {
                chunk(out, "PLTE", new byte[] {0, 0, 0, -1, -1, -1});
            }
            if (comment) {
                ByteArrayOutputStream text = new ByteArrayOutputStream();
                text.write(new byte[] {'C', 'o', 'm', 'm', 'e', 'n', 't', 0, 0});
                text.write(packed(1024));
                chunk(out, "zTXt", text.toByteArray());
            }
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            try (DeflaterOutputStream deflate = new DeflaterOutputStream(data)) {
                deflate.write(new byte[(width + 1) * Math.min(height, 1000)]);
            }
            chunk(out, "IDAT", data.toByteArray());
            chunk(out, "IEND", new byte[0]);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG that says it is 65,500 dots wide and high, and has none. */
    public static byte[] jpeg() {
        byte[] head = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xC0, 0, 11, 8, (byte) 0xFF, (byte) 0xDC, (byte) 0xFF, (byte) 0xDC, 1, 1,
            0x11, 0, (byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 63, 0};
        return Arrays.copyOf(head, 2000);
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) sum.getValue());
    }
}
