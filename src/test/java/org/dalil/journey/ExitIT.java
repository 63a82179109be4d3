package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The way out of every page. */
class ExitIT {

    private static final DalilServer SERVER = DalilServer.shared();

    /** A browser in the middle of the questions, after a card. */
    private static Page inTheQuestions(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(SERVER.url("/en/c/spot-it/card"));
        Walk.press(page.locator("form[action$='/card/new'] button"));
        Walk.press(page.locator("main a.btn"));
        Walk.press(page.locator("main form .btn"));
        assertTrue(page.url().endsWith("/before/1"), page.url());
        return page;
    }

    private static void assertNothingComesBack(Page page) {
        page.waitForURL("**/calendar/en");
        assertTrue(page.context().cookies().isEmpty(), "the cookie is gone");
        for (int steps = 0; steps < 4; steps++) {
            try {
                page.goBack();
            } catch (com.microsoft.playwright.PlaywrightException notKept) {
                // What a form had answered is not kept; the browser says so instead of showing it.
                assertTrue(notKept.getMessage().contains("ERR_CACHE_MISS"), notKept.getMessage());
                return;
            }
            page.waitForLoadState();
            assertEquals(0, page.locator("input[name=right], .cd, a[href$='/leave']").count(), "Back shows the visit: " + page.url());
            if (!page.url().startsWith("http")) {
                return;
            }
        }
    }

    @Test
    void theLinkWorksWithoutScript() {
        try (BrowserContext context = Chromium.phone(false)) {
            Page page = inTheQuestions(context);
            page.locator("#exit").click();
            assertNothingComesBack(page);
        }
    }

    @Test
    void theButtonWorksWithScriptAndForgetsWhatWasNotSent() {
        try (BrowserContext context = Chromium.phone(true)) {
            Page page = inTheQuestions(context);
            context.setOffline(true);
            page.locator(".opts label, main select").first().click();
            if (page.locator("main select").count() > 0) {
                page.locator("main select").first().selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            }
            page.locator("#state.off").waitFor();
            context.setOffline(false);
            page.locator("#exit").click();
            page.waitForURL("**/calendar/en");
            Object left = page.evaluate("indexedDB.databases ? indexedDB.databases().then(d => d.length) : 0");
            assertEquals(0, ((Number) left).intValue(), "no outbox is left behind");
            assertNothingComesBack(page);
        }
    }

    @Test
    void threeTimesShiftLeadsOut() {
        try (BrowserContext context = Chromium.desk()) {
            Page page = inTheQuestions(context);
            for (int i = 0; i < 3; i++) {
                page.keyboard().press("Shift");
            }
            assertNothingComesBack(page);
        }
    }

    @Test
    void aCapitalLetterDoesNotLeadOut() {
        try (BrowserContext context = Chromium.desk()) {
            Page page = context.newPage();
            page.navigate(SERVER.url("/en/card"));
            page.locator("#code").pressSequentially("AB");
            for (String key : List.of("Shift+A", "Shift+B", "Shift+C", "Shift+D")) {
                page.keyboard().press(key);
            }
            page.waitForTimeout(300);
            assertTrue(page.url().endsWith("/en/card"), page.url());
        }
    }

    @Test
    void theServerEndsTheVisitAndHasTheBrowserForget() {
        Visitor.Holder holder = Visitor.withCard(SERVER);
        Visitor kept = holder.visitor().withSameCookie();
        assertTrue(kept.get("/en/").body().contains("/en/leave"));
        for (String path : List.of("/exit/en", "/exit", "/exit/xx", "/exit/ar")) {
            Visitor.Answer answer = holder.visitor().get(path);
            assertEquals(303, answer.status());
            assertTrue(answer.location().startsWith("/calendar/"), answer.location());
            assertEquals("\"cookies\", \"storage\"", answer.header("Clear-Site-Data"));
            assertTrue(answer.header("Set-Cookie").matches("v=(\"\")?;.*(?i)(max-age=0|expires=).*"), answer.header("Set-Cookie"));
            assertEquals("no-store", answer.header("Cache-Control"));
        }
        assertFalse(kept.get("/en/").body().contains("/en/leave"), "the visit is over, not only the cookie");
    }

    @Test
    void theWayOutIsOnErrorPagesAndWhereStaffSignIn() {
        for (boolean script : new boolean[] {false, true}) {
            for (String path : List.of("/en/nothing", "/nothing", "/staff/sign-in.xhtml", "/staff/nothing.xhtml", "/en/c/nothing")) {
                try (BrowserContext context = Chromium.phone(script)) {
                    Page page = context.newPage();
                    page.navigate(SERVER.url(path));
                    page.locator("#exit").click();
                    page.waitForURL("**/calendar/en");
                    assertTrue(context.cookies().isEmpty(), path + " left a cookie: " + context.cookies());
                }
            }
        }
    }

    @Test
    void theCalendarSaysNothingAboutUs() {
        for (String language : List.of("en", "ar", "ckb", "kmr")) {
            String page = new Visitor(SERVER).get("/calendar/" + language).body();
            assertFalse(page.toLowerCase(java.util.Locale.ROOT).contains("dalil") || page.contains("دليل"), page);
            assertTrue(page.contains("<table"), page);
        }
    }
}
