package org.dalil.workshop.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalil.assessment.entity.Response;
import org.dalil.course.entity.Quiz;
import org.dalil.workshop.entity.ItemReading;
import org.dalil.workshop.entity.ItemReading.Doubt;
import org.dalil.workshop.entity.SheetLayout;
import org.dalil.workshop.entity.SheetLayout.Block;
import org.dalil.workshop.entity.SheetLayout.Box;
import org.dalil.workshop.entity.SheetLayout.Bubble;
import org.dalil.workshop.entity.SheetLayout.Row;

/**
 * Decides what was marked. Nothing is guessed: what lies between a mark and an empty bubble, what looks crossed out and what
 * contradicts itself is left to a person.
 */
final class SheetJudge {

    /** Of {@link BubbleInk#fill}, above what the page's empty bubbles have: below is empty, from the second on marked. */
    private static final double EMPTY = 0.045;
    private static final double MARKED = 0.085;

    /** Of {@link BubbleInk#cover}: a bubble this full with strokes leaving it may be one that was taken back. */
    private static final double FULL = 0.5;

    /** Of {@link BubbleInk#around}. */
    private static final double BESIDE = 0.08;
    private static final double OVER = 0.17;

    private final SheetView view;
    private final Map<Bubble, BubbleInk> inks = new LinkedHashMap<>();
    private final double bare;

    SheetJudge(SheetView view, SheetLayout.Page page) {
        this.view = view;
        for (Block block : page.blocks()) {
            block.rows().forEach(r -> r.bubbles().forEach(b -> inks.put(b, BubbleInk.of(view, b, block.many()))));
        }
        double[] fills = inks.values().stream().mapToDouble(BubbleInk::fill).sorted().toArray();
        // Most bubbles of any page are empty: the lower quarter shows what grain and light alone make.
        bare = fills.length == 0 ? 0 : Math.max(0, Math.min(0.03, fills[fills.length / 4]));
    }

    /** What a bubble is. */
    private enum State { EMPTY, MARKED, FAINT, CROSSED }

    /** Judges one question. @return without a cut-out */
    ItemReading judge(Block block) {
        List<ItemReading.Mark> marks = new ArrayList<>();
        for (Row row : block.rows()) {
            for (Bubble bubble : row.bubbles()) {
                State state = state(bubble, block.many());
                if (state != State.EMPTY) {
                    marks.add(new ItemReading.Mark(row.id(), bubble.value(), state == State.MARKED));
                }
            }
        }
        Optional<Doubt> doubt = doubt(block, marks);
        Optional<Response> response = doubt.isPresent() ? Optional.empty() : Optional.of(block.response(marks));
        return new ItemReading(block.item(), response, doubt, List.copyOf(marks), new byte[0]);
    }

    private State state(Bubble bubble, boolean many) {
        BubbleInk ink = inks.get(bubble);
        double fill = ink.fill() - bare;
        if (ink.buried()) {
            return State.CROSSED;
        }
        if (fill < EMPTY) {
            return ink.around() >= BESIDE ? State.CROSSED : State.EMPTY;
        }
        if (fill < MARKED) {
            return State.FAINT;
        }
        boolean over = ink.cover() >= FULL && (ink.leaves() >= 2 || ink.around() >= OVER);
        // Where any number may be marked, no second mark betrays that the first was taken back.
        return over || many && ink.leaves() >= 2 ? State.CROSSED : State.MARKED;
    }

    private Optional<Doubt> doubt(Block block, List<ItemReading.Mark> marks) {
        if (marks.isEmpty()) {
            return block.quiet().stream().anyMatch(this::isWrittenUpon) ? Optional.of(Doubt.BESIDE) : Optional.empty();
        }
        if (!block.many() && block.rows().stream().anyMatch(r -> inRow(marks, r) > 1)) {
            return Optional.of(Doubt.SEVERAL);
        }
        if (marks.stream().anyMatch(m -> !m.sure())) {
            boolean faint = block.rows().stream().flatMap(r -> r.bubbles().stream()).anyMatch(b -> state(b, block.many()) == State.FAINT);
            return Optional.of(faint ? Doubt.FAINT : Doubt.CROSSED);
        }
        if (block.rows().stream().anyMatch(r -> inRow(marks, r) == 0)) {
            return Optional.of(Doubt.INCOMPLETE);
        }
        boolean twice = block.kind() == Quiz.Kind.ORDER
                && marks.stream().map(ItemReading.Mark::value).distinct().count() < marks.size();
        return twice ? Optional.of(Doubt.TWICE) : Optional.empty();
    }

    private static long inRow(List<ItemReading.Mark> marks, Row row) {
        return marks.stream().filter(m -> m.row().equals(row.id())).count();
    }

    /** Whether there is ink between the lines, where nothing is printed. */
    private boolean isWrittenUpon(Box strip) {
        double middle = strip.y() + strip.height() / 2;
        int written = 0;
        for (double from = strip.x(); from + 12 <= strip.x() + strip.width(); from += 12) {
            double[] darkest = new double[24];
            for (int i = 0; i < darkest.length; i++) {
                double x = from + 0.25 + i * 0.5;
                darkest[i] = Math.min(view.grey(x, middle), Math.min(view.grey(x, middle - 0.2), view.grey(x, middle + 0.2)));
            }
            double[] sorted = darkest.clone();
            Arrays.sort(sorted);
            double paper = Math.max(8, sorted[18]);
            for (double grey : darkest) {
                written += view.darkness(grey, paper) > 0.3 ? 1 : 0;
            }
        }
        return written >= 2;
    }
}
