package org.dalil.workshop.control;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Form;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.control.Drawing;
import org.dalil.platform.control.Texts;
import org.dalil.platform.entity.Language;
import org.dalil.workshop.entity.SheetLayout;
import org.dalil.workshop.entity.SheetLayout.Block;
import org.dalil.workshop.entity.SheetLayout.Box;

/**
 * Sets the questions of a form on pages: where each line of text, each bubble and each hairline stands. What is drawn and
 * what is read afterwards come out of the same pass.
 */
final class SheetComposer {

    /** Where the questions begin, and where they end at the latest. */
    private static final double TOP = 49.5;
    private static final double BOTTOM = 279;

    /** From the roomiest to the tightest. */
    private static final List<Density> DENSITIES = List.of(new Density(8.1, 6.4), new Density(7.6, 5.2), new Density(7.2, 4.2));

    private final Density density;
    private final Texts texts;
    private final Language language;
    private final Quiz quiz;
    private final Sides sides;

    private final List<ComposedPage> pages = new ArrayList<>();
    private final StringBuilder wording = new StringBuilder();

    private SheetComposer(Texts texts, Course course, Language language, Density density) {
        this.density = density;
        this.texts = texts;
        this.language = language;
        quiz = course.quiz();
        sides = new Sides(language.isRightToLeft());
    }

    /** How close things stand. @param row from a line of bubbles to the next; @param between from question to question */
    record Density(double row, double between) { }

    /** A page's questions, drawn by {@code body}. */
    record ComposedPage(List<Consumer<Drawing>> body, List<Block> blocks) { }

    /** All pages of one form in one language, with what a reader needs. */
    record ComposedSheet(List<ComposedPage> pages, SheetLayout layout) { }

    /**
     * Composes on as few pages as the tightest setting needs, with as much room as they leave.
     *
     * @param form A or B
     * @throws IllegalArgumentException if the course has no such language
     */
    static ComposedSheet compose(Texts texts, Course course, Form form, Language language) {
        if (!course.quiz().words().containsKey(language.tag())) {
            throw new IllegalArgumentException("course " + course.code() + " has no questions in " + language);
        }
        List<ComposedSheet> sheets = DENSITIES.stream().map(d -> new SheetComposer(texts, course, language, d).compose(form)).toList();
        int fewest = sheets.get(sheets.size() - 1).pages().size();
        return sheets.stream().filter(s -> s.pages().size() == fewest).findFirst().orElseThrow();
    }

    private ComposedSheet compose(Form form) {
        pages.add(new ComposedPage(new ArrayList<>(), new ArrayList<>()));
        double y = TOP;
        int number = 0;
        for (Quiz.Item item : quiz.of(form)) {
            number++;
            Quiz.ItemWords words = quiz.words().get(language.tag()).items().get(item.id());
            // The key too: what is read is scored by the version that was printed, even if only the key has changed since.
            wording.append(item.id()).append('\n').append(words.stem()).append('\n').append(words.choices()).append(words.right())
                    .append(item.key());
            double height = block(item, words, number, 0).box().height();
            if (y + height > BOTTOM && !lastPage().blocks().isEmpty()) {
                pages.add(new ComposedPage(new ArrayList<>(), new ArrayList<>()));
                y = TOP;
            }
            BlockComposer composer = block(item, words, number, y);
            place(composer, y);
            y += height + density.between();
        }
        return new ComposedSheet(pages, layout());
    }

    private BlockComposer block(Quiz.Item item, Quiz.ItemWords words, int number, double y) {
        return new BlockComposer(texts, language, sides, density, y).compose(item, words, number);
    }

    private void place(BlockComposer composer, double y) {
        ComposedPage page = lastPage();
        if (!page.blocks().isEmpty()) {
            double rule = y - density.between() / 2;
            page.body().add(d -> d.line(Sides.START, rule, SheetLayout.WIDTH - Sides.START, rule, 0.15, Drawing.HAIR));
        }
        page.body().addAll(composer.drawn());
        page.blocks().add(composer.block());
    }

    private ComposedPage lastPage() {
        return pages.get(pages.size() - 1);
    }

    private SheetLayout layout() {
        Box code = SheetHead.code(language.isRightToLeft());
        return new SheetLayout(digest(wording.toString()),
                pages.stream().map(p -> new SheetLayout.Page(code, List.copyOf(p.blocks()))).toList());
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
