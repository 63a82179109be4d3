package org.dalil.journey;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Assertions;

/** A certifier at single items of a bank: what is right is changed, and what people did with them is there. */
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

    /** So many people were asked these seven and handed in: the later half knows, the third is answered the other way round, the fourth by chance. */
    static void handIn(Rows rows, List<String> asked, int people) {
        for (int person = 0; person < people; person++) {
            sitting(rows, asked, person, person >= people / 2);
        }
    }

    private static void sitting(Rows rows, List<String> asked, int person, boolean knows) {
        String session = UUID.randomUUID().toString();
        String sitting = UUID.randomUUID().toString();
        rows.change("""
                INSERT INTO exam_session (id, track, courses, place, held_on, planned_by, planned_at, invigilator_mac, closed_at, version)
                SELECT ?, track, courses, place, held_on, planned_by, planned_at, UNHEX(SHA2(?, 256)), closed_at, 1 FROM exam_session ORDER BY number LIMIT 1
                """, session, session);
        rows.change("""
                INSERT INTO exam_sitting (id, session_id, candidate_id, language, versions, seed, drawn_at, ends_at, visit_id, submitted_at, version)
                SELECT ?, ?, candidate_id, language, versions, seed, drawn_at, ends_at, UUID(), submitted_at, 1 FROM exam_sitting ORDER BY drawn_at LIMIT 1
                """, sitting, session);
        boolean[] right = {knows, knows == (person % 6 != 0), !knows, person % 2 == 0, knows == (person % 4 != 0), knows, knows == (person % 12 != 3)};
        for (int n = 0; n < asked.size(); n++) {
            rows.change("""
                    INSERT INTO exam_paper (sitting_id, position, item_id, choices, rights, points)
                    SELECT ?, ?, id, 'a,b,c,d', '', ? FROM bank_item WHERE item_key = ? AND approved_at IS NOT NULL
                    """, sitting, n + 1, right[n] ? 1.0 : 0.0, asked.get(n));
            if (person % 9 != 1) {
                rows.change("INSERT INTO exam_answer (sitting_id, position, submission_id, value, revision, saved_at) VALUES (?, ?, UUID(), ?, 1, NOW(3))",
                        sitting, n + 1, right[n] ? "a" : "b");
            }
        }
    }
}
