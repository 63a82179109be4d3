package org.dalil.workshop.control;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Takes pictures of sheets as phones and copiers do: at an angle, in bad light, out of focus, compressed. Greyscale. */
final class Camera {

    private final Random random;

    Camera(Random random) {
        this.random = random;
    }

    /** How hard a picture is to read. */
    enum Kind {
        /** A flat-bed scan of 200 dpi. */ SCAN,
        /** A scan of 150 dpi, slightly turned, or upside down. */ LOW_SCAN,
        /** Copied before it was scanned: hard contrast, dust, a black edge, a little smaller. */ COPY,
        /** A phone held well. */ PHOTO,
        /** A phone held badly: up to 30° aslant, any turn, shadow, blur, noise, quality 40. */ HARD_PHOTO
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** @param page a greyscale picture of A4 @return a JPEG */
    byte[] take(BufferedImage page, Kind kind) {
        return switch (kind) {
            case SCAN -> scan(page, 200, between(-1.5, 1.5), between(80, 92));
            case LOW_SCAN -> scan(page, 150, between(-3, 3) + 180 * random.nextInt(2), between(60, 80));
            case COPY -> copy(page);
            case PHOTO -> photo(page, 12, 0.15, between(0.4, 0.8), 4, between(70, 88), between(-20, 20) + 90 * random.nextInt(4));
            case HARD_PHOTO -> photo(page, 30, 0.45, between(0.7, 1.5), 9, 40, between(0, 360));
        };
    }

