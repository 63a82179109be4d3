package org.dalil.workshop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Response;
import org.dalil.assessment.entity.Taken;
import org.dalil.workshop.entity.FoundSheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sheets that are keyed in, through the doors. */
class SheetIntakeIT extends WorkshopRoom {

    private byte[] pdf;

    @BeforeEach
    void print() {
        enter(Workshops.class, "printCards", door -> door.printCards(workshop, 2));
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
        CountDownLatch both = new CountDownLatch(2);
        List<Future<Taken>> taken = List.of(1, 2).stream().map(i -> threads.submit(() -> {
            both.countDown();
            both.await(5, TimeUnit.SECONDS);
            return take(sheet, unmarked(sheet));
        })).toList();
        assertEquals(List.of(Taken.IN, Taken.SAME), List.of(taken.get(0).get(), taken.get(1).get()).stream().sorted().toList());
    }
}
