package org.dalil.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Response;
import org.dalil.assessment.entity.Taken;
import org.dalil.platform.entity.Submission;
import org.dalil.workshop.entity.FoundSheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sheets that are keyed in, through the doors. */
class SheetIntakeIT extends WorkshopRoom {

    private byte[] pdf;

    @BeforeEach
    void print() {
        enter(Workshops.class, "printCards", door -> door.printCards(Submission.next(), workshop, 2));
        pdf = sheets(workshop, 1, 2);
    }

    private FoundSheet find(int number) {
        return enter(SheetIntake.class, "find", door -> door.find(workshop, number, Occasion.PRE, check(pdf, number)));
    }

    private Taken take(FoundSheet sheet, Map<String, Response> marks) {
        return enter(SheetIntake.class, "takeIn", door -> door.takeIn(workshop, sheet.sheet(), marks));
    }

    @Test
    void who_is_counted_already_is_said_before_anything_is_keyed_in() {
        FoundSheet first = find(1);
        countIn(1);
        assertEquals("workshop.sheet.late", refusal(() -> find(1)));
        assertEquals("workshop.sheet.late", refusal(() -> take(first, unmarked(first))), "and to whoever has typed it meanwhile");
        FoundSheet second = find(2);
        assertEquals(Taken.IN, take(second, unmarked(second)), "nobody else is refused");
    }

    @Test
    void a_sheet_that_two_take_in_at_once_is_in_for_one_and_the_same_for_the_other() throws Exception {
        FoundSheet sheet = find(1);
        List<Taken> taken = twiceAtOnce(() -> take(sheet, unmarked(sheet)));
        assertEquals(List.of(Taken.IN, Taken.SAME), taken.stream().sorted().toList());
    }
}
