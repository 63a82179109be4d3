package org.dalil.workshop.entity;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dalil.assessment.entity.Response;
import org.dalil.course.entity.Quiz;

/**
 * Where everything that can be marked stands on the pages of a test, for one course version, form and language. Made by the
 * code that writes the pages, so that reader and writer can't drift apart.
 *
 * <p>All lengths are millimetres on A4 (210 × 297), from the top left corner, whatever the direction of the language.
 *
 * @param wording a digest of the words that were set and of their key: a sheet is read as what it was printed as, or not at all
 */
public record SheetLayout(String wording, List<Page> pages) implements Serializable {

    /** Width of the paper. */
    public static final double WIDTH = 210;

    /** Height of the paper. */
    public static final double HEIGHT = 297;

    /** Radius of a bubble, to the middle of its line. */
    public static final double RADIUS = 2.1;

    /** Nothing is printed this close to a bubble's centre: what is there was drawn by hand. */
    public static final double CLEAR = 3.7;

    /** The round marks by which a page is straightened: four corners and the middles of the long sides. */
    public static final List<Point> MARKS = List.of(new Point(12, 12), new Point(WIDTH - 12, 12), new Point(12, HEIGHT / 2),
            new Point(WIDTH - 12, HEIGHT / 2), new Point(12, HEIGHT - 12), new Point(WIDTH - 12, HEIGHT - 12));

    /** A place on the paper. */
    public record Point(double x, double y) implements Serializable { }

    /** An upright rectangle on the paper. */
    public record Box(double x, double y, double width, double height) implements Serializable { }

    /** @param code the square code, without the quiet around it */
    public record Page(Box code, List<Block> blocks) implements Serializable { }

    /**
     * One question.
     *
     * @param box   everything that belongs to it, for cutting it out
     * @param rows  bubbles of which at most one is marked, or, for {@link #many}, any
     * @param quiet strips between lines where nothing is printed: ink there was drawn by hand
     */
    public record Block(String item, Quiz.Kind kind, Box box, List<Row> rows, List<Box> quiet) implements Serializable {

        /** Whether any number of bubbles may be marked. */
        public boolean many() {
            return kind == Quiz.Kind.MULTIPLE || kind == Quiz.Kind.SPOT;
        }

        /** The answer that these marks are, {@link Response#SKIPPED} without any. */
        public Response response(List<ItemReading.Mark> marks) {
            if (marks.isEmpty()) {
                return Response.SKIPPED;
            }
            return new Response(switch (kind) {
                case SINGLE, TRUE_FALSE, SCALE, MULTIPLE, SPOT -> marks.stream().map(ItemReading.Mark::value)
                        .collect(Collectors.joining(","));
                case ORDER -> marks.stream().sorted(Comparator.comparingInt(m -> Integer.parseInt(m.value())))
                        .map(ItemReading.Mark::row).collect(Collectors.joining(","));
                case MATCH -> marks.stream().map(m -> m.row() + ":" + m.value()).collect(Collectors.joining(","));
            }, false);
        }
    }

    /** @param id of the choice that is given a place or a partner; empty where the item has one row only */
    public record Row(String id, List<Bubble> bubbles) implements Serializable { }

    /** @param value what marking it says: a choice, a place, a partner, or 1 to 5 */
    public record Bubble(String value, double x, double y) implements Serializable { }

    /** 24 bits that differ as soon as anything stands elsewhere or says something else. */
    public int fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(written().getBytes(StandardCharsets.UTF_8));
            return (hash[0] & 0xFF) << 16 | (hash[1] & 0xFF) << 8 | hash[2] & 0xFF;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Everything the reader goes by, to a tenth of a millimetre. */
    private String written() {
        StringBuilder text = new StringBuilder(wording).append('\n');
        for (Page page : pages) {
            text.append("page ").append(tenths(page.code().x())).append('\n');
            for (Block block : page.blocks()) {
                text.append(block.item()).append(' ').append(block.kind()).append('\n');
                for (Row row : block.rows()) {
                    text.append(row.id());
                    row.bubbles().forEach(b -> text.append(' ').append(b.value()).append('@').append(tenths(b.x())).append(',')
                            .append(tenths(b.y())));
                    text.append('\n');
                }
            }
        }
        return text.toString();
    }

    private static String tenths(double length) {
        return String.format(Locale.ROOT, "%.1f", length);
    }
}
