package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Map;
import org.dalil.Cast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A workshop from its plan to its end: Hana at a desk, the page on the wall, four learners on two phones. What one of them does is seen
 * by the others without anybody reloading.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkshopIT {

    private static final DalilServer SERVER = DalilServer.fresh("workshop", Map.of());
    private static final Rows ROWS = new Rows(SERVER);
    private static final String OWN = "four phones and one good day";

    private static BrowserContext desk;
    private static BrowserContext firstPhone;
    private static BrowserContext secondPhone;
    private static StaffWalk hana;
    private static Page wall;
    /** The console a second time, from before the room was open. */
    private static Page other;
    private static Page first;
    private static Page second;
    private static String room;

    @BeforeAll
    static void begin() {
        SERVER.start();
        hana = StaffWalk.hired(SERVER, new StaffWalk.Newcomer(Cast.hana().name(), Cast.hana().role(), OWN)).get(0);
        desk = hana.page().context();
        firstPhone = Chromium.phone(true);
        secondPhone = Chromium.phone(true);
        first = firstPhone.newPage();
        second = secondPhone.newPage();
    }

    @AfterAll
    static void end() {
        List.of(desk, firstPhone, secondPhone).forEach(BrowserContext::close);
        SERVER.close();
    }

    @Test
    @Order(1)
    void aTrainerPlansAWorkshop() {
        assertEquals(200, hana.open("/staff/workshop/list.xhtml"));
        hana.look("workshops-none");
        hana.open("/staff/workshop/plan.xhtml?lang=en");
        Locator courses = hana.page().locator("#course");
        courses.selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Spot it (teens)"));
        Walk.press(hana.page().locator("#choose"));
        Walk.press(hana.page().locator("#save"));
        assertTrue(hana.page().locator("#errors").innerText().contains("Choose the region"), "what is missing is said in a sentence");
        hana.lookAsItStands("workshop-plan-error");
        hana.page().locator("#region").selectOption("DUHOK");
        hana.page().locator("#expected").fill("٤");
        hana.page().locator("#contact").fill("#{7*7} <svg onload=alert(1)> Child protection desk");
        Walk.press(hana.page().locator("#save"));
        assertTrue(hana.page().url().contains("/staff/workshop/room.xhtml?w="), hana.page().url());
        room = hana.page().url().replaceAll(".*w=([0-9a-f-]+).*", "$1");
        assertEquals("4", ROWS.of("SELECT expected FROM workshop WHERE id = ?", room).get(0));
        hana.look("workshop-planned");
        hana.open("/staff/workshop/plan.xhtml?w=" + room);
        hana.look("workshop-plan");
        hana.open("/staff/workshop/list.xhtml");
        hana.look("workshops");
    }

    @Test
    @Order(2)
    void theRoomOpensAndTheWallShowsTheCodeAndNothingElse() {
        hana.open("/staff/workshop/room.xhtml?lang=en&w=" + room);
        other = desk.newPage();
        other.navigate(SERVER.url("/staff/workshop/room.xhtml?lang=en&w=" + room));
        hana.page().bringToFront();
        Walk.press(hana.page().locator("#openRoom"));
        other.bringToFront();
        other.locator("#pause").waitFor();
        wall = desk.newPage();
        wall.navigate(SERVER.url("/staff/workshop/projector.xhtml?w=" + room));
        String code = wall.locator("h1.code").innerText().strip();
        assertTrue(code.matches("[0-9A-Z]{3} [0-9A-Z]{3}"), code);
        assertFalse(wall.content().contains("Spot it") || wall.content().contains("hana"), "no topic and no name on the wall");
        new StaffWalk(SERVER, wall).look("projector");
    }

    private static String code() {
        return ROWS.of("SELECT join_code FROM workshop WHERE id = ?", room).get(0);
    }

    /** Joins on a phone. @return the number that was given */
    private static String join(Page phone, String language) {
        phone.navigate(SERVER.url("/" + language + "/room"));
        phone.locator("#code").fill(code().toLowerCase());
        Walk.press(phone.locator("form button"));
        return phone.locator("main h1").innerText();
    }

    @Test
    @Order(3)
    void peopleJoinWithTheCodeAndWaitUntilTheTrainerOpens() {
        first.navigate(SERVER.url("/ar/room"));
        Chromium.picture(first, "room-join-ar");
        Chromium.assertAccessible(first, "join");
        first.locator("#code").fill("ABC");
        Walk.press(first.locator("form button"));
        assertTrue(first.locator("#error").isVisible(), "a slip is told in a sentence");
        Chromium.assertAccessible(first, "join, wrong");
        assertTrue(join(first, "ar").contains("١"));
        Chromium.picture(first, "room-joined-ar");
        Chromium.assertAccessible(first, "joined");
        assertFalse(first.url().contains(code()), "no code in an address");
        hana.page().bringToFront();
        hana.page().locator(".seats >> text=1").first().waitFor();
        hana.page().evaluate("document.getElementById('pause').same = true");
        assertTrue(join(second, "en").contains("2"));
        Walk.press(first.locator("main .btn"));
        assertEquals(1, first.locator(".btn.wait").count(), "nothing is open yet");
        Chromium.picture(first, "room-waiting-ar");
        Chromium.assertAccessible(first, "waiting");
        wall.locator("#in").getByText("2").waitFor();
        hana.page().locator(".seats >> text=2").first().waitFor();
        assertEquals(true, hana.page().evaluate("document.getElementById('pause').same"), "a button that means the same is left alone");
    }

    @Test
    @Order(4)
    void aTestThatOpensReachesThePhoneThatWaits() {
        hana.page().bringToFront();
        Walk.press(hana.page().locator("[aria-label='First questions: Open']"));
        first.locator(".btn.wait").waitFor(new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED)
                .setTimeout(20_000));
        Walk.press(first.locator("main a.btn").first());
        Walk.press(first.locator("main form .btn"));
        answer(first);
        answer(first);
        hana.page().locator(".seats li.bz").getByText("1").first().waitFor();
        hana.lookAsItStands("workshop-busy");
    }

    private static void answer(Page phone) {
        Locator selects = phone.locator("main select");
        for (int i = 0; i < selects.count(); i++) {
            selects.nth(i).selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(i + 1));
        }
        if (selects.count() == 0) {
            phone.locator(".opts label").first().click();
        }
        phone.locator("#state.ok").waitFor();
        Walk.press(phone.locator("form[data-save] .btn"));
    }

    @Test
    @Order(5)
    void theNextPersonOnAPhoneIsNeverTakenForTheOneBefore() {
        second.navigate(SERVER.url("/en/room"));
        second.locator("#code").fill(code());
        assertTrue(second.locator("main").innerText().contains("This phone is working as number 2"));
        Walk.press(second.locator("form button"));
        assertTrue(second.locator("main h1").innerText().contains("3"), "somebody else is somebody else");
        second.navigate(SERVER.url("/en/leave"));
        Walk.press(second.locator("button[name=next]"));
        second.locator("#code").fill(code());
        Walk.press(second.locator("form button"));
        assertTrue(second.locator("main h1").innerText().contains("4"), "one field takes the room's code, too: " + second.url());
        assertEquals(4, ROWS.count("SELECT COUNT(*) FROM seat WHERE workshop_id = ?", room));
        assertEquals(4, ROWS.count("SELECT COUNT(*) FROM attendance WHERE workshop_id = ?", room));
        List<String> forms = ROWS.of("SELECT o.first_form FROM seat s JOIN form_order o ON o.card_id = s.card_id WHERE s.workshop_id = ?", room);
        assertEquals(2, forms.stream().filter("A"::equals).count(), "forms are balanced within the room");
    }

    @Test
    @Order(6)
    void closingATestReachesTheTabThatIsOpenAndKeepsWhatWasSaved() {
        assertTrue(first.url().matches(".*/before/\\d+"), first.url());
        hana.page().locator("[aria-label='First questions: Close']").click();
        // Longer than the console waits between two looks: the question stays, and so does the button behind it.
        hana.page().waitForTimeout(3000);
        Walk.press(hana.page().locator(".ui-confirmdialog-yes"));
        first.waitForURL(url -> !url.matches(".*/before/\\d+"), new Page.WaitForURLOptions().setTimeout(25_000));
        first.waitForLoadState(LoadState.LOAD);
        assertEquals(1, ROWS.count("SELECT COUNT(*) FROM attempt a JOIN seat s ON s.card_id = a.card_id WHERE s.workshop_id = ? "
                + "AND s.number = 1 AND a.closed_early AND a.answered = 2", room));
        hana.page().reload();
        assertTrue(hana.page().locator("main").innerText().contains("4"), "a reload shows the same room");
    }

    @Test
    @Order(7)
    void helpNamesTheRoomsOwnContactLiterally() {
        first.navigate(SERVER.url("/ar/help"));
        assertTrue(first.locator("main").innerText().contains("#{7*7} <svg onload=alert(1)> Child protection desk"), "as it was typed");
    }

    @Test
    @Order(8)
    void aModuleOpensAndTheRoomPausesForEverybody() {
        hana.open("/staff/workshop/room.xhtml?lang=en&w=" + room);
        Walk.press(hana.page().locator(".run button[aria-label$=': Open']").first());
        assertEquals(1, ROWS.count("SELECT COUNT(*) FROM taught_module WHERE workshop_id = ?", room));
        Walk.press(hana.page().locator("#pause"));
        first.navigate(SERVER.url("/ar/c/spot-it"));
        first.locator("#pause").waitFor(new Locator.WaitForOptions().setTimeout(15_000));
        Walk.press(hana.page().locator("#goOn"));
        hana.page().locator("#newCode").click();
        Walk.press(hana.page().locator(".ui-confirmdialog-yes"));
        wall.bringToFront();
        wall.locator("h1.code").getByText(code().substring(0, 3) + " " + code().substring(3)).waitFor();
    }

    @Test
    @Order(9)
    void cardsOnPaperAreShownOnceAndALostOneGetsAnotherCode() {
        hana.open("/staff/workshop/cards.xhtml?w=" + room);
        hana.look("workshop-cards");
        hana.page().locator("#count").fill("3");
        Walk.press(hana.page().locator("#make"));
        assertEquals(3, hana.page().locator(".cards8 li").count());
        hana.lookAsItStands("workshop-cards-printed");
        String code = hana.page().locator(".cards8 .cd").first().innerText().replace(" ", "");
        Visitor holder = new Visitor(SERVER);
        assertEquals(303, holder.post("/en/card", holder.get("/en/card").hidden().with("code", code)).status());
        hana.open("/staff/workshop/cards.xhtml?lang=en&w=" + room);
        assertEquals(0, hana.page().locator(".cards8 li").count(), "shown once");
        hana.page().locator("#numbers").fill("5");
        Walk.press(hana.page().locator("#makeAgain"));
        String other = hana.page().locator(".cards8 .cd").first().innerText().replace(" ", "");
        Visitor again = new Visitor(SERVER);
        assertEquals(200, again.post("/en/card", again.get("/en/card").hidden().with("code", code)).status(), "the old code is over");
        assertEquals(303, again.post("/en/card", again.get("/en/card").hidden().with("code", other)).status());
    }

    /** Nine are a sheet of eight, and one. */
    @Test
    @Order(10)
    void eightCardsAreOnASheetThatFoldsOverTheirCodesInEitherDirection() {
        String both = new PaperDesk(hana).plan();
        for (String tag : List.of("en", "ar")) {
            hana.open("/staff/workshop/cards.xhtml?lang=en&w=" + both);
            hana.page().locator("#tag").selectOption(tag);
            hana.page().locator("#count").fill("9");
            Walk.press(hana.page().locator("#make"));
            boolean rightToLeft = tag.equals("ar");
            List<String> codes = hana.page().locator(".cards8 .cd").allInnerTexts().stream().map(c -> SERVER.url("/" + tag + "/card#" + c.replace(" ", ""))).toList();
            List<CardSheet> sheets = CardSheet.printed(hana.page());
            assertEquals(2, sheets.size(), "nothing else is printed");
            List<String> read = sheets.stream().flatMap(s -> s.squares().stream()).map(CardSheet.Square::text).toList();
            assertEquals(8, sheets.get(0).squares().size());
            for (int row = 0; row < 4; row++) {
                assertEquals(codes.get(2 * row + (rightToLeft ? 1 : 0)), read.get(2 * row), "on the left, row " + row);
                assertEquals(codes.get(2 * row + (rightToLeft ? 0 : 1)), read.get(2 * row + 1), "on the right, row " + row);
            }
            assertEquals(codes.get(8), read.get(8));
            sheets.forEach(s -> s.assertFoldLines(rightToLeft));
            CardSheet.assertFolds(hana.page(), rightToLeft);
        }
        List<String> forms = ROWS.of("SELECT o.first_form FROM seat s JOIN form_order o ON o.card_id = s.card_id WHERE s.workshop_id = ? ORDER BY s.number", both);
        assertEquals(18, forms.size());
        for (int block = 0; block + 4 <= forms.size(); block += 4) {
            assertEquals(2, forms.subList(block, block + 4).stream().filter("A"::equals).count(), "each four cards are balanced: " + forms);
        }
    }

    @Test
    @Order(11)
    void whoeverIsNoTrainerOfARoomFindsNothingThere() {
        for (String page : List.of("room", "projector", "plan", "cards", "sheets", "key", "scan", "certificates", "report")) {
            Visitor stranger = new Visitor(SERVER);
            assertEquals(303, stranger.get("/staff/workshop/" + page + ".xhtml?w=" + room).status());
            assertEquals(409, hana.open("/staff/workshop/" + page + ".xhtml?w=019ad000-0000-7000-8000-00000000dead"), page);
        }
    }

    @Test
    @Order(12)
    void theMeetingEndsOnceAndTheCardsGoOnAlone() {
        hana.open("/staff/workshop/room.xhtml?lang=en&w=" + room);
        hana.page().locator("#closeOut").click();
        Walk.press(hana.page().locator(".ui-confirmdialog-yes"));
        assertEquals(0, hana.page().locator("#openRoom, #pause, [aria-label$=': Open']").count(), "nothing can be opened again");
        hana.look("workshop-closed");
        hana.open("/staff/workshop/report.xhtml?w=" + room);
        hana.look("workshop-report");
        Visitor late = new Visitor(SERVER);
        Visitor.Fields form = late.get("/en/room").hidden().with("code", "ABC DEF");
        assertTrue(late.post("/en/room", form).body().contains("No room has this code"));
        Locator.WaitForOptions gone = new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
        wall.bringToFront();
        wall.locator("h1.code").waitFor(gone);
        // So many pages were opened meanwhile that the server has forgotten this one: it comes back to the same room.
        other.bringToFront();
        other.locator("#pause").waitFor(gone);
        assertTrue(other.url().contains("/staff/workshop/room.xhtml") && other.url().contains(room), other.url());
        first.navigate(SERVER.url("/ar/c/spot-it"));
        assertEquals(0, first.locator(".btn.wait").count(), "the card goes on like one of somebody on their own");
    }
}
