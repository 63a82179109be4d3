package org.dalil.workshop.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.dalil.workshop.control.MarkFinder.Mark;
import org.dalil.workshop.control.PageFinder.Found;
import org.dalil.workshop.entity.ItemReading;
import org.dalil.workshop.entity.SheetId;
import org.dalil.workshop.entity.SheetLayout;
import org.dalil.workshop.entity.SheetLayout.Block;
import org.dalil.workshop.entity.SheetProblem;
import org.dalil.workshop.entity.SheetRefused;
import org.dalil.workshop.entity.SheetScan;
import org.dalil.workshop.entity.SheetsExpected;

/** The reading of one picture: every sheet that it shows. */
final class PictureReading {

    /** Ways in which a sheet may lie that are tried before a picture is given up. */
    private static final int TRIES = 16;

    /** Darkness of ink, as share of the paper's brightness, for print that is clear and for print that is blurred. */
    private static final double PLAIN = 0.8;
    private static final double BLURRED = 0.62;

    /** Of {@link SheetView#clarity()}: below this the lines of bubbles can't be told from grain, and then neither can marks. */
    private static final double CLEAR = 0.15;

    /** Dots a millimetre below which a pen's stroke is thinner than a dot. */
    private static final double FINE = 2.6;

    private final int page;
    private final GreyImage picture;
    private final SheetsExpected expected;
    private final List<SheetScan> sheets = new ArrayList<>();
    private final List<Mark> used = new ArrayList<>();
    private SheetScan blurred;
    private int tries;

    PictureReading(int page, GreyImage picture, SheetsExpected expected) {
        this.page = page;
        this.picture = picture;
        this.expected = expected;
    }

    /** At least one, if only to say why there is none. */
    List<SheetScan> sheets() {
        GreyImage half = picture.shrunk(2);
        takeWhole(PageFinder.find(MarkFinder.twice(MarkFinder.find(half, PLAIN))));
        if (sheets.isEmpty()) {
            GreyImage smooth = picture.smoothed();
            List<Mark> marks = MarkFinder.find(smooth, PLAIN);
            takeWhole(PageFinder.find(marks));
            if (sheets.isEmpty()) {
                take(PageFinder.find(MarkFinder.together(marks, MarkFinder.find(smooth, BLURRED))));
            }
        }
        if (sheets.isEmpty()) {
            sheets.add(blurred == null ? unread() : blurred);
        }
        return sheets;
    }

    /** Nothing but sheets of which every mark was found: a quick look is enough for most pictures. */
    private void takeWhole(List<Found> ways) {
        take(ways.stream().filter(w -> w.seen() == SheetLayout.MARKS.size()).toList());
    }

    /** Takes the sheets that lie in these ways, the likeliest first; a mark belongs to one sheet only. */
    private void take(List<Found> ways) {
        for (Found way : ways) {
            if (tries < TRIES && Collections.disjoint(way.marks(), used)) {
                tries++;
                code(way.sheet()).ifPresent(code -> {
                    SheetScan scan = read(way.sheet(), code);
                    if (scan.problem().filter(p -> p == SheetProblem.BLURRED).isPresent()) {
                        // The code is large enough to be read also where something else was taken for a mark.
                        blurred = blurred == null ? scan : blurred;
                    } else {
                        used.addAll(way.marks());
                        tries = 0;
                        sheets.add(scan);
                    }
                });
            }
        }
    }

    private Optional<String> code(Homography sheet) {
        return CodeReader.read(picture, sheet, SheetHead.code(false)).or(() -> CodeReader.read(picture, sheet, SheetHead.code(true)));
    }

    private SheetScan read(Homography sheet, String code) {
        Optional<SheetId> id = Optional.empty();
        try {
            id = Optional.of(SheetId.parse(code, expected.seal()));
            return read(sheet, id.get(), expected.page(id.get()));
        } catch (SheetRefused refused) {
            return unread(id, refused.problem());
        }
    }

    private SheetScan read(Homography sheet, SheetId id, SheetLayout.Page printed) {
        SheetView view = new SheetView(picture, sheet, printed);
        boolean fine = printed.blocks().stream().flatMap(b -> b.rows().stream()).flatMap(r -> r.bubbles().stream())
                .allMatch(b -> view.shows(b.x(), b.y()) && view.scale(b.x(), b.y()) >= FINE);
        if (!fine || view.clarity() < CLEAR) {
            return unread(Optional.of(id), SheetProblem.BLURRED);
        }
        SheetJudge judge = new SheetJudge(view, printed);
        List<ItemReading> items = new ArrayList<>();
        for (Block block : printed.blocks()) {
            ItemReading reading = judge.judge(block);
            items.add(reading.isRead() ? reading : reading.with(CutOut.of(view, block.box())));
        }
        return new SheetScan(page, Optional.of(id), Optional.empty(), List.copyOf(items), new byte[0]);
    }

    /** Neither marks nor a code where marks say it is: tells at least what is missing. */
    private SheetScan unread() {
        if (isBlank()) {
            return new SheetScan(page, Optional.empty(), Optional.of(SheetProblem.BLANK), List.of(), new byte[0]);
        }
        Optional<String> code = CodeReader.anywhere(picture);
        if (code.isEmpty()) {
            return unread(Optional.empty(), SheetProblem.NO_CODE);
        }
        try {
            SheetId id = SheetId.parse(code.get(), expected.seal());
            expected.page(id);
            return unread(Optional.of(id), SheetProblem.MARKS);
        } catch (SheetRefused refused) {
            return unread(Optional.empty(), refused.problem());
        }
    }

    private SheetScan unread(Optional<SheetId> id, SheetProblem problem) {
        return new SheetScan(page, id, Optional.of(problem), List.of(), CutOut.small(picture));
    }

    /** Hardly any ink: the back of a sheet, with dust and what shines through. */
    private boolean isBlank() {
        boolean[] ink = picture.ink(Math.max(12, Math.max(picture.width(), picture.height()) / 40), 0.7);
        int edge = Math.min(picture.width(), picture.height()) / 16;
        long dark = 0;
        for (int y = edge; y < picture.height() - edge; y++) {
            for (int x = edge; x < picture.width() - edge; x++) {
                dark += ink[y * picture.width() + x] ? 1 : 0;
            }
        }
        return dark < 0.0004 * picture.width() * picture.height();
    }
}
