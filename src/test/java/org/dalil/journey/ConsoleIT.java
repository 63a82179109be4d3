package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dalil.Cast;
import org.dalil.platform.control.PlatformParts;
import org.dalil.platform.entity.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a console's script does with each answer it can get, with none, and with one that comes when its trainer is being asked. */
class ConsoleIT {

    private static final DalilServer SERVER = DalilServer.fresh("console", Map.of());
    private static final Rows ROWS = new Rows(SERVER);
    private static final String OWN = "one hand on the wheel";
    private static final String ASK = "**/staff/workshop/now*";
    private static final String LOOK = "**/staff/workshop/room.xhtml*";

    private static BrowserContext desk;
    private static StaffWalk hana;
    private static StaffWalk zana;
    /** What another trainer does. */
    private static StaffWalk other;
    private static Page page;
    private static String room;

    @BeforeAll
    static void begin() {
        SERVER.start();
        List<StaffWalk> trainers = StaffWalk.hired(SERVER, new StaffWalk.Newcomer(Cast.hana().name(), Cast.hana().role(), OWN),
                new StaffWalk.Newcomer("zana", "TRAINER", "one foot in the door"));
        hana = trainers.get(0);
        zana = trainers.get(1);
        desk = hana.page().context();
        page = hana.page();
        other = new StaffWalk(SERVER, desk.newPage());
        room = new PaperDesk(hana).plan();
        Walk.press(page.locator("#openRoom"));
    }

    @AfterAll
    static void end() {
        desk.close();
        zana.page().context().close();
        SERVER.close();
    }

    @AfterEach
    void answerAgain() {
        page.unrouteAll();
        hana.open("/staff/workshop/room.xhtml?lang=en&w=" + room);
    }

    private static Locator away() {
        return page.locator("#away p");
    }

    private static void saidWithin(double milliseconds) {
        away().waitFor(new Locator.WaitForOptions().setTimeout(milliseconds));
        assertEquals("No connection to the server just now. The learners' phones keep their answers; this page tries again by itself. "
                + "Until then nothing can be opened or closed here.", away().innerText());
    }

