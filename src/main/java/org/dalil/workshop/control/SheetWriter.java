package org.dalil.workshop.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Form;
import org.dalil.platform.control.Drawing;
import org.dalil.platform.control.Paper;
import org.dalil.platform.control.Texts;
import org.dalil.platform.entity.Language;
import org.dalil.workshop.control.SheetComposer.ComposedPage;
import org.dalil.workshop.control.SheetComposer.ComposedSheet;
import org.dalil.workshop.entity.SheetId;
import org.dalil.workshop.entity.SheetLayout;
import org.dalil.workshop.entity.SheetOrder;
import org.dalil.workshop.entity.SheetSeal;

/** Writes tests on paper: a PDF of A4 pages, each with its sheet id, round marks and bubbles; no field for a name. */
@ApplicationScoped
public class SheetWriter {

    /** A neutral name for the file: it may be seen on a shared computer. */
    public static final String FILE = "sheets.pdf";

    @Inject
    Texts texts;

    /**
     * Where everything stands on the sheets of this course, form and language.
     *
     * @param form A or B
     * @throws IllegalArgumentException if the course has no questions in this language
     */
    public SheetLayout layout(Course course, Form form, Language language) {
        return SheetComposer.compose(texts, course, form, language).layout();
    }

    /**
     * Writes sheets of one course in one language.
     *
     * @param workshop the workshop's short number
     * @param sheets   in the order in which they shall come out of the printer
     * @throws IllegalArgumentException if the course has no questions in this language
     */
    public void write(OutputStream out, Course course, Language language, int workshop, List<SheetOrder> sheets, SheetSeal seal)
            throws IOException {
        try (Paper paper = new Paper(texts.get(language, "workshop.sheet.file"), language)) {
            Map<Form, Printed> forms = new EnumMap<>(Form.class);
            SheetHead head = new SheetHead(texts, language, course.code());
            for (SheetOrder order : sheets) {
                Printed form = forms.get(order.form());
                if (form == null) {
                    form = print(paper, SheetComposer.compose(texts, course, order.form(), language), head);
                    forms.put(order.form(), form);
                }
                for (int page = 1; page <= form.pages().size(); page++) {
                    SheetId id = new SheetId(workshop, order.card(), order.form(), order.occasion(), page, language, form.fingerprint());
                    Drawing drawing = paper.drawing();
                    drawing.shared(form.pages().get(page - 1));
                    head.own(drawing, id, seal, form.code());
                    paper.page(drawing);
                }
            }
            paper.save(out);
        }
    }

    /** What all sheets of a form share, written once: a hundred sheets are five times as large as one, not a hundred times. */
    private record Printed(List<PDFormXObject> pages, int fingerprint, SheetLayout.Box code) { }

    private static Printed print(Paper paper, ComposedSheet sheet, SheetHead head) throws IOException {
        List<PDFormXObject> parts = new ArrayList<>();
        for (ComposedPage page : sheet.pages()) {
            Drawing drawing = paper.drawing();
            head.shared(drawing, parts.size() + 1, sheet.pages().size());
            page.body().forEach(part -> part.accept(drawing));
            parts.add(paper.part(drawing));
        }
        return new Printed(parts, sheet.layout().fingerprint(), sheet.layout().pages().get(0).code());
    }
}
