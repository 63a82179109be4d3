package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dalil.Cast;
import org.dalil.platform.control.PlatformParts;
import org.dalil.platform.entity.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A day on which everything that is plugged in fails once, led in Arabic by Hana, with Zana at a second device: a phone without network,
 * the database, the server. Each is said where it is felt, and afterwards the room is as it was.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RoomIT {

    private static final DalilServer SERVER = DalilServer.fresh("room", Map.of());
    private static final Rows ROWS = new Rows(SERVER);
    private static final Language ARABIC = new Language("ar");
    private static final String OWN = "four phones and one bad day";
    private static final String ZANAS = "another pair of open eyes";

    private static BrowserContext desk;
    private static BrowserContext otherDesk;
    private static BrowserContext firstPhone;
    private static BrowserContext secondPhone;
    private static StaffWalk hana;
    private static StaffWalk zana;
    private static Page first;
    private static Page second;
    private static String room;
    /** The code of the first phone's card. */
    private static String card;

    @BeforeAll
    static void begin() {
        SERVER.start();
        List<StaffWalk> trainers = StaffWalk.hired(SERVER, new StaffWalk.Newcomer(Cast.hana().name(), Cast.hana().role(), OWN),
                new StaffWalk.Newcomer("zana", "TRAINER", ZANAS));
        hana = trainers.get(0);
        desk = hana.page().context();
        zana = trainers.get(1);
        otherDesk = zana.page().context();
        firstPhone = Chromium.phone(true);
        secondPhone = Chromium.phone(true);
        // Somebody has set this one by hand.
        secondPhone.clock().setFixedTime(java.util.Date.from(java.time.Instant.parse("2019-01-01T00:00:00Z")));
        first = firstPhone.newPage();
        second = secondPhone.newPage();
    }

    @AfterAll
    static void end() {
        List.of(desk, otherDesk, firstPhone, secondPhone).forEach(BrowserContext::close);
        SERVER.close();
    }

    private static String ar(String key) {
        return PlatformParts.texts().get(ARABIC, key);
    }

    private static Page page() {
        return hana.page();
    }

    /** A button of a test or a module, by its words. */
    private static Locator button(StaffWalk who, Language language, String test, String act) {
        return who.page().locator("[aria-label='" + PlatformParts.texts().get(language, test) + ": " + PlatformParts.texts().get(language, act) + "']");
    }

    private static Locator away(Page console) {
        return console.locator("#away p");
    }

    private static Locator.WaitForOptions soon() {
        return new Locator.WaitForOptions().setTimeout(8_000);
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN).setTimeout(60_000);
    }

    private static String code() {
        return ROWS.of("SELECT join_code FROM workshop WHERE id = ?", room).get(0);
    }

    /** What a console shows of the room, in numbers: who is in, how far, and what is open. */
    private static List<String> shown(Page console) {
        List<String> shown = new ArrayList<>(console.locator("#who .seats li").evaluateAll("all => all.map(li => li.className + li.innerText)").toString()
                .lines().toList());
        shown.add(console.locator("progress").evaluateAll("all => all.map(p => p.value)").toString());
        shown.add(console.locator(".run li").evaluateAll("all => all.map(li => li.className)").toString());
        shown.add(console.locator(".big").innerText());
        return shown;
    }

    @Test
    @Order(1)
    void aRoomIsPlannedSharedAndOpenedInArabic() {
        hana.open("/staff/workshop/plan.xhtml?lang=ar");
        assertEquals("rtl", page().locator("html").getAttribute("dir"));
        page().locator("#course").selectOption(new SelectOption().setLabel(courseInArabic()));
        Walk.press(page().locator("#choose"));
        Walk.press(page().locator("#save"));
        assertTrue(page().locator("#errors").innerText().contains(ar("workshop.plan.region")));
        hana.lookAsItStands("room-ar-plan-error");
        page().locator("#region").selectOption("ERBIL");
        page().locator("#expected").fill("٤");
        Walk.press(page().locator("#save"));
        room = page().url().replaceAll(".*w=([0-9a-f-]+).*", "$1");
        hana.open("/staff/workshop/cards.xhtml?w=" + room);
        page().locator("#trainer").fill("ZANA");
        Walk.press(page().locator("#addTrainer"));
        hana.lookAsItStands("room-ar-trainers");
        hana.open("/staff/workshop/room.xhtml?w=" + room);
        Walk.press(page().locator("#openRoom"));
        hana.lookAsItStands("room-ar-open");
        assertEquals(1, button(hana, ARABIC, "workshop.test.before", "workshop.test.open").count());
    }

    private static String courseInArabic() {
        return page().locator("#course option").allInnerTexts().stream().filter(o -> o.contains("قراءة الإشارات")).findFirst().orElseThrow();
    }

    /** @return the code of the card */
    private static String join(Page phone) {
        phone.navigate(SERVER.url("/ar/room"));
        phone.locator("#code").fill(code());
        Walk.press(phone.locator("form button"));
        String code = phone.locator(".cd").innerText();
        assertEquals(0, phone.locator("a[hreflang]").count(), "in another language the card would be gone");
        Walk.press(phone.locator("main .btn"));
        return code;
    }

    private static void beginTest(Page phone) {
        phone.locator(".btn.wait").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED).setTimeout(25_000));
        Walk.press(phone.locator("main a.btn").first());
        Walk.press(phone.locator("main form .btn"));
    }

    private static void mark(Page phone) {
        Locator selects = phone.locator("main select");
        for (int i = 0; i < selects.count(); i++) {
            selects.nth(i).selectOption(new SelectOption().setIndex(i + 1));
        }
        if (selects.count() == 0) {
            phone.locator(".opts label").first().click();
        }
    }

    private static void next(Page phone) {
        phone.locator("#state.ok").waitFor();
        Walk.press(phone.locator("form[data-save] .btn"));
    }

    /** Answers what is left and hands it in. */
    private static void finish(Page phone) {
        for (int most = 40; phone.url().matches(".*/before/\\d+$") && most > 0; most--) {
            mark(phone);
            next(phone);
        }
        Walk.press(phone.locator("main form .btn"));
    }

    private static long answers(int number) {
        return ROWS.count("SELECT COUNT(*) FROM answer n JOIN attempt a ON a.id = n.attempt_id JOIN seat s ON s.card_id = a.card_id "
                + "WHERE s.workshop_id = ? AND s.number = ?", room, number);
    }

    @Test
    @Order(2)
    void aPhoneWithoutNetworkKeepsItsAnswerAndTheConsoleCountsRight() {
        card = join(first);
        join(second);
        page().bringToFront();
        Walk.press(button(hana, ARABIC, "workshop.test.before", "workshop.test.open"));
        beginTest(first);
        beginTest(second);
        mark(first);
        next(first);
        firstPhone.setOffline(true);
        mark(first);
        first.locator("#state.off").waitFor();
        assertEquals(first.locator("body").getAttribute("data-kept"), first.locator("#state").innerText());
        Chromium.picture(first, "room-offline-ar");
        Chromium.assertAccessible(first, "without network");
        assertEquals(1, answers(1), "it is on the phone");
        first.locator("form[data-save] .btn").click();
        assertTrue(first.locator("#state.off").isVisible(), "the page stays with what is marked");
        finish(second);
        page().bringToFront();
        page().locator("progress[value='50']").waitFor(soon());
        assertTrue(page().locator("#who li.bz").innerText().contains("\u0661"), "number 1 is still busy, neither away nor done");
        firstPhone.setOffline(false);
        first.waitForURL("**/before/3");
        assertEquals(2, answers(1), "sent by itself, and on to where the press led");
        finish(first);
        page().bringToFront();
        page().locator("progress[value='100']").waitFor(soon());
        assertEquals(0, page().locator("#who li.bz").count());
        assertEquals(2, ROWS.count("SELECT COUNT(*) FROM attempt a JOIN seat s ON s.card_id = a.card_id WHERE s.workshop_id = ? "
                + "AND a.submitted_at IS NOT NULL AND NOT a.closed_early", room));
        hana.lookAsItStands("room-ar-finished");
    }

    @Test
    @Order(3)
    void whatOneTrainerClosesTheOtherOnesConsoleFollows() {
        zana.open("/staff/workshop/room.xhtml?lang=en&w=" + room);
        assertEquals(2, zana.page().locator("#who .seats li").count());
        button(zana, Language.ENGLISH, "workshop.test.before", "workshop.test.shutIt").click();
        Walk.press(zana.page().locator(".ui-confirmdialog-yes"));
        page().bringToFront();
        button(hana, ARABIC, "workshop.test.before", "workshop.test.open").waitFor(soon());
        Walk.press(page().locator(".run button").first());
        zana.page().bringToFront();
        zana.page().locator(".run li.on").waitFor(soon());
    }

    @Test
    @Order(4)
    void aTrainerGoesOnAtAnotherDevice() {
        page().bringToFront();
        page().locator(".run li.on").waitFor(soon());
        List<String> here = shown(page());
        try (BrowserContext phone = Chromium.phone(true)) {
            StaffWalk there = hana.elsewhere(phone.newPage(), Cast.hana().name(), OWN);
            there.open("/staff/workshop/room.xhtml?lang=ar&w=" + room);
            assertEquals(here, shown(there.page()));
            Walk.press(there.page().locator("#pause"));
            page().bringToFront();
            page().locator("#goOn").waitFor(soon());
            Walk.press(page().locator("#goOn"));
        }
    }

    @Test
    @Order(5)
    void aReloadDoesNothingAgain() {
        page().locator("#newCode").click();
        Walk.press(page().locator(".ui-confirmdialog-yes"));
        String made = code();
        page().reload();
        assertEquals(made, code(), "people are joining with it");
        Walk.press(page().locator("#pause"));
        assertEquals(1, page().locator("#goOn").count());
        zana.open("/staff/workshop/room.xhtml?lang=en&w=" + room);
        Walk.press(zana.page().locator("#goOn"));
        page().reload();
        assertEquals(0, ROWS.count("SELECT COUNT(*) FROM workshop WHERE id = ? AND paused_at IS NOT NULL", room), "another trainer has gone on since");
        assertEquals(1, page().locator("#pause").count());
        Walk.press(page().locator("#pause"));
        assertEquals(1, page().locator("#goOn").count(), "pressed anew it works");
        Walk.press(page().locator("#goOn"));
    }

    @Test
    @Order(6)
    void aCardOnASecondPhoneIsSaidOnTheFirst() {
        for (Language language : List.of(ARABIC, Language.ENGLISH)) {
            first.navigate(SERVER.url("/" + language.tag() + "/c/spot-it"));
            assertEquals(0, first.locator("#elsewhere").count());
            try (BrowserContext thirdPhone = Chromium.phone(true)) {
                Page third = thirdPhone.newPage();
                third.navigate(SERVER.url("/ar/card"));
                third.locator("#code").fill(card);
                Walk.press(third.locator("main form .btn"));
                first.locator("#elsewhere").waitFor(new Locator.WaitForOptions().setTimeout(25_000));
                assertEquals(PlatformParts.texts().get(language, "workshop.room.elsewhere"), first.locator("#elsewhere").innerText());
                Chromium.picture(first, "room-elsewhere-" + language.tag());
                Chromium.assertAccessible(first, "elsewhere");
                third.navigate(SERVER.url("/ar/leave"));
                Walk.press(third.locator("button[name=next]"));
            }
            first.locator("#elsewhere").waitFor(gone());
        }
    }

    @Test
    @Order(7)
    void aCodeThatIsOverIsSaid() throws SQLException {
        page().bringToFront();
        try (Connection connection = ROWS.open(); Statement statement = connection.createStatement()) {
            statement.execute("UPDATE workshop SET join_until = NOW(3) - INTERVAL 1 DAY WHERE id = '" + room + "'");
        }
        for (Language language : List.of(ARABIC, Language.ENGLISH)) {
            Visitor late = new Visitor(SERVER);
            String path = "/" + language.tag() + "/room";
            String answer = late.post(path, late.get(path).hidden().with("code", code())).body();
            assertTrue(answer.contains(PlatformParts.texts().get(language, "workshop.join.expired")), answer);
        }
        page().locator(".secret").waitFor(gone());
        page().locator("#newCode").click();
        Walk.press(page().locator(".ui-confirmdialog-yes"));
        assertEquals(1, page().locator(".secret").count());
    }

    @Test
    @Order(8)
    void aDatabaseThatIsAwayIsSaidUntilItIsBack() {
        page().bringToFront();
        List<String> before = shown(page());
        SERVER.freezeDatabase(true);
        away(page()).waitFor(soon());
        assertEquals(ar("workshop.room.away"), away(page()).innerText());
        SERVER.freezeDatabase(false);
        away(page()).waitFor(gone());
        SERVER.killDatabase();
        SERVER.waitUntilAway(Duration.ofSeconds(10));
        SERVER.waitUntilReady(Duration.ofSeconds(60));
        away(page()).waitFor(gone());
        assertEquals(before, shown(page()), "signed in still, at the same room");
    }

    @Test
    @Order(9)
    void aServerThatWasKilledIsSaidAndTheRoomIsAsItWas() {
        zana.open("/staff/workshop/room.xhtml?lang=en&w=" + room);
        first.navigate(SERVER.url("/ar/c/spot-it/1/1"));
        Walk.press(first.locator("main form .btn"));
        page().bringToFront();
        page().locator("#who").getByText(PlatformParts.texts().get(ARABIC, "workshop.seat.module", 1)).waitFor(soon());
        List<String> before = shown(page());
        String code = code();
        second.navigate(SERVER.url("/ar/c/spot-it"));
        String reading = second.locator("main a.btn").first().getAttribute("href");
        SERVER.kill();
        first.locator("main form .btn").click();
        first.locator("#held").waitFor();
        assertEquals(ar("platform.outbox.away") + " " + ar("platform.outbox.then"), first.locator("#held").innerText());
        assertTrue(first.url().endsWith("/1/2") && first.locator("#exit").isVisible(), "a phone stays, too");
        Chromium.picture(first, "room-held-ar");
        Chromium.assertAccessible(first, "without server");
        // A link is held, too, once the room's phone has asked in vain.
        second.waitForTimeout(11_000);
        second.locator("main a.btn").first().click();
        second.locator("#held").waitFor();
        away(page()).waitFor(soon());
        Chromium.picture(page(), "staff-room-ar-away");
        Chromium.assertAccessible(page(), "away");
        page().locator("#pause").click();
        assertTrue(page().url().contains("/staff/workshop/room.xhtml"), "the console stays: " + page().url());
        SERVER.launch();
        SERVER.waitUntilReady(Duration.ofSeconds(90));
        first.waitForURL("**/1/3");
        second.waitForURL(SERVER.url(reading) + "**");
        page().waitForURL(url -> url.contains("/staff/sign-in.xhtml"), new Page.WaitForURLOptions().setTimeout(20_000));
        assertEquals(ar("account.signIn.back"), page().locator("main [role=status]").innerText());
        hana.lookAsItStands("sign-in-ar-back");
        hana.signInAgain(Cast.hana().name(), OWN);
        assertTrue(page().url().endsWith("/staff/workshop/room.xhtml?w=" + room), page().url());
        assertEquals(before, shown(page()));
        assertEquals(code, code());
        assertEquals(0, ROWS.count("SELECT COUNT(*) FROM workshop WHERE id = ? AND paused_at IS NOT NULL", room), "what was pressed meanwhile was not sent");
        zana.page().bringToFront();
        zana.page().waitForURL(url -> url.contains("/staff/sign-in.xhtml"), new Page.WaitForURLOptions().setTimeout(20_000));
        assertTrue(zana.page().locator("main [role=status]").innerText().contains("You are signed out"), "in her own language");
    }

    @Test
    @Order(10)
    void theMeetingEndsAndIsReportedInArabic() {
        page().bringToFront();
        first.navigate(SERVER.url("/ar/c/spot-it"));
        assertEquals(2, ROWS.count("SELECT COUNT(*) FROM attendance WHERE workshop_id = ?", room));
        page().locator("#closeOut").click();
        hana.lookAsItStands("room-ar-sure");
        Walk.press(page().locator(".ui-confirmdialog-yes"));
        assertTrue(page().locator("main [role=status]").allInnerTexts().stream().anyMatch(t -> !t.isBlank()));
        hana.lookAsItStands("room-ar-closed");
        Walk.press(page().locator("main .hd a[href*='report.xhtml']"));
        assertEquals("ar", page().locator("html").getAttribute("lang"));
        hana.lookAsItStands("room-ar-report");
        assertFalse(page().locator("main").innerText().contains("??"));
    }
}
