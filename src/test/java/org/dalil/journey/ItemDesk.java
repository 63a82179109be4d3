package org.dalil.journey;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** A certifier at single items of a bank: what is right is changed. */
final class ItemDesk {

    private final StaffWalk staff;
    private final Rows rows;

    ItemDesk(StaffWalk staff, Rows rows) {
        this.staff = staff;
        this.rows = rows;
    }

    /** By the keyboard alone: what comes first comes second, and a line gets another partner; then both are put back. */
    void changeAnOrderAndPairs() {
        change("first-minutes");
        staff.look("exam-item-order");
        staff.open(staff.page().url().replaceAll(".*(/staff/.*)&lang.*", "$1") + "&lang=ar");
        Assertions.assertEquals(List.of("3", "2", "1", "4"), answers(), "c, b, a, d");
        type(0, "2");
        Walk.press(staff.page().locator("#save"));
        staff.lookAsItStands("exam-item-order-twice-ar");
        Assertions.assertTrue(staff.page().locator("#lines .err").innerText().contains("كل رقم مرة واحدة"), staff.page().locator("#lines").innerText());
        Assertions.assertEquals("2", answers().get(0), "what was chosen stays");
        type(1, "3");
        Walk.press(staff.page().locator("#save"));
        change("first-minutes");
        Assertions.assertEquals(List.of("2", "3", "1", "4"), answers());
        type(0, "3");
        type(1, "2");
        Walk.press(staff.page().locator("#save"));
        change("first-lines");
        staff.look("exam-item-match");
        Assertions.assertEquals(List.of("r2", "r4", "r1"), answers());
        type(0, "r3");
        Walk.press(staff.page().locator("#save"));
        change("first-lines");
        Assertions.assertEquals(List.of("r3", "r4", "r1"), answers());
        type(0, "r2");
        Walk.press(staff.page().locator("#save"));
    }

    /** Opens the page on which an item that waits is changed. */
    private void change(String item) {
        staff.open("/staff/exam/bank.xhtml?lang=ar");
        Walk.press(staff.page().locator("[aria-label='" + item + ": قراءة']").first());
        Walk.press(staff.page().locator("#edit"));
    }

    private List<String> answers() {
        return staff.page().locator("#lines select").all().stream().map(Locator::inputValue).toList();
    }

    /** Reaches a line's answer with the arrow keys. */
    private void type(int line, String wanted) {
        Locator select = staff.page().locator("#lines select").nth(line);
        select.focus();
        staff.page().keyboard().press("Home");
        for (int most = 8; !select.inputValue().equals(wanted) && most > 0; most--) {
            staff.page().keyboard().press("ArrowDown");
        }
        Assertions.assertEquals(wanted, select.inputValue());
    }
}
