package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of a phone whose signal comes and goes: what was chosen last is what stands, and nothing that was kept is lost. */
class OutboxIT {

    private static final DalilServer SERVER = DalilServer.shared();
    private static final Rows ROWS = new Rows(SERVER);

    /** One choice of four in either form. */
    private static final String QUESTION = "/en/c/spot-it/before/2";

    /** A phone at the second question. */
    private static Page atTheQuestion(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(SERVER.url("/en/c/spot-it/card"));
        Walk.press(page.locator("form[action$='/card/new'] button"));
        Walk.press(page.locator("main a.btn"));
        Walk.press(page.locator("main form .btn"));
        page.navigate(SERVER.url(QUESTION));
        return page;
    }

    private static Locator choice(Page page, int n) {
        return page.locator(".opts label").nth(n);
    }

    private static String value(Page page, int n) {
        return page.locator(".opts input").nth(n).getAttribute("value");
    }

    private static String attempt(Page page) {
        return page.locator("input[name=right]").getAttribute("value").split("\\.")[0];
    }

    private static void assertStands(Page page, String attempt, String value) {
        long end = System.nanoTime() + 10_000_000_000L;
        List<String> there = ROWS.of("SELECT value FROM answer WHERE attempt_id = ?", attempt);
        while (!there.equals(List.of(value)) && System.nanoTime() < end) {
            page.waitForTimeout(100);
            there = ROWS.of("SELECT value FROM answer WHERE attempt_id = ?", attempt);
        }
        assertEquals(List.of(value), there);
    }

    /** How many answers wait on this phone. */
    private static int waiting(Page page) {
        return ((Number) page.evaluate("""
                () => new Promise(done => {
                    const opened = indexedDB.open('o', 1);
                    opened.onsuccess = () => opened.result.transaction('a').objectStore('a').count().onsuccess = e => {
                        opened.result.close();
                        done(e.target.result);
                    };
                })""")).intValue();
    }

    /** An answer that was saved a moment ago is not sent once more: on a slow network going on takes half as long. It uses the card all the same. */
    @Test
    void whatArrivedIsNotSentAgain() {
        try (BrowserContext context = Chromium.phone(true)) {
            Page page = atTheQuestion(context);
            String attempt = attempt(page);
            String chosen = value(page, 0);
            choice(page, 0).click();
            page.locator("#state.ok").waitFor();
            ROWS.change("UPDATE visit SET used_at = used_at - INTERVAL 6 MINUTE WHERE card_id = (SELECT card_id FROM attempt WHERE id = ?)", attempt);
            AtomicInteger sent = posts(page);
            Walk.press(page.locator("form[data-save] .btn"));
            page.waitForURL("**/before/3");
            page.waitForTimeout(1000);
            assertEquals(0, sent.get());
            assertEquals(0, waiting(page));
            assertStands(page, attempt, chosen);
            assertEquals(1, ROWS.count("SELECT COUNT(*) FROM visit v JOIN attempt a ON a.card_id = v.card_id WHERE a.id = ? "
                    + "AND v.used_at > NOW() - INTERVAL 1 MINUTE", attempt));
        }
    }

    /** Whoever thought about it for longer may have no signal any more: the page stays until the server has answered. */
    @Test
    void whatArrivedLongerAgoIsSentAgainBeforeItGoesOn() {
        try (BrowserContext context = Chromium.phone(true)) {
            Page page = atTheQuestion(context);
            choice(page, 0).click();
            page.locator("#state.ok").waitFor();
            page.evaluate("Date.now = (now => () => now() + 11000)(Date.now)");
            AtomicInteger sent = posts(page);
            Walk.press(page.locator("form[data-save] .btn"));
            page.waitForURL("**/before/3");
            assertEquals(1, sent.get());
        }
    }

    @Test
    void nextRightAfterSavingStaysOnThePageWhereTheSignalIsGone() {
        try (BrowserContext context = Chromium.phone(true)) {
            Page page = atTheQuestion(context);
            choice(page, 0).click();
            page.locator("#state.ok").waitFor();
            context.setOffline(true);
            page.locator("form[data-save] .btn").click();
            page.locator("#state.off").waitFor();
            assertEquals(SERVER.url(QUESTION), page.url(), "not the browser's own page, which has no way out");
            context.setOffline(false);
            page.waitForURL("**/before/3");
        }
    }

    private static AtomicInteger posts(Page page) {
        AtomicInteger sent = new AtomicInteger();
        page.onRequest(r -> sent.addAndGet(r.method().equals("POST") ? 1 : 0));
        return sent;
    }

    @Test
    void nextWithoutSignalStaysOnThePageAndGoesOnWhenThereIsSignal() {
        try (BrowserContext context = Chromium.phone(true)) {
            Page page = atTheQuestion(context);
            String attempt = attempt(page);
            String chosen = value(page, 1);
            context.setOffline(true);
            choice(page, 1).click();
            page.locator("#state.off").waitFor();
            page.locator("form[data-save] .btn").click();
            page.waitForTimeout(500);
            assertEquals(SERVER.url(QUESTION), page.url(), "not the browser's own page, which has no way out");
            assertTrue(page.locator("#state.off").isVisible() && page.locator("#exit").isVisible());
            context.setOffline(false);
            page.waitForURL("**/before/3");
            assertStands(page, attempt, chosen);
        }
    }

