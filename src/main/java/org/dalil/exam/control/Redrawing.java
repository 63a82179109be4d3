package org.dalil.exam.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dalil.assessment.entity.Response;
import org.dalil.exam.entity.BankItem;
import org.dalil.exam.entity.Draw;
import org.dalil.exam.entity.ItemContent;
import org.dalil.exam.entity.PaperItem;
import org.dalil.exam.entity.Redraw;
import org.dalil.exam.entity.Sitting;

/** Papers from what their sittings remember: when they begin, and the same again at any later time. */
@ApplicationScoped
public class Redrawing {

    @Inject SittingStore sittings;
    @Inject Marking marking;
    @Inject BankStore bank;

    /** What the seed gives. */
    public List<PaperItem> paper(Sitting sitting) {
        var blueprints = marking.blueprints(sitting.versions());
        return Draw.paper(sitting.seed(), blueprints, bank.pool(blueprints.keySet(), sitting.language(), sitting.drawnAt()));
    }

    /** What was asked and answered, with the key. */
    public Redraw of(Sitting sitting) {
        List<PaperItem> paper = sittings.paper(sitting.id());
        Map<Integer, Response> answers = sittings.answers(sitting.id());
        List<Redraw.Asked> items = new ArrayList<>();
        for (int i = 0; i < paper.size(); i++) {
            BankItem item = bank.get(paper.get(i).item());
            ItemContent content = bank.content(item);
            Response answer = answers.getOrDefault(i + 1, Response.SKIPPED);
            items.add(new Redraw.Asked(i + 1, item.courseId(), paper.get(i), content, answer, answer.points(content.item()), item.isStruck()));
        }
        return new Redraw(paper.equals(paper(sitting)), List.copyOf(items));
    }
}
