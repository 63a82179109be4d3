package org.dalil.workshop.control;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.dalil.workshop.entity.SheetLayout;
import org.dalil.workshop.entity.SheetLayout.Block;
import org.dalil.workshop.entity.SheetLayout.Bubble;
import org.dalil.workshop.entity.SheetLayout.Row;

/**
 * A page filled in as people do it, drawn on a picture of the printed page: well, carelessly, in pencil, with ticks and
 * crosses, with corrections. Knows for each question what the person meant.
 */
final class FilledPage {

    /** How one bubble is marked. */
    enum Mark { FILL, SCRIBBLE, TICK, CROSS, HALF, SLASH, PENCIL }

    /** What was meant, by item: the ids or pairs in the order of the layout, empty if it was left out. */
    final Map<String, String> meant = new TreeMap<>();

    /** Items on which something was taken back, or that were marked beside the bubbles. */
    final List<String> corrected = new ArrayList<>();

    final BufferedImage image;

    private final Random random;
    private final Graphics2D pen;
    private final double scale;
    private final double width;
    private final Mark habit;
    private final boolean pencil;
    private final Color ink;

    /** @param printed is drawn upon */
    FilledPage(BufferedImage printed, SheetLayout.Page page, Random random) {
        this.image = printed;
        this.random = random;
        scale = printed.getWidth() / SheetLayout.WIDTH;
        pen = printed.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        habit = Mark.values()[random.nextInt(Mark.values().length)];
        pencil = habit == Mark.PENCIL || random.nextInt(6) == 0;
        width = pencil ? between(0.45, 0.8) : between(0.35, 0.9);
        int dark = (int) (pencil ? between(95, 150) : between(10, 70));
        ink = new Color(dark, dark, Math.min(255, dark + random.nextInt(60)));
        page.blocks().forEach(this::answer);
        pen.dispose();
    }

    /** What was meant, as a response is written: an order by its places. */
    static String response(Block block, String meant) {
        if (block.kind() != org.dalil.course.entity.Quiz.Kind.ORDER || meant.isEmpty()) {
            return meant;
        }
        TreeMap<String, String> places = new TreeMap<>();
        for (String pair : meant.split(",")) {
            places.put(pair.split(":")[1], pair.split(":")[0]);
        }
        return String.join(",", places.values());
    }

    Mark habit() {
        return habit;
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private void answer(Block block) {
        if (chance(0.07)) {
            meant.put(block.item(), "");
            return;
        }
        if (block.many()) {
            many(block);
        } else if (block.rows().size() == 1) {
            one(block);
        } else {
            grid(block);
        }
    }

    private void one(Block block) {
        List<Bubble> bubbles = block.rows().get(0).bubbles();
        int chosen = random.nextInt(bubbles.size());
        mark(bubbles.get(chosen));
        if (chance(0.06)) {
            int wrong = (chosen + 1 + random.nextInt(bubbles.size() - 1)) % bubbles.size();
            mark(bubbles.get(wrong));
            takeBack(bubbles.get(wrong));
            corrected.add(block.item());
        }
        meant.put(block.item(), bubbles.get(chosen).value());
    }

    private void many(Block block) {
        List<String> values = new ArrayList<>();
        for (Bubble bubble : block.rows().get(0).bubbles()) {
            if (chance(0.5)) {
                mark(bubble);
                values.add(bubble.value());
            } else if (chance(0.04)) {
                mark(bubble);
                takeBack(bubble);
                corrected.add(block.item());
            }
        }
        meant.put(block.item(), String.join(",", values));
    }

    private void grid(Block block) {
        int columns = block.rows().get(0).bubbles().size();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            order.add(i);
        }
        java.util.Collections.shuffle(order, random);
        List<String> pairs = new ArrayList<>();
        for (int row = 0; row < block.rows().size(); row++) {
            Row line = block.rows().get(row);
            Bubble chosen = line.bubbles().get(order.get(row % columns));
            mark(chosen);
            pairs.add(line.id() + ":" + chosen.value());
            if (chance(0.02)) {
                Bubble wrong = line.bubbles().get((order.get(row % columns) + 1) % columns);
                mark(wrong);
                takeBack(wrong);
                corrected.add(block.item());
            }
        }
        meant.put(block.item(), String.join(",", pairs));
    }