    /** The phone has a signal; what it is connected with has no answer, or one that says not now. */
    @ParameterizedTest
    @ValueSource(ints = {0, 502, 503})
    void nextWhileTheServerIsAwayStaysOnThePageAndGoesOnWhenItIsBack(int status) {
        try (BrowserContext context = Chromium.phone(true)) {
            Page page = atTheQuestion(context);
            String attempt = attempt(page);
            String chosen = value(page, 1);
            context.route("**/*", route -> {
                if (status == 0) {
                    route.abort("connectionrefused");
                } else {
                    route.fulfill(new Route.FulfillOptions().setStatus(status).setBody("<h1>not now</h1>"));
                }
            });
            page.evaluate("() => { document.querySelectorAll('.opts input')[1].click(); document.querySelector('form[data-save] .btn').click(); }");
            page.waitForTimeout(1000);
            assertEquals(SERVER.url(QUESTION), page.url(), "not the browser's own page, which has no way out");
            assertTrue(page.locator("#state.off").innerText().endsWith("This page waits and goes on by itself."), page.locator("#state").innerText());
            assertEquals(1, waiting(page));
            Chromium.assertAccessible(page, "waiting");
            context.unroute("**/*");
            page.waitForURL("**/before/3");
            assertStands(page, attempt, chosen);
            assertEquals(0, waiting(page), "what has arrived waits no more");
        }
    }

    /** Whoever chooses anew while the page waits has not done with the question. */
    @Test
    void aNewChoiceWhileThePageWaitsKeepsIt() {
        try (BrowserContext context = Chromium.phone(true)) {
            Page page = atTheQuestion(context);
            String attempt = attempt(page);
            String chosen = value(page, 3);
            context.route("**/before/2", Route::abort);
            choice(page, 0).click();
            page.locator("form[data-save] .btn").click();
            page.locator("#state.off").waitFor();
            choice(page, 3).click();
            context.unroute("**/before/2");
            page.locator("#state.ok").waitFor();
            assertEquals(SERVER.url(QUESTION), page.url());
            assertStands(page, attempt, chosen);
        }
    }

    /** A card of a lesson, and the form that hands the answers in. */
    @Test
    void otherStepsWaitForTheServerToo() {
        try (BrowserContext context = Chromium.phone(true)) {
            Page page = atTheQuestion(context);
            for (String[] step : new String[][] {{"/en/c/spot-it/before/end/questions", "/en/c/spot-it"}, {"/en/c/spot-it/1/1", "/en/c/spot-it/1/2"}}) {
                page.navigate(SERVER.url(step[0]));
                context.route("**/*", Route::abort);
                page.locator("main form .btn").click();
                page.locator("#held").waitFor();
                assertEquals("No connection to the server just now. This page waits and goes on by itself.", page.locator("#held").innerText());
                assertEquals(SERVER.url(step[0]), page.url());
                context.unroute("**/*");
                page.waitForURL(SERVER.url(step[1]));
            }
        }
    }

    /** Somebody presses Next and leaves the page before the server has answered. */
    @Test
    void whatWasOnItsWayAsThePageWasLeftIsSentAgainAndShown() {
        try (BrowserContext context = Chromium.phone(true)) {
            Page page = atTheQuestion(context);
            String attempt = attempt(page);
            String chosen = value(page, 2);
            // At once, before anything could have been saved; and nothing comes back.
            context.route("**/before/2", route -> { });
            page.evaluate("() => { document.querySelectorAll('.opts input')[2].click(); document.querySelector('form[data-save] .btn').click(); }");
            page.waitForTimeout(500);
            page.navigate(SERVER.url("/en/c/spot-it"));
            context.unroute("**/before/2");
            assertStands(page, attempt, chosen);
            page.navigate(SERVER.url(QUESTION));
            assertEquals(chosen, page.locator(".opts input:checked").getAttribute("value"), "the learner sees what was chosen");
        }
    }

    @Test
    void anOlderChoiceThatGotLostOnItsWayDoesNotComeBackOverANewerOne() {
        try (BrowserContext context = Chromium.phone(true)) {
            Page page = atTheQuestion(context);
            String attempt = attempt(page);
            AtomicInteger sent = new AtomicInteger();
            AtomicReference<Route> first = new AtomicReference<>();
            context.route("**/before/2", route -> {
                if (route.request().method().equals("POST") && sent.getAndIncrement() == 0) {
                    first.set(route);
                } else {
                    route.resume();
                }
            });
            choice(page, 0).click();
            page.waitForTimeout(700);
            choice(page, 1).click();
            page.waitForTimeout(700);
            first.get().abort();
            page.locator("#state.ok").waitFor();
            assertStands(page, attempt, value(page, 1));
            // As long as the outbox waits before it tries again.
            page.waitForTimeout(6500);
            assertStands(page, attempt, value(page, 1));
        }
    }

