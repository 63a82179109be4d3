package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dalil.Cast;
import org.junit.jupiter.api.Test;

/** The whole way of a learner with a phone that runs scripts, in each language; axe-core at every page in Arabic and English. */
class LearnerJourneyIT {

    private static final DalilServer SERVER = DalilServer.shared();

    private static BrowserContext phone(Cast.Learner learner) {
        return Chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(360, 640).setHasTouch(true)
                .setReducedMotion(ReducedMotion.REDUCE).setColorScheme(learner.dark() ? ColorScheme.DARK : ColorScheme.LIGHT));
    }

    @Test
    void noorTakesTheCourseInArabicOnASmallPhone() {
        theWholeWay(Cast.noor(), true);
    }

    @Test
    void sheneTakesTheCourseInSorani() {
        theWholeWay(Cast.shene(), false);
    }

    @Test
    void dilanTakesTheCourseInKurmanjiInTheDark() {
        theWholeWay(Cast.dilan(), false);
    }

    @Test
    void aFriendTakesTheCourseInEnglish() {
        theWholeWay(new Cast.Learner("Lana", 16, "en", true, false), false);
    }

    private void theWholeWay(Cast.Learner learner, boolean everyCard) {
        try (BrowserContext context = phone(learner)) {
            Page page = context.newPage();
            List<String> addresses = new ArrayList<>();
            List<String> faults = new ArrayList<>();
            page.onRequest(r -> addresses.add(r.url()));
            page.onConsoleMessage(m -> {
                if (m.type().equals("error") && !m.text().contains("status of 404") && !m.text().contains("ERR_INTERNET_DISCONNECTED")) {
                    faults.add(page.url() + " " + m.text());
                }
            });
            Walk walk = new Walk(SERVER, page, learner);
            aside(walk);
            walk.arrive();
            assertTrue(context.cookies().isEmpty(), "no cookie before one is needed: " + context.cookies());
            String code = walk.newCard();
            questionsBefore(walk, context);
            theModules(walk, everyCard);
            walk.look("course-on-the-way", "/c/spot-it");
            walk.look("questions-after", "/c/spot-it/after");
            Walk.press(page.locator("main form .btn"));
            walk.answerAll("after");
            theResult(walk);
            assertEquals(Set.of("one", "many", "order", "match", "scale"), walk.kinds(), "all kinds of questions");
            afterwards(walk);
            assertTrue(addresses.stream().noneMatch(a -> a.contains(code.replace(" ", ""))), "the code was in an address");
            assertTrue(addresses.stream().allMatch(a -> a.startsWith(SERVER.url("/")) || a.startsWith("data:")), "a third party was asked");
            assertEquals(List.of(), faults, "the browser complained");
        }
    }

    /** What can be read by anybody. */
    private void aside(Walk walk) {
        walk.look("help", "/help");
        walk.look("help-world", "/help/world");
        walk.look("help-krd", "/help/krd");
        walk.look("words", "/words");
        walk.look("sources", "/sources");
        walk.look("sheets", "/sheets");
        walk.look("sheets-parents", "/for/parents/sheets");
        walk.look("sheet-one-page", "/sheets/my-plan");
        walk.look("sheet-wallet", "/sheets/eight-steps");
        walk.look("sheet-tables", "/sheets/dates-and-links");
        walk.look("sheet-example", "/sheets/the-report");
        walk.look("exit", "/exit");
        walk.look("courses-parents", "/for/parents");
        walk.look("courses-responders", "/for/responders");
        walk.look("error-404", "/nothing");
        walk.look("erase", "/card/erase");
        Walk.press(walk.page().locator("main form .btn"));
        walk.look("erase-error");
        walk.look("join", "/card");
        walk.page().locator("#code").fill("AAAA");
        Walk.press(walk.page().locator("main form .btn"));
        assertTrue(walk.page().locator("#error").isVisible());
        walk.look("join-error");
        walk.page().context().clearCookies();
    }

    private void questionsBefore(Walk walk, BrowserContext context) {
        Page page = walk.page();
        walk.goOn();
        walk.look("questions-before");
        Walk.press(page.locator("main form .btn"));
        walk.look("question-empty");
        walk.next();
        assertTrue(page.locator("#error").isVisible(), "Next without a choice is told in a sentence");
        assertEquals("error", page.evaluate("document.activeElement.id"), "the sentence is focused");
        assertTrue(page.title().contains(":"), "the title says that something is wrong: " + page.title());
        walk.look("question-error");
        context.setOffline(true);
        walk.mark();
        page.locator("#state.off").waitFor();
        walk.look("question-not-saved");
        context.setOffline(false);
        walk.awaitSaved();
        walk.look("question-saved");
        walk.answerAll("before");
        assertTrue(page.url().endsWith("/c/spot-it"), page.url());
        walk.look("course-after-questions");
    }

    private void theModules(Walk walk, boolean everyCard) {
        walk.open("/c/spot-it/1/1");
        walk.read(1, everyCard);
        assertTrue(walk.play() >= 3, "a chat has several turns");
        for (int module = 2; module <= 5; module++) {
            walk.passModule(module);
        }
    }

    private void theResult(Walk walk) {
        Page page = walk.page();
        assertTrue(page.url().endsWith("/result"), page.url());
        assertEquals(5, page.locator("ul.ba > li").count(), "one row for each objective");
        walk.look("result");
        page.evaluate("document.querySelectorAll('details.why').forEach(d => d.open = true)");
        walk.look("result-open");
    }

    private void afterwards(Walk walk) {
        walk.look("course-done", "/c/spot-it");
        walk.look("start-visiting", "/");
        walk.look("leave", "/leave");
        Walk.press(walk.page().locator("main form .btn:not(.b2)"));
        walk.page().waitForURL(SERVER.url("/**"));
        assertFalse(walk.page().context().cookies().stream().anyMatch(c -> c.name.equals("v")), "the phone forgot");
    }
}
