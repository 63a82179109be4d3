package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.dalil.Cast;
import org.junit.jupiter.api.Test;

/** The same way in a browser that runs no scripts: plain links and forms. */
class WithoutScriptIT {

    private static final DalilServer SERVER = DalilServer.shared();
    private static final Rows ROWS = new Rows(SERVER);

    @Test
    void samiTakesTheCourseWithPlainForms() {
        try (BrowserContext context = Chromium.phone(false)) {
            Walk walk = new Walk(SERVER, context.newPage(), Cast.sami());
            walk.arrive();
            walk.newCard();
            walk.goOn();
            Walk.press(walk.page().locator("main form .btn"));
            String attempt = attempt(walk.page());
            walk.next();
            assertTrue(walk.page().locator("#error").isVisible(), "Next without a choice is told in a sentence");
            backAndAgainDoNoHarm(walk, attempt);
            skipIsAnAnswer(walk, attempt);
            walk.answerAll("before");
            theChatCanBePaused(walk);
            for (int module = 2; module <= 5; module++) {
                walk.passModule(module);
            }
            walk.open("/c/spot-it/after");
            Walk.press(walk.page().locator("main form .btn"));
            walk.answerAll("after");
            assertEquals(5, walk.page().locator("ul.ba > li").count(), walk.page().url());
            handedInTwiceIsHandedInOnce(walk);
        }
    }

    private static String attempt(Page page) {
        return page.locator("input[name=right]").getAttribute("value").split("\\.")[0];
    }

    /** Back to the first question, and its form sent once more. */
    private void backAndAgainDoNoHarm(Walk walk, String attempt) {
        walk.mark();
        walk.next();
        assertTrue(walk.page().url().endsWith("/before/2"), walk.page().url());
        back(walk.page());
        walk.open("/c/spot-it/before/1");
        walk.next();
        assertTrue(walk.page().url().endsWith("/before/2"), walk.page().url());
        assertEquals(1, ROWS.count("SELECT COUNT(*) FROM answer WHERE attempt_id = ?", attempt));
        assertEquals(1, ROWS.count("SELECT revision FROM answer WHERE attempt_id = ?", attempt), "sent again, nothing changed");
    }

    /** Back; where the page before was the answer to a form, the browser says that it isn't kept. */
    private static void back(Page page) {
        try {
            page.goBack();
        } catch (com.microsoft.playwright.PlaywrightException notKept) {
            assertTrue(notKept.getMessage().contains("ERR_CACHE_MISS"), notKept.getMessage());
            // The browser still has to show its own page about that; what is opened before would be interrupted by it.
            page.waitForURL("chrome-error://**");
        }
    }

    private void skipIsAnAnswer(Walk walk, String attempt) {
        Walk.press(walk.page().locator("button[name=skip]"));
        assertTrue(walk.page().url().endsWith("/before/3"), walk.page().url());
        assertEquals(1, ROWS.count("SELECT COUNT(*) FROM answer WHERE attempt_id = ? AND skipped", attempt));
    }

    private void theChatCanBePaused(Walk walk) {
        walk.open("/c/spot-it/1/1");
        walk.read(1, false);
        Walk.press(walk.page().locator(".pick button").first());
        int said = walk.page().locator(".talk p").count();
        Walk.press(walk.page().locator("button[name=pause]"));
        assertTrue(walk.page().url().matches(".*/c/spot-it(#now)?"), walk.page().url());
        walk.open("/c/spot-it/1/chat");
        assertEquals(said, walk.page().locator(".talk p").count(), "the chat goes on where it was left");
        walk.play();
    }

    private void handedInTwiceIsHandedInOnce(Walk walk) {
        String before = walk.page().locator("ul.ba").innerText();
        back(walk.page());
        walk.open("/c/spot-it/after/end/questions");
        assertTrue(walk.page().url().endsWith("/after"), "what was handed in is not open any more: " + walk.page().url());
        walk.open("/c/spot-it/result");
        assertEquals(before, walk.page().locator("ul.ba").innerText());
    }
}
