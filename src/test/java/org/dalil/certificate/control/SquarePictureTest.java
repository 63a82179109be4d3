package org.dalil.certificate.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.dalil.platform.control.SquareCode;
import org.junit.jupiter.api.Test;

/** Square codes in photos as people take them, and files that only pretend to be pictures. */
class SquarePictureTest {

    private static final String TEXT = "DL1:" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".repeat(8).substring(0, 240);

    private final SquarePicture pictures = new SquarePicture();

    /** Paper that lies on a dark table. @param side of the code, in dots @param turn in degrees */
    private static BufferedImage photo(int width, int height, int side, double turn) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(70, 60, 50));
        g.fillRect(0, 0, width, height);
        g.rotate(Math.toRadians(turn), width / 2.0, height / 2.0);
        // The light comes from one side.
        g.setPaint(new GradientPaint(0, 0, new Color(250, 248, 240), width, height, new Color(150, 148, 140)));
        g.fillRect(width / 2 - side, height / 2 - side, 2 * side, 2 * side);
        g.setColor(new Color(30, 30, 35));
        g.fill(new SquareCode(TEXT).shape((width - side) / 2.0, (height - side) / 2.0, side));
        g.dispose();
        return image;
    }

    private static BufferedImage shaken(BufferedImage image) {
        float[] even = new float[9];
        Arrays.fill(even, 1f / 9);
        BufferedImage soft = new ConvolveOp(new Kernel(3, 3, even)).filter(image, null);
        Random grain = new Random(7);
        for (int y = 0; y < soft.getHeight(); y++) {
            for (int x = 0; x < soft.getWidth(); x++) {
                Color c = new Color(soft.getRGB(x, y));
                int more = (int) (grain.nextGaussian() * 10);
                soft.setRGB(x, y, new Color(within(c.getRed() + more), within(c.getGreen() + more), within(c.getBlue() + more)).getRGB());
            }
        }
        return soft;
    }

    private static int within(int value) {
        return Math.max(0, Math.min(255, value));
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image, boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.setOutput(ImageIO.createImageOutputStream(out));
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(0.6f);
        param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        writer.write(null, new IIOImage(image, null, null), param);
        ((javax.imageio.stream.ImageOutputStream) writer.getOutput()).flush();
        writer.dispose();
        return out.toByteArray();
    }

    @Test
    void photos_are_read_as_people_take_them() throws IOException {
        for (double turn : new double[] {0, 8, 90, 177, 275}) {
            assertEquals(Optional.of(TEXT), pictures.read(jpeg(shaken(photo(1200, 900, 420, turn)), false)), "turned by " + turn);
        }
        assertEquals(Optional.of(TEXT), pictures.read(jpeg(photo(4000, 3000, 900, 3), true)), "twelve million dots, packed for the web");
        assertEquals(Optional.of(TEXT), pictures.read(png(photo(360, 640, 230, 0))), "a picture of the screen");
        BufferedImage clear = new BufferedImage(600, 600, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = clear.createGraphics();
        g.setColor(Color.BLACK);
        g.fill(new SquareCode(TEXT).shape(60, 60, 480));
        g.dispose();
        assertEquals(Optional.of(TEXT), pictures.read(png(clear)), "black on nothing");
    }

    @Test
    void a_picture_without_a_code_says_nothing() throws IOException {
        BufferedImage grey = new BufferedImage(800, 600, BufferedImage.TYPE_BYTE_GRAY);
        assertEquals(Optional.empty(), pictures.read(png(grey)));
        assertEquals(Optional.empty(), pictures.read(png(photo(300, 300, 40, 0))), "too small to be told apart");
    }

    /** Each within a second: whatever it says of itself, little is unpacked. */
    @Test
    void what_only_pretends_costs_nothing() throws IOException {
        byte[] good = jpeg(photo(600, 600, 400, 0), true);
        byte[] many = new byte[good.length + 4 * 40];
        System.arraycopy(good, 0, many, 0, good.length);
        for (int i = good.length; i < many.length; i += 4) {
            many[i] = (byte) 0xFF;
            many[i + 1] = (byte) 0xDA;
        }
        byte[] png = png(photo(600, 600, 400, 0));
        List<byte[]> hostile = List.of(new byte[0], new byte[] {(byte) 0xFF, (byte) 0xD8}, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0},
                Arrays.copyOf(good, good.length / 20), Arrays.copyOf(png, png.length / 3), many, giant(60_000, 60_000), giant(9_999, 9_999),
                giant(Integer.MAX_VALUE, 1), giant(0, 0), "\u0089PNG\r\n\u001A\n<svg onload=alert(1)>".getBytes(StandardCharsets.ISO_8859_1),
                "%PDF-1.7".getBytes(StandardCharsets.US_ASCII), noise());
        for (byte[] file : hostile) {
            assertTimeout(Duration.ofSeconds(2), () -> assertEquals(Optional.empty(), pictures.read(file), file.length + " bytes"));
        }
        // As large as one may be, of nothing: unpacked, but thinned out.
        byte[] plain = giant(5_000, 5_000);
        assertTrue(plain.length < 200_000, plain.length + " bytes");
        assertTimeout(Duration.ofSeconds(5), () -> assertEquals(Optional.empty(), pictures.read(plain)));
        assertEquals(Optional.of(TEXT), pictures.read(good), "and the next one is read");
    }

    private static byte[] noise() {
        byte[] noise = new byte[200_000];
        new Random(3).nextBytes(noise);
        noise[0] = (byte) 0xFF;
        noise[1] = (byte) 0xD8;
        noise[2] = (byte) 0xFF;
        return noise;
    }

    /** A PNG that says it is so large; of what is there, every dot is black. */
    private static byte[] giant(int width, int height) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(packed)) {
            byte[] row = new byte[Math.min(width, 10_000) + 1];
            for (int y = 0; y < Math.min(height, 5_000); y++) {
                deflate.write(row);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'});
        chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).array());
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) throws IOException {
        byte[] all = ByteBuffer.allocate(4 + content.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(content).array();
        CRC32 check = new CRC32();
        check.update(all);
        out.write(ByteBuffer.allocate(4).putInt(content.length).array());
        out.write(all);
        out.write(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
