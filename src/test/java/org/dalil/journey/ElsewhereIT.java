package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Somebody else's page sends a form or leads here, to put a girl's phone on a card of their own, and so to see how far she comes. Her
 * browser brings no cookie with such a form (SameSite=Strict): having none must not be enough.
 */
class ElsewhereIT {

    private static final DalilServer SERVER = DalilServer.shared();
    private static final String ELSEWHERE = "http://elsewhere.example/";

    /** A page of somebody else's; no browser of a test asks the network for it. */
    private static void build(BrowserContext browser, String body) {
        browser.route(ELSEWHERE, route -> route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(
                "<!doctype html><meta name=\"referrer\" content=\"no-referrer\"><title>x</title>" + body)));
    }

    private static void assertRefused(Visitor.Answer answer, String what) {
        assertEquals(409, answer.status(), what);
        assertEquals(List.of(), answer.headers().allValues("Set-Cookie"), what);
        assertTrue(answer.body().contains("href=\"/exit/en\""), what);
    }

    @Test
    void aFormThatBeginsAVisitIsTakenFromItsOwnPageOnly() {
        String code = Visitor.withCard(SERVER).code();
        for (String path : List.of("/en/card", "/en/card/erase", "/en/room", "/en/exam", "/en/exam/invitation", "/en/exam/room")) {
            Visitor.Fields form = new Visitor.Fields().with("code", code).with("token", "x").with("request", UUID.randomUUID().toString());
            assertRefused(new Visitor(SERVER).post(path, form), path + " without a cookie");
            Visitor open = new Visitor(SERVER);
            Visitor.Fields own = open.get(path).hidden().with("code", code);
            for (String[] elsewhere : new String[][] {{"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"},
                {"Origin", "https://elsewhere.example"}, {"Origin", "http://127.0.0.1:1"}}) {
                assertRefused(open.send("POST", path, own.encoded(), elsewhere), path + " " + String.join(" ", elsewhere));
            }
        }
    }

    @Test
    void aFormOfOurOwnIsTakenWhateverTheBrowserSaysOfIt() {
        String code = Visitor.withCard(SERVER).code();
        String own = SERVER.url("/").replaceAll("/$", "");
        for (String[] headers : new String[][] {{}, {"Origin", "null"}, {"Origin", own}, {"Origin", "null", "Sec-Fetch-Site", "same-origin"},
            {"Sec-Fetch-Site", "none"}}) {
            Visitor phone = new Visitor(SERVER);
            Visitor.Answer entered = phone.send("POST", "/en/card", phone.get("/en/card").hidden().with("code", code).encoded(), headers);
            assertEquals(303, entered.status(), String.join(" ", headers));
        }
    }

    /** Its page sets no cookie, so it has no token; the card that it makes is known to nobody but whoever sees the answer. */
    @Test
    void aNewCardIsNotMadeForAnotherSitesPage() {
        Visitor.Fields form = new Visitor(SERVER).get("/en/c/spot-it/card").hidden();
        assertRefused(new Visitor(SERVER).send("POST", "/en/card/new", form.encoded(), "Sec-Fetch-Site", "cross-site"), "by its site");
        assertRefused(new Visitor(SERVER).send("POST", "/en/card/new", form.encoded(), "Origin", "https://elsewhere.example"), "by its origin");
        assertEquals(200, new Visitor(SERVER).post("/en/card/new", form).status());
    }

    @Test
    void aForeignPageThatSendsItsCodeLeavesTheBrowserWithoutIt() {
        String code = Visitor.withCard(SERVER).code();
        for (boolean script : new boolean[] {true, false}) {
            try (BrowserContext browser = Chromium.phone(script)) {
                build(browser, "<form method=post action=\"" + SERVER.url("/en/card") + "\"><input name=code value=" + code + "><button>win</button></form>");
                Page page = browser.newPage();
                page.navigate(ELSEWHERE);
                Walk.press(page.locator("button"));
                assertEquals(SERVER.url("/en/card"), page.url());
                assertTrue(page.locator("#exit").isVisible());
                page.navigate(SERVER.url("/en/"));
                assertEquals(0, page.locator("main a[href$='/leave']").count(), "the browser works with no card");
            }
        }
    }

    @Test
    void theFirstVisitWithoutScriptEntersItsCard() {
        String code = Visitor.withCard(SERVER).code();
        try (BrowserContext browser = Chromium.phone(false)) {
            Page page = browser.newPage();
            page.navigate(SERVER.url("/en/card"));
            page.locator("#code").fill(code);
            Walk.press(page.locator("main form .btn"));
            assertFalse(page.url().endsWith("/card"), page.url());
            page.navigate(SERVER.url("/en/"));
            assertTrue(page.locator("main a[href$='/leave']").isVisible());
        }
    }

    /** A QR code is opened by the phone itself; a link on somebody's page may carry a code as well, and is asked about. */
    @Test
    void aForeignLinkWithACodeWaitsForThePersonToPress() {
        String code = Visitor.withCard(SERVER).code();
        try (BrowserContext browser = Chromium.phone(true)) {
            build(browser, "<a href=\"" + SERVER.url("/en/card#" + code) + "\" rel=noreferrer>win</a>");
            Page page = browser.newPage();
            page.navigate(ELSEWHERE);
            Walk.press(page.locator("a"));
            page.waitForTimeout(1000);
            assertEquals(SERVER.url("/en/card"), page.url(), "nothing was entered, and the code has left the address");
            assertEquals(code, page.locator("#code").inputValue());
            Walk.press(page.locator("main form .btn"));
            assertEquals(SERVER.url("/en/c/spot-it"), page.url());
        }
    }
}
