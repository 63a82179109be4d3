package org.dalil.workshop.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Response;
import org.dalil.course.Courses;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.control.Texts;
import org.dalil.platform.entity.Language;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.PageTexts;
import org.dalil.workshop.entity.SheetLayout.Block;
import org.dalil.workshop.entity.TypedMarks;

/** What sheets and their questions are called on the pages that take them in, and how their marks are typed there. */
@RequestScoped
public class SheetWords {

    @Inject Courses courses;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;
    @Inject Texts all;

    /** A question: in the page's language, or in the sheet's. @param sheet the sheet's language */
    public String question(UUID versionId, String item, Language sheet) {
        return courses.version(versionId).map(v -> v.course().quiz()).flatMap(q -> words(q, item, sheet)).map(Quiz.ItemWords::stem).orElse(item);
    }

    private Optional<Quiz.ItemWords> words(Quiz quiz, String item, Language sheet) {
        Quiz.Words own = quiz.words().get(language.getTag());
        return Optional.ofNullable(own != null ? own : quiz.words().get(sheet.tag())).map(w -> w.items().get(item));
    }

    /** How the marks of a question are typed. */
    public String hint(Block block) {
        int lines = block.rows().size();
        int bubbles = block.rows().get(0).bubbles().size();
        return switch (block.kind()) {
            case SINGLE, TRUE_FALSE, SCALE -> texts.of("workshop.key.hint.one", bubbles);
            case MULTIPLE, SPOT -> texts.of("workshop.key.hint.many", bubbles);
            case ORDER -> texts.of("workshop.key.hint.order", lines, bubbles);
            case MATCH -> texts.of("workshop.key.hint.match", lines, bubbles);
        };
    }

    /** What was typed at a question. @throws Refused if these can't be its marks */
    public Optional<Response> read(Language sheet, Block block, String typed) {
        return marks(sheet).read(block, typed);
    }

    /** Marks as they would be typed. */
    public String write(Language sheet, Block block, Response response) {
        return marks(sheet).write(block, response);
    }

    private TypedMarks marks(Language sheet) {
        return new TypedMarks(all.get(sheet, "workshop.sheet.letters"));
    }

    /** Which test: before or after. */
    public String occasion(Occasion occasion) {
        return texts.get(occasion == Occasion.PRE ? "workshop.test.before" : "workshop.test.after");
    }
}
