package org.dalil.exam.entity;

import java.util.List;
import java.util.UUID;
import org.dalil.assessment.entity.Response;

/**
 * A sitting as it was drawn and answered.
 *
 * @param same whether the stored seed gives this very paper again
 */
public record Redraw(boolean same, List<Asked> items) {

    /**
     * A question.
     *
     * @param paper   its order of choices
     * @param content its words and its key
     * @param answer  {@link Response#SKIPPED} if there is none
     * @param points  0 to 1, as answered; a struck one counts in full all the same
     */
    public record Asked(int position, UUID courseId, PaperItem paper, ItemContent content, Response answer, double points, boolean struck) { }
}
