package org.dalil.workshop.control;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dalil.assessment.entity.Occasion;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Form;
import org.dalil.platform.entity.Language;
import org.dalil.workshop.entity.ItemReading;
import org.dalil.workshop.entity.SheetLayout;
import org.dalil.workshop.entity.SheetLayout.Block;
import org.dalil.workshop.entity.SheetOrder;
import org.dalil.workshop.entity.SheetScan;

/** Pictures of sheets that were filled in, each from a seed: the same seed is the same person, sheet and picture. */
final class FilledSheets {

    private final Course course;
    private final Map<String, List<BufferedImage>> printed = new HashMap<>();
    private final Map<String, SheetLayout> layouts = new HashMap<>();

    FilledSheets(Course course) {
        this.course = course;
    }

    /** A picture, and what is on it. @param page counted from 0 */
    record Picture(byte[] jpeg, FilledPage filled, SheetLayout layout, int page) {

        List<Block> blocks() {
            return layout.pages().get(page).blocks();
        }

        /** Items that were read for sure, and wrong. */
        List<String> wrong(SheetScan scan) {
            List<String> wrong = new ArrayList<>();
            for (int i = 0; i < blocks().size(); i++) {
                ItemReading reading = scan.items().get(i);
                String meant = FilledPage.response(blocks().get(i), filled.meant.get(reading.item()));
                if (reading.isRead() && !reading.response().get().value().equals(meant)) {
                    wrong.add(reading.item() + ": meant " + meant + ", read " + reading.response().get().value());
                }
            }
            return wrong;
        }
    }

    Picture picture(Camera.Kind kind, long seed) {
        Random random = new Random(seed * 1_000_003);
        Language language = course.languages().size() == 1 ? new Language(course.languages().get(0))
                : new Language(course.languages().get(random.nextInt(course.languages().size())));
        Form form = random.nextBoolean() ? Form.A : Form.B;
        SheetLayout layout = layouts.computeIfAbsent(language + " " + form, k -> PaperParts.writer().layout(course, form, language));
        List<BufferedImage> pages = printed.computeIfAbsent(language + " " + form, k -> PrintedPages.of(course, language,
                PaperParts.WORKSHOP, List.of(new SheetOrder(17, form, Occasion.PRE)), 220));
        int page = random.nextInt(pages.size());
        FilledPage filled = new FilledPage(copy(pages.get(page)), layout.pages().get(page), random);
        return new Picture(new Camera(random).take(filled.image, kind), filled, layout, page);
    }

    private static BufferedImage copy(BufferedImage image) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        image.copyData(copy.getRaster());
        return copy;
    }
}