    private void mark(Bubble bubble) {
        Mark mark = chance(0.75) ? habit : Mark.values()[random.nextInt(Mark.values().length)];
        double x = bubble.x() + random.nextGaussian() * 0.2;
        double y = bubble.y() + random.nextGaussian() * 0.2;
        double r = SheetLayout.RADIUS;
        stroke(width);
        switch (mark) {
            case FILL, PENCIL -> zigzag(x, y, r * between(0.8, 1), width * 0.75, 0);
            case SCRIBBLE -> zigzag(x, y, r * between(0.85, 1.05), width * between(1, 1.6), between(0, 0.7));
            case HALF -> {
                java.awt.Shape clip = pen.getClip();
                pen.clipRect((int) ((x - 3 * r) * scale), (int) ((y - 3 * r) * scale), (int) (3 * r * scale), (int) (6 * r * scale));
                zigzag(x, y, r * 0.9, width * 0.8, 0);
                pen.setClip(clip);
            }
            case TICK -> {
                Path2D tick = new Path2D.Double();
                tick.moveTo((x - r * between(0.5, 0.9)) * scale, (y - r * between(0, 0.3)) * scale);
                tick.lineTo((x - r * between(0, 0.2)) * scale, (y + r * between(0.4, 0.8)) * scale);
                tick.lineTo((x + r * between(0.7, 1.9)) * scale, (y - r * between(0.8, 2)) * scale);
                pen.draw(tick);
            }
            case CROSS -> cross(x, y, r * between(0.75, 1.25));
            case SLASH -> line(x - r * between(0.7, 1.2), y + r * between(0.6, 1.1), x + r * between(0.7, 1.2), y - r * between(0.6, 1.1));
        }
    }

    /** What was marked doesn't count: crossed, struck or scribbled out, so that a person sees it. */
    private void takeBack(Bubble bubble) {
        double r = SheetLayout.RADIUS * between(1.5, 2.1);
        stroke(Math.max(width, 0.5));
        switch (random.nextInt(3)) {
            case 0 -> cross(bubble.x(), bubble.y(), r * 0.85);
            case 1 -> {
                line(bubble.x() - r, bubble.y() + between(-0.4, 0.4), bubble.x() + r, bubble.y() + between(-0.4, 0.4));
                line(bubble.x() - r, bubble.y() + between(0.4, 1), bubble.x() + r, bubble.y() + between(-0.2, 0.6));
            }
            default -> zigzag(bubble.x(), bubble.y(), r * 0.9, width * 1.3, 0.3);
        }
    }

    private void stroke(double thickness) {
        pen.setColor(ink);
        pen.setStroke(new BasicStroke((float) (thickness * scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    private void cross(double x, double y, double r) {
        line(x - r * between(0.8, 1), y - r * between(0.8, 1), x + r * between(0.8, 1), y + r * between(0.8, 1));
        line(x - r * between(0.8, 1), y + r * between(0.8, 1), x + r * between(0.8, 1), y - r * between(0.8, 1));
    }

    private void line(double x1, double y1, double x2, double y2) {
        pen.draw(new Line2D.Double(x1 * scale, y1 * scale, x2 * scale, y2 * scale));
    }

    /** To and fro across a disc, in a slanted direction. @param over how far a stroke may leave it */
    private void zigzag(double x, double y, double r, double step, double over) {
        double slant = between(0.3, 1.2);
        Path2D path = new Path2D.Double();
        boolean first = true;
        boolean up = false;
        for (double t = -r; t <= r; t += step / 2) {
            double half = Math.sqrt(Math.max(0, r * r - t * t)) + (up ? over : over / 2) * random.nextDouble();
            double along = up ? half : -half;
            double px = (x + t * Math.cos(slant) - along * Math.sin(slant)) * scale;
            double py = (y + t * Math.sin(slant) + along * Math.cos(slant)) * scale;
            if (first) {
                path.moveTo(px, py);
                first = false;
            } else {
                path.lineTo(px, py);
            }
            up = !up;
        }
        pen.draw(path);
    }

    /** Circles the words instead of the bubble. */
    void circleWords(double x, double y, double rx, double ry) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(ink);
        g.setStroke(new BasicStroke((float) (width * scale)));
        g.draw(new Ellipse2D.Double((x - rx) * scale, (y - ry) * scale, 2 * rx * scale, 2 * ry * scale));
        g.dispose();
    }
}
