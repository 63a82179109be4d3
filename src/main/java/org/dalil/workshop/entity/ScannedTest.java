package org.dalil.workshop.entity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dalil.assessment.entity.Response;

/**
 * A test as far as its sheets were read and settled, without pictures.
 *
 * @param sheet   its first page, found or not
 * @param missing pages that were not found
 * @param items   what was read on the others, in the order of the sheet
 */
public record ScannedTest(SheetId sheet, List<Integer> missing, List<ItemReading> items) {

    /** Questions that a person has to look at. */
    public List<ItemReading> doubts() {
        return items.stream().filter(i -> !i.isRead()).toList();
    }

    /** All its pages are here and nothing is open. */
    public boolean isWhole() {
        return missing.isEmpty() && doubts().isEmpty();
    }

    /** What was marked; of a whole test only. */
    public Map<String, Response> answers() {
        Map<String, Response> answers = new LinkedHashMap<>();
        items.forEach(i -> answers.put(i.item(), i.response().orElseThrow()));
        return answers;
    }

    @Override
    public String toString() {
        return "scan of " + sheet.occasion() + " for number " + sheet.card();
    }
}