    @Test
    void nextSendsWhatIsChosenNowAfterWhatIsOnItsWay() {
        try (BrowserContext context = Chromium.phone(true)) {
            Page page = atTheQuestion(context);
            String attempt = attempt(page);
            String chosen = value(page, 3);
            AtomicReference<Route> first = new AtomicReference<>();
            context.route("**/before/2", route -> {
                if (route.request().method().equals("POST") && first.compareAndSet(null, route)) {
                    return;
                }
                route.resume();
            });
            choice(page, 0).click();
            page.waitForTimeout(700);
            choice(page, 3).click();
            page.locator("form[data-save] .btn").click();
            page.waitForTimeout(700);
            assertEquals(SERVER.url(QUESTION), page.url(), "the older choice could otherwise arrive last");
            first.get().resume();
            page.waitForURL("**/before/3");
            assertStands(page, attempt, chosen);
            assertEquals(0, waiting(page), "what has arrived waits no more");
        }
    }

    /** A card that is entered ends the visit before, and with it the right to save what waits. */
    @Test
    void whatWaitsIsSentBeforeTheCardIsEnteredAgain() {
        try (BrowserContext context = Chromium.phone(true)) {
            Page page = context.newPage();
            page.navigate(SERVER.url("/en/c/spot-it/card"));
            Walk.press(page.locator("form[action$='/card/new'] button"));
            String code = page.locator(".cd").innerText().replace(" ", "");
            Walk.press(page.locator("main a.btn"));
            Walk.press(page.locator("main form .btn"));
            page.navigate(SERVER.url(QUESTION));
            String attempt = attempt(page);
            String chosen = value(page, 0);
            context.setOffline(true);
            choice(page, 0).click();
            page.locator("#state.off").waitFor();
            context.setOffline(false);
            page.navigate(SERVER.url("/en/card#" + code));
            page.waitForURL("**/before");
            assertStands(page, attempt, chosen);
        }
    }

    /** The visit that could save it has ended elsewhere: the learner is told which answer it was, wherever they are now, and goes on. */
    @Test
    void anAnswerThatIsRefusedLaterIsToldOnThePageThatIsOpenThen() {
        try (BrowserContext context = Chromium.phone(true)) {
            Page page = atTheQuestion(context);
            String attempt = attempt(page);
            context.setOffline(true);
            choice(page, 1).click();
            page.locator("#state.off").waitFor();
            Visitor elsewhere = new Visitor(SERVER);
            elsewhere.cookies().put("v", context.cookies().get(0).value);
            assertEquals(303, elsewhere.get("/exit/en").status());
            page.close();
            context.setOffline(false);
            page = context.newPage();
            page.navigate(SERVER.url("/ar/words"));
            page.locator("#lost").waitFor();
            assertTrue(page.locator("#lost").innerText().contains("Spot it"), page.locator("#lost").innerText());
            page.navigate(SERVER.url("/en/words"));
            page.locator("#lost").waitFor();
            assertEquals("One answer was not taken: Spot it, First questions, Question 2 of 14. You can go on.", page.locator("#lost").innerText());
            Chromium.assertAccessible(page, "lost answer");
            Chromium.picture(page, "outbox-lost-en");
            assertEquals(0, ROWS.count("SELECT COUNT(*) FROM answer WHERE attempt_id = ?", attempt));
            page.waitForTimeout(7000);
            assertEquals(0, waiting(page), "it was told and waits no more");
            page.navigate(SERVER.url("/en/words"));
            page.waitForTimeout(700);
            assertEquals(0, page.locator("#lost").count(), "told long enough to be read, and no longer");
        }
    }

    @Test
    void whatIsNoAnswerYetIsSaidSoAndNotCalledSaved() {
        try (BrowserContext context = Chromium.phone(true)) {
            Page page = atTheQuestion(context);
            int many = 0;
            int order = 0;
            for (int question = 1; question <= 14; question++) {
                page.navigate(SERVER.url("/en/c/spot-it/before/" + question));
                Locator box = page.locator(".opts input[type=checkbox]").first();
                if (box.count() > 0) {
                    many++;
                    box.check(new Locator.CheckOptions().setForce(true));
                    page.locator("#state.ok").waitFor();
                    box.uncheck(new Locator.UncheckOptions().setForce(true));
                    page.locator("#state.off").waitFor();
                    assertEquals("Choose an answer, or skip this question.", page.locator("#state").innerText());
                }
                if (page.locator("select").count() > 0) {
                    order++;
                    page.locator("select").first().selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
                    page.locator("#state.off").waitFor();
                    assertTrue(page.locator("#state").innerText().matches("(Give every|Choose something).*"), page.locator("#state").innerText());
                }
            }
            assertTrue(many > 0 && order > 0, "there are such questions");
        }
    }
}