    private byte[] scan(BufferedImage page, int dpi, double degrees, double quality) {
        int w = (int) (8.4 * dpi);
        int h = (int) (11.85 * dpi);
        double scale = dpi / 25.4;
        double turn = Math.toRadians(degrees);
        float[] grey = new float[w * h];
        Texture texture = new Texture(page);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                double dx = (x - w / 2.0) / scale;
                double dy = (y - h / 2.0) / scale;
                grey[y * w + x] = texture.at(105 + dx * Math.cos(turn) + dy * Math.sin(turn), 148.5 - dx * Math.sin(turn) + dy * Math.cos(turn), 250);
            }
        }
        blur(grey, w, h, between(0.3, 0.6));
        noise(grey, 3);
        return jpeg(grey, w, h, quality);
    }

    private byte[] copy(BufferedImage page) {
        int dpi = 150 + random.nextInt(51);
        int w = (int) (8.27 * dpi);
        int h = (int) (11.69 * dpi);
        double scale = dpi / 25.4 * between(0.93, 1);
        double turn = Math.toRadians(between(-2.5, 2.5) + 180 * random.nextInt(2));
        double skew = between(-0.01, 0.01);
        float[] grey = new float[w * h];
        Texture texture = new Texture(page);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                double dx = (x - w / 2.0) / scale;
                double dy = (y - h / 2.0) / scale;
                dx += skew * dy;
                grey[y * w + x] = texture.at(105 + dx * Math.cos(turn) + dy * Math.sin(turn), 148.5 - dx * Math.sin(turn) + dy * Math.cos(turn), 20);
            }
        }
        blur(grey, w, h, between(0.5, 0.9));
        // The copier's curve: paper goes white, ink black, the light grey of a pencil somewhere between.
        double middle = between(150, 175);
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (float) (255 / (1 + Math.exp(-(grey[i] - middle) / between(17, 18))));
        }
        for (int i = 0; i < 250; i++) {
            int at = random.nextInt(grey.length - w - 1);
            grey[at] = 40;
            grey[at + 1] = 60;
            grey[at + w] = 90;
        }
        noise(grey, 5);
        return jpeg(grey, w, h, between(50, 75));
    }

    private byte[] photo(BufferedImage page, double tilt, double shadow, double blur, double noise, double quality, double degrees) {
        int w = 1700 + random.nextInt(300);
        int h = w * 4 / 3;
        if (random.nextInt(4) == 0) {
            int t = w;
            w = h;
            h = t;
        }
        double[] pose = pose(tilt, degrees, w, h);
        float[] grey = new float[w * h];
        Texture texture = new Texture(page);
        double table = between(60, 140);
        double curl = between(-1.2, 1.2) * tilt / 30;
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                double d = pose[6] * x + pose[7] * y + 1;
                double px = (pose[0] * x + pose[1] * y + pose[2]) / d;
                double py = (pose[3] * x + pose[4] * y + pose[5]) / d;
                double bend = curl * Math.sin(Math.PI * py / 297);
                grey[y * w + x] = texture.at(px + bend, py, (float) table);
            }
        }
        light(grey, w, h, shadow);
        blur(grey, w, h, blur * w / 1800);
        noise(grey, noise);
        return jpeg(grey, w, h, quality);
    }

    /** The homography from the picture to the paper, from a camera's real pose. */
    private double[] pose(double tilt, double degrees, int w, int h) {
        for (int attempt = 0; ; attempt++) {
            double ax = Math.toRadians(between(-tilt, tilt));
            double ay = Math.toRadians(between(-tilt, tilt)) * (attempt < 20 ? 1 : 0.5);
            double az = Math.toRadians(degrees);
            double distance = between(330, 420);
            double focal = Math.max(w, h) * 0.95;
            double[][] corners = {{-105, -148.5}, {105, -148.5}, {105, 148.5}, {-105, 148.5}};
            double[] from = new double[8];
            double[] to = {0, 0, 210, 0, 210, 297, 0, 297};
            for (int i = 0; i < 4; i++) {
                double x = corners[i][0] * Math.cos(az) - corners[i][1] * Math.sin(az);
                double y = corners[i][0] * Math.sin(az) + corners[i][1] * Math.cos(az);
                double y2 = y * Math.cos(ax);
                double z = y * Math.sin(ax);
                double x2 = x * Math.cos(ay) + z * Math.sin(ay);
                double z2 = -x * Math.sin(ay) + z * Math.cos(ay);
                from[2 * i] = focal * x2 / (distance + z2);
                from[2 * i + 1] = focal * y2 / (distance + z2);
            }
            fit(from, w, h);
            return solve(from, to);
        }
    }

    /** Moves and scales the page so that it fills the picture, as whoever takes it does. */
    private void fit(double[] at, int w, int h) {
        double minX = 1e9;
        double maxX = -1e9;
        double minY = 1e9;
        double maxY = -1e9;
        for (int i = 0; i < 4; i++) {
            minX = Math.min(minX, at[2 * i]);
            maxX = Math.max(maxX, at[2 * i]);
            minY = Math.min(minY, at[2 * i + 1]);
            maxY = Math.max(maxY, at[2 * i + 1]);
        }
        double fill = between(0.88, 0.98) * Math.min(w / (maxX - minX), h / (maxY - minY));
        double restX = w - fill * (maxX - minX);
        double restY = h - fill * (maxY - minY);
        double moveX = restX * between(0.1, 0.9);
        double moveY = restY * between(0.1, 0.9);
        for (int i = 0; i < 4; i++) {
            at[2 * i] = (at[2 * i] - minX) * fill + moveX;
            at[2 * i + 1] = (at[2 * i + 1] - minY) * fill + moveY;
        }
    }

    /** Eight equations, Gauss with pivots. Independent of the reader's own. */
    static double[] solve(double[] from, double[] to) {
        double[][] m = new double[8][9];
        for (int i = 0; i < 4; i++) {
            double x = from[2 * i];
            double y = from[2 * i + 1];
            double u = to[2 * i];
            double v = to[2 * i + 1];
            m[2 * i] = new double[] {x, y, 1, 0, 0, 0, -u * x, -u * y, u};
            m[2 * i + 1] = new double[] {0, 0, 0, x, y, 1, -v * x, -v * y, v};
        }
        for (int c = 0; c < 8; c++) {
            int p = c;
            for (int r = c + 1; r < 8; r++) {
                if (Math.abs(m[r][c]) > Math.abs(m[p][c])) {
                    p = r;
                }
            }
            double[] t = m[c];
            m[c] = m[p];
            m[p] = t;
            for (int r = 0; r < 8; r++) {
                if (r != c) {
                    double f = m[r][c] / m[c][c];
                    for (int k = c; k < 9; k++) {
                        m[r][k] -= f * m[c][k];
                    }
                }
            }
        }
        double[] h = new double[8];
        for (int i = 0; i < 8; i++) {
            h[i] = m[i][8] / m[i][i];
        }
        return h;
    }

    /** Falls off to one side, and the shadow of a hand or a head with a soft edge. */
    private void light(float[] grey, int w, int h, double shadow) {
        double fall = between(0, 0.35);
        double angle = between(0, 2 * Math.PI);
        double at = between(0.25, 0.75);
        double soft = between(0.01, 0.08);
        double deep = between(0.3, 1) * shadow;
        double edge = between(0, 2 * Math.PI);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                double u = (double) x / w - 0.5;
                double v = (double) y / h - 0.5;
                double slope = 1 - fall * (0.5 + u * Math.cos(angle) + v * Math.sin(angle));
                double side = (u * Math.cos(edge) + v * Math.sin(edge) + 0.5 - at + 0.05 * Math.sin(9 * u - 7 * v)) / soft;
                double dark = 1 - deep / (1 + Math.exp(-side));
                grey[y * w + x] *= (float) (slope * dark);
            }
        }
    }

    private static void blur(float[] grey, int w, int h, double sigma) {
        int r = (int) Math.ceil(3 * sigma);
        float[] kernel = new float[2 * r + 1];
        float sum = 0;
        for (int i = -r; i <= r; i++) {
            kernel[i + r] = (float) Math.exp(-i * i / (2 * sigma * sigma));
            sum += kernel[i + r];
        }
        float[] line = new float[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                float s = 0;
                for (int i = -r; i <= r; i++) {
                    s += kernel[i + r] * grey[y * w + Math.max(0, Math.min(w - 1, x + i))];
                }
                line[y * w + x] = s / sum;
            }
        }
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                float s = 0;
                for (int i = -r; i <= r; i++) {
                    s += kernel[i + r] * line[Math.max(0, Math.min(h - 1, y + i)) * w + x];
                }
                grey[y * w + x] = s / sum;
            }
        }
    }

    private void noise(float[] grey, double sigma) {
        for (int i = 0; i < grey.length; i++) {
            grey[i] += (float) (random.nextGaussian() * sigma);
        }
    }

    private static byte[] jpeg(float[] grey, int w, int h, double quality) {
        BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_BYTE_GRAY);
        byte[] data = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) Math.max(0, Math.min(255, Math.round(grey[i])));
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream(); ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality((float) (quality / 100));
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
            stream.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    /** The printed and filled page as something to look at from anywhere. */
    private static final class Texture {
        private final byte[] data;
        private final int w;
        private final int h;
        private final double scale;

        Texture(BufferedImage page) {
            data = ((DataBufferByte) page.getRaster().getDataBuffer()).getData();
            w = page.getWidth();
            h = page.getHeight();
            scale = w / 210.0;
        }

        float at(double mmX, double mmY, float outside) {
            double x = mmX * scale - 0.5;
            double y = mmY * scale - 0.5;
            int x0 = (int) Math.floor(x);
            int y0 = (int) Math.floor(y);
            if (x0 < 0 || y0 < 0 || x0 + 1 >= w || y0 + 1 >= h) {
                return outside;
            }
            double fx = x - x0;
            double fy = y - y0;
            int i = y0 * w + x0;
            return (float) ((1 - fy) * ((1 - fx) * (data[i] & 0xFF) + fx * (data[i + 1] & 0xFF))
                    + fy * ((1 - fx) * (data[i + w] & 0xFF) + fx * (data[i + w + 1] & 0xFF))) * 0.96f;
        }
    }
}