    private static void unsaidWithin(double milliseconds) {
        away().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN).setTimeout(milliseconds));
    }

    private static void answer(Consumer<Route> how) {
        page.route(ASK, how::accept);
    }

    private static void answer(int status) {
        answer(route -> route.fulfill(new Route.FulfillOptions().setStatus(status)));
    }

    private static boolean paused() {
        return ROWS.count("SELECT COUNT(*) FROM workshop WHERE id = ? AND paused_at IS NOT NULL", room) == 1;
    }

    @Test
    void aServerThatRefusesIsSaidAndUnsaid() {
        answer(503);
        saidWithin(4_000);
        hana.lookAsItStands("console-away");
        page.unrouteAll();
        unsaidWithin(4_000);
    }

    @Test
    void aNetworkThatIsCutIsSaidAndNothingIsSentInto() {
        answer(Route::abort);
        saidWithin(4_000);
        page.locator("#pause").click();
        page.locator("#newCode").click();
        page.waitForTimeout(500);
        assertTrue(page.url().contains("/staff/workshop/room.xhtml"), page.url());
        assertFalse(paused(), "the press was not sent");
        assertEquals("away", page.evaluate("document.activeElement.id"), "it is read out instead");
        page.unrouteAll();
        unsaidWithin(4_000);
        Walk.press(page.locator("#pause"));
        assertTrue(paused());
        Walk.press(page.locator("#goOn"));
    }

    @Test
    void anAnswerThatDoesNotComeIsSaidAfterFourSecondsAndTakenWhenItComes() {
        List<Route> held = new ArrayList<>();
        answer(held::add);
        page.waitForCondition(() -> !held.isEmpty());
        page.waitForTimeout(3_000);
        assertFalse(away().isVisible(), "a slow server is not an absent one");
        saidWithin(3_000);
        assertEquals(1, held.size(), "one question at a time");
        held.get(0).fulfill(new Route.FulfillOptions().setStatus(204));
        unsaidWithin(2_000);
    }

    @Test
    void aQuestionIsGivenUpAfterTenSecondsAndAskedAgain() {
        List<Route> held = new ArrayList<>();
        answer(held::add);
        page.waitForCondition(() -> held.size() == 2, new Page.WaitForConditionOptions().setTimeout(20_000));
        assertTrue(away().isVisible());
    }

    @Test
    void whoeverMayNoLongerIsLedToThePageThatSaysSo() {
        List<String> opened = new ArrayList<>();
        page.onDOMContentLoaded(p -> opened.add(p.url()));
        for (int status : new int[] {403, 410}) {
            opened.clear();
            answer(status);
            page.waitForCondition(() -> !opened.isEmpty(), new Page.WaitForConditionOptions().setTimeout(6_000));
            assertTrue(opened.get(0).contains("/staff/workshop/room.xhtml?w=" + room), status + " " + opened);
            page.unrouteAll();
        }
    }

    /** Removed in the middle of the meeting: the console says so by itself, and her presses do nothing. */
    @Test
    void aTrainerWhoIsRemovedReadsItOnHerConsole() {
        other.open("/staff/workshop/cards.xhtml?lang=en&w=" + room);
        other.page().locator("#trainer").fill("zana");
        Walk.press(other.page().locator("#addTrainer"));
        for (Language language : List.of(new Language("ar"), Language.ENGLISH)) {
            zana.open("/staff/workshop/room.xhtml?w=" + room + "&lang=" + language.tag());
            assertEquals(1, zana.page().locator("#pause").count());
            Walk.press(other.page().locator("[aria-label^='zana: ']"));
            zana.page().waitForCondition(() -> zana.page().locator("main").innerText()
                    .contains(PlatformParts.texts().get(language, "workshop.notYours")), new Page.WaitForConditionOptions().setTimeout(8_000));
            assertEquals(0, zana.page().locator("#pause").count());
            Chromium.picture(zana.page(), "staff-console-removed-" + language.tag());
            Chromium.assertAccessible(zana.page(), "removed");
            other.page().locator("#trainer").fill("zana");
            Walk.press(other.page().locator("#addTrainer"));
        }
        // She presses before her console has asked.
        zana.open("/staff/workshop/room.xhtml?lang=en&w=" + room);
        zana.page().route(ASK, route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
        Walk.press(other.page().locator("[aria-label^='zana: ']"));
        Walk.press(zana.page().locator("#pause"));
        assertTrue(zana.page().locator("main").innerText().contains("This workshop is not one of yours, or no longer."), zana.page().locator("main").innerText());
        assertFalse(paused());
        zana.page().unrouteAll();
    }

    @Test
    void aTabInTheBackgroundDoesNotAskUntilItIsSeen() {
        int[] asked = new int[1];
        page.evaluate("Object.defineProperty(document, 'hidden', {value: true, configurable: true})");
        page.waitForTimeout(500);
        answer(route -> {
            asked[0]++;
            route.resume();
        });
        page.waitForTimeout(5_000);
        assertEquals(0, asked[0]);
        page.evaluate("Object.defineProperty(document, 'hidden', {value: false, configurable: true}); "
                + "document.dispatchEvent(new Event('visibilitychange'))");
        page.waitForCondition(() -> asked[0] > 0, new Page.WaitForConditionOptions().setTimeout(1_000));
    }

    /** A session that ended while the console lay in the background, on a phone: the press comes before the page has asked. */
    @Test
    void whatIsPressedAfterTheSessionEndedIsNotDoneAndIsSaidOnTheConsole() {
        for (Language language : List.of(Language.ENGLISH, new Language("ar"))) {
            try (BrowserContext phone = Chromium.phone(true)) {
                StaffWalk there = hana.elsewhere(phone.newPage(), Cast.hana().name(), OWN);
                Page console = there.page();
                there.open("/staff/workshop/room.xhtml?w=" + room + "&lang=" + language.tag());
                console.route(ASK, route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
                phone.clearCookies();
                Walk.press(console.locator("#pause"));
                assertTrue(console.url().contains("/staff/sign-in.xhtml?to=/staff/workshop/room.xhtml?w=" + room), console.url());
                assertEquals(language.tag(), console.locator("html").getAttribute("lang"));
                assertEquals(PlatformParts.texts().get(language, "account.signIn.back"), console.locator("main [role=status]").innerText());
                console.locator("#name").fill(Cast.hana().name());
                console.locator("#password").fill("not this one");
                there.submit();
                console.locator("#name").fill(Cast.hana().name());
                console.locator("#password").fill(OWN);
                there.submit();
                there.spareCode();
                assertTrue(console.url().contains("/staff/workshop/room.xhtml?w=" + room), console.url());
                assertEquals(PlatformParts.texts().get(language, "account.lost"), console.locator("main > p[role=status]").innerText());
                there.lookAsItStands("console-lost-" + language.tag());
                assertFalse(paused(), "it was not done");
                Walk.press(console.locator("#pause"));
                assertTrue(paused());
                assertEquals(0, console.locator("main > p[role=status]").count(), "said once");
                Walk.press(console.locator("#goOn"));
            }
        }
    }

    /** A page that looks by itself is led back, too, and nothing is said to be lost. */
    @Test
    void aLookOfTheConsoleAfterTheSessionEndedLeadsBackAndNothingIsLost() {
        try (BrowserContext phone = Chromium.phone(true)) {
            StaffWalk there = hana.elsewhere(phone.newPage(), Cast.hana().name(), OWN);
            Page console = there.page();
            there.open("/staff/workshop/room.xhtml?w=" + room + "&lang=ar");
            boolean[] ended = new boolean[1];
            console.route(ASK, route -> {
                if (!ended[0]) {
                    phone.clearCookies();
                    ended[0] = true;
                }
                route.fulfill(new Route.FulfillOptions().setStatus(205));
            });
            console.waitForURL(url -> url.contains("/staff/sign-in.xhtml"));
            assertTrue(console.url().endsWith("?to=/staff/workshop/room.xhtml?w=" + room + "&lang=ar"), console.url());
        }
    }

    private static Visitor joined() {
        Visitor phone = new Visitor(SERVER);
        Visitor.Answer in = phone.post("/en/room", phone.get("/en/room").hidden().with("code",
                ROWS.of("SELECT join_code FROM workshop WHERE id = ?", room).get(0)));
        assertEquals(200, in.status());
        return phone;
    }

    private static List<String> seats(Page console) {
        return console.locator("[data-seats] li").allInnerTexts().stream().map(text -> text.replaceAll("\\s+", " ").strip()).toList();
    }

    /** What learners do is told to a console that is open: nothing that could be under a finger is made anew. */
    @Test
    void whatLearnersDoIsToldAndNoButtonIsTakenAway() {
        joined();
        Walk.press(page.locator(before("workshop.test.open")));
        hana.open("/staff/workshop/room.xhtml?lang=ar&w=" + room);
        List<Route> looks = heldLook();
        page.evaluate("document.querySelectorAll('#form button').forEach(b => { b.dataset.kept = 1; })");
        int buttons = page.locator("#form button").count();
        int numbers = (int) ROWS.count("SELECT COUNT(*) FROM seat WHERE workshop_id = ?", room);
        Visitor phone = joined();
        page.waitForCondition(() -> seats(page).size() == 2 * (numbers + 1), new Page.WaitForConditionOptions().setTimeout(6_000));
        phone.post("/en/c/spot-it/before", phone.get("/en/c/spot-it/before").hidden());
        String busy = PlatformParts.texts().get(new Language("ar"), "workshop.seat.busy");
        page.waitForCondition(() -> seats(page).get(numbers).endsWith(busy), new Page.WaitForConditionOptions().setTimeout(6_000));
        List<String> told = seats(page);
        assertEquals(buttons, page.locator("#form button[data-kept]").count());
        assertEquals(List.of(), looks, "the page did not look");
        page.unrouteAll();
        hana.open("/staff/workshop/room.xhtml?lang=ar&w=" + room);
        assertEquals(seats(page), told, "as it is drawn");
        Chromium.assertAccessible(page, "told");
    }

    /** What there is to press stays when others are told of: a tick that can be taken back, a number that nobody has come with. */
    @Test
    void aTickCanStillBeTakenBackAfterSomebodyJoined() {
        hana.open("/staff/workshop/cards.xhtml?lang=en&w=" + room);
        page.locator("#count").fill("2");
        Walk.press(page.locator("#make"));
        String code = page.locator(".cards8 .cd").last().innerText().replace(" ", "");
        hana.open("/staff/workshop/room.xhtml?lang=en&w=" + room);
        Walk.press(page.locator(".ticks button").first());
        long there = ROWS.count("SELECT COUNT(*) FROM attendance WHERE workshop_id = ?", room);
        long numbers = ROWS.count("SELECT COUNT(*) FROM seat WHERE workshop_id = ?", room);
        joined();
        page.waitForCondition(() -> page.locator(".ticks li").count() == numbers + 1, new Page.WaitForConditionOptions().setTimeout(6_000));
        assertEquals(2, page.locator(".ticks button").count());
        Visitor holder = new Visitor(SERVER);
        assertEquals(303, holder.post("/en/card", holder.get("/en/card").hidden().with("code", code)).status());
        page.waitForCondition(() -> page.locator(".big").innerText().startsWith((there + 2) + " of "), new Page.WaitForConditionOptions().setTimeout(6_000));
        assertEquals(1, page.locator(".ticks button").count(), "somebody came with the other");
        Walk.press(page.locator(".ticks button"));
        assertEquals(there + 1, ROWS.count("SELECT COUNT(*) FROM attendance WHERE workshop_id = ?", room), "and the tick is taken back");
    }

    /** Another trainer pauses: that is drawn, and what people did meanwhile is told right after. */
    @Test
    void aLookIsFollowedByWhatPeopleDidMeanwhile() {
        joined();
        hana.open("/staff/workshop/room.xhtml?lang=en&w=" + room);
        // Told of the newest number, and then another trainer pauses: only what a trainer does is drawn.
        joined();
        long there = ROWS.count("SELECT COUNT(*) FROM attendance WHERE workshop_id = ?", room);
        other.open("/staff/workshop/room.xhtml?lang=en&w=" + room);
        Walk.press(other.page().locator("#pause"));
        page.locator("#goOn").waitFor(new Locator.WaitForOptions().setTimeout(6_000));
        page.waitForCondition(() -> page.locator(".big").innerText().startsWith(there + " of "), new Page.WaitForConditionOptions().setTimeout(6_000));
        assertTrue(page.locator("#now").getAttribute("data-now").matches(".*&m=\\w+\\.\\w*"));
        page.waitForCondition(() -> page.locator("#now").getAttribute("data-now").matches(".*&m=\\w+\\.\\w+"),
                new Page.WaitForConditionOptions().setTimeout(6_000));
        List<String> told = seats(page);
        Walk.press(page.locator("#goOn"));
        assertEquals(seats(page), told);
    }

    /** The wall counts who is in without being made anew, and is made anew for another code. */
    @Test
    void theWallIsToldHowManyAreInAndDrawsAnotherCode() {
        joined();
        Page wall = desk.newPage();
        wall.navigate(SERVER.url("/staff/workshop/projector.xhtml?lang=en&w=" + room));
        wall.evaluate("document.querySelector('.qr').dataset.kept = 1");
        String code = wall.locator("#wall .code").innerText();
        long there = ROWS.count("SELECT COUNT(*) FROM attendance WHERE workshop_id = ?", room);
        joined();
        wall.waitForCondition(() -> wall.locator("#in").innerText().startsWith(String.valueOf(there + 1)),
                new Page.WaitForConditionOptions().setTimeout(6_000));
        assertEquals(1, wall.locator(".qr[data-kept]").count());
        page.locator("#newCode").click();
        Walk.press(page.locator(".ui-confirmdialog-yes"));
        wall.waitForCondition(() -> !wall.locator("#wall .code").innerText().equals(code), new Page.WaitForConditionOptions().setTimeout(6_000));
        wall.close();
    }

    /** A look that is under way when the trainer presses a button that asks. */
    private static List<Route> heldLook() {
        List<Route> held = new ArrayList<>();
        page.route(LOOK, route -> {
            if (route.request().method().equals("POST") && route.request().headers().containsKey("faces-request")) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        return held;
    }

    private static String before(String act) {
        return "[aria-label='" + PlatformParts.texts().get(Language.ENGLISH, "workshop.test.before") + ": "
                + PlatformParts.texts().get(Language.ENGLISH, act) + "']";
    }

    @Test
    void aLookThatWasUnderWayTakesNoButtonAwayThatIsBeingConfirmed() {
        String code = ROWS.of("SELECT join_code FROM workshop WHERE id = ?", room).get(0);
        List<Route> held = heldLook();
        other.open("/staff/workshop/room.xhtml?lang=en&w=" + room);
        Walk.press(other.page().locator("#pause"));
        page.waitForCondition(() -> !held.isEmpty(), new Page.WaitForConditionOptions().setTimeout(6_000));
        page.locator("#newCode").click();
        page.locator(".ui-confirmdialog-yes").waitFor();
        held.get(0).resume();
        page.locator("#goOn").waitFor();
        assertTrue(page.locator(".ui-confirmdialog-yes").isVisible());
        page.unrouteAll();
        Walk.press(page.locator(".ui-confirmdialog-yes"));
        assertNotEquals(code, ROWS.of("SELECT join_code FROM workshop WHERE id = ?", room).get(0), "what was confirmed is done");
        Walk.press(page.locator("#goOn"));
    }

    @Test
    void aQuestionEndsWhenWhatItAsksWasDoneByAnotherTrainer() {
        Walk.press(page.locator(before("workshop.test.open")));
        List<Route> held = heldLook();
        other.open("/staff/workshop/room.xhtml?lang=en&w=" + room);
        other.page().locator(before("workshop.test.shutIt")).click();
        Walk.press(other.page().locator(".ui-confirmdialog-yes"));
        page.waitForCondition(() -> !held.isEmpty(), new Page.WaitForConditionOptions().setTimeout(6_000));
        page.locator(before("workshop.test.shutIt")).click();
        page.locator(".ui-confirmdialog-yes").waitFor();
        held.get(0).resume();
        page.locator(".ui-confirmdialog-yes").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        page.locator(before("workshop.test.open")).waitFor();
        page.unrouteAll();
    }
}
