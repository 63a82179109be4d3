package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dalil.Cast;
import org.dalil.assessment.entity.Occasion;
import org.dalil.course.entity.Course;
import org.dalil.platform.entity.Language;
import org.dalil.workshop.control.PaperParts;
import org.dalil.workshop.control.Pen;
import org.dalil.workshop.entity.SheetLayout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Questions on paper: printed, filled in, keyed in twice.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PaperIT {

    private static final DalilServer SERVER = DalilServer.fresh("paper", Map.of());
    private static final Rows ROWS = new Rows(SERVER);
    private static final Course COURSE = PaperParts.course("teens/spot-it");
    private static final Language ENGLISH = Language.ENGLISH;
    private static final PaperPeople ROOM = new PaperPeople(SERVER, ROWS, COURSE);
    static final int PEOPLE = 12;
    private static final String OWN = "pens and paper and patience";

    private static BrowserContext desk;
    private static BrowserContext adminDesk;
    private static StaffWalk admin;
    private static PaperDesk office;
    private static StaffWalk hana;
    private static String paper;

    @BeforeAll
    static void begin() {
        SERVER.start();
        adminDesk = Chromium.desk();
        admin = new StaffWalk(SERVER, adminDesk.newPage());
        admin.begin("admin", DalilServer.ADMIN_PASSWORD, "quiet hills far away");
        String start = admin.add(Cast.hana().name(), Cast.hana().role());
        desk = Chromium.desk();
        hana = new StaffWalk(SERVER, desk.newPage());
        hana.begin(Cast.hana().name(), start, OWN);
        office = new PaperDesk(hana);
    }

    @AfterAll
    static void end() {
        desk.close();
        adminDesk.close();
        SERVER.close();
    }

    private static Page page() {
        return hana.page();
    }

    @Test
    @Order(1)
    void withoutANumberThereIsNothingToPrint() {
        paper = office.plan();
        hana.open("/staff/workshop/sheets.xhtml?w=" + paper);
        hana.look("workshop-sheets-nobody");
        assertEquals(0, page().locator("#print").count());
    }

    @Test
    @Order(2)
    void sheetsArePrintedForNumbersAndSayNoSecretCode() {
        office.makeCards(paper);
        List<String> codes = page().locator(".cards8 .cd").allInnerTexts();
        hana.open("/staff/workshop/sheets.xhtml?w=" + paper);
        hana.look("workshop-sheets");
        byte[] pdf = office.print(paper, Occasion.PRE, "en", "");
        String text = Pen.text(pdf);
        for (String code : codes) {
            assertTrue(!text.contains(code) && !text.contains(code.replace(" ", "")), "a sheet has no secret code");
        }
        hana.open("/staff/workshop/sheets.xhtml?lang=en&w=" + paper);
        page().locator("#numbers").fill("1, 99");
        Walk.press(page().locator("#print"));
        assertTrue(page().locator("#errors").innerText().contains("Number 99"), "who has no number gets no sheet");
    }

    @Test
    @Order(3)
    void aSheetIsKeyedInTwiceAndWhatDiffersIsLookedUp() {
        byte[] pdf = office.print(paper, Occasion.PRE, "en", "1 2");
        office.key(paper, 2, Occasion.PRE, ROOM.check(pdf, 1));
        assertTrue(page().locator("#errors").innerText().contains("No such sheet"), "a mistyped number is noticed");
        hana.lookAsItStands("workshop-key-error");
        office.key(paper, 1, Occasion.PRE, ROOM.check(pdf, 1));
        hana.lookAsItStands("workshop-key-first");
        List<String> marks = ROOM.typed(paper, 1, Occasion.PRE);
        office.type(marks);
        assertEquals("", page().locator("[id='marks:0:typed']").inputValue(), "the second time is blind");
        int slip = firstOne(marks);
        List<String> second = new ArrayList<>(marks);
        second.set(slip, marks.get(slip).equals("1") ? "٢" : "١");
        office.type(second);
        assertEquals(1, page().locator(".keys li").count(), "only what differs is asked again");
        hana.lookAsItStands("workshop-key-differs");
        page().keyboard().type(marks.get(slip));
        office.enter();
        assertTrue(page().locator("[role=status]").innerText().contains("Number 1, First questions: taken in"), page().locator("main").innerText());
        assertEquals(ROOM.answersOf(paper, 1, Occasion.PRE), ROOM.answersKept(paper, 1, Occasion.PRE));
        assertEquals(1, ROWS.count("SELECT COUNT(*) FROM attendance WHERE workshop_id = ? AND number = 1 AND how = 'SHEET'", paper));
    }

    /** A question of one mark that was answered. */
    private static int firstOne(List<String> marks) {
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i).length() == 1) {
                return i;
            }
        }
        throw new AssertionError("everything was skipped");
    }

    @Test
    @Order(4)
    void theSameSheetAgainChangesNothingAndAnotherOneIsForTheTrainerToDecide() {
        byte[] pdf = office.print(paper, Occasion.PRE, "en", "1");
        List<String> marks = ROOM.typed(paper, 1, Occasion.PRE);
        office.key(paper, 1, Occasion.PRE, ROOM.check(pdf, 1));
        office.type(marks);
        office.type(marks);
        assertTrue(page().locator("[role=status]").innerText().contains("Nothing has changed"));
        int slip = firstOne(marks);
        List<String> other = new ArrayList<>(marks);
        other.set(slip, marks.get(slip).equals("1") ? "2" : "1");
        office.key(paper, 1, Occasion.PRE, ROOM.check(pdf, 1));
        office.type(other);
        office.type(other);
        hana.lookAsItStands("workshop-key-kept");
        assertEquals(ROOM.answersOf(paper, 1, Occasion.PRE), ROOM.answersKept(paper, 1, Occasion.PRE), "nothing is replaced by itself");
        double before = Double.parseDouble(score(1));
        page().locator("#replace").click();
        Walk.press(page().locator(".ui-confirmdialog-yes"));
        assertTrue(page().locator("[role=status]").innerText().contains("count now"));
        office.key(paper, 1, Occasion.PRE, ROOM.check(pdf, 1));
        office.type(marks);
        office.type(marks);
        page().locator("#replace").click();
        Walk.press(page().locator(".ui-confirmdialog-yes"));
        assertEquals(ROOM.answersOf(paper, 1, Occasion.PRE), ROOM.answersKept(paper, 1, Occasion.PRE));
        assertEquals(before, Double.parseDouble(score(1)), 1e-9, "scored anew");
    }

    private static String score(int number) {
        return ROWS.of("SELECT a.score FROM attempt a JOIN seat s ON s.card_id = a.card_id WHERE s.workshop_id = ? AND s.number = ? "
                + "AND a.occasion = 'PRE'", paper, number).get(0);
    }

    @Test
    @Order(8)
    void aTrainerOfAnotherRoomFindsNothingHere() {
        String start = admin.add("zana", "TRAINER");
        try (BrowserContext elsewhere = Chromium.desk()) {
            StaffWalk zana = new StaffWalk(SERVER, elsewhere.newPage());
            zana.begin("zana", start, "another room with a door");
            for (String name : List.of("sheets", "key", "certificates")) {
                assertEquals(409, zana.open("/staff/workshop/" + name + ".xhtml?w=" + paper), name);
            }
        }
    }

    @Test
    @Order(9)
    void nobodyHasACertificateBeforeTheCourseIsComplete() {
        hana.open("/staff/workshop/certificates.xhtml?w=" + paper);
        hana.look("workshop-certificates");
        assertEquals(0, page().locator("#make").count());
    }
}
