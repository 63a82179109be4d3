package org.dalil.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.HashSet;
import java.util.Set;
import org.dalil.Cast;
import org.junit.jupiter.api.Assertions;

/** A learner's steps through a course, {@code spot-it} if nothing else is said, in a browser, looking at each kind of page. */
final class Walk {

    private final DalilServer server;
    private final Page page;
    private final Cast.Learner learner;
    private final String course;
    private final Set<String> looked = new HashSet<>();
    private final Set<String> kinds = new HashSet<>();

    /** Where pages are looked at on a desk, too: from right to left more goes wrong, and each look costs seconds. */
    private static final Set<String> DESKS = Set.of("ar");

    /** Where axe looks: once from right to left, once from left to right. Whether the words fit is seen in every language. */
    private static final Set<String> AXES = Set.of("ar", "en");

    private int status;

    Walk(DalilServer server, Page page, Cast.Learner learner) {
        this(server, page, learner, "spot-it");
    }

    Walk(DalilServer server, Page page, Cast.Learner learner, String course) {
        this.server = server;
        this.page = page;
        this.learner = learner;
        this.course = course;
        page.onResponse(answer -> {
            if (answer.request().isNavigationRequest()) {
                status = answer.status();
            }
        });
    }

    Page page() {
        return page;
    }

    Set<String> kinds() {
        return kinds;
    }

    /** {@code /ar/c/spot-it}, for example, and what stands behind it. */
    String course(String rest) {
        return server.url("/" + learner.language() + "/c/" + course + rest);
    }

    void open(String path) {
        page.navigate(server.url("/" + learner.language() + path));
    }

    /** Opens an address by what stands behind the language, and looks at the page. */
    void look(String name, String path) {
        open(path);
        look(name);
    }

    /** Whether the page works for everybody, on a phone and on a desk; once for each name. Keeps both pictures. */
    void look(String name) {
        if (!looked.add(name)) {
            return;
        }
        Assertions.assertTrue(page.locator("a#exit, body:not(:has(header))").count() > 0, name + " has no way out");
        Assertions.assertTrue(status < 400 || name.startsWith("error"), name + " answers " + status + " at " + page.url());
        if (learner.script()) {
            if (DESKS.contains(learner.language())) {
                view(name, "desk", 1280, 800);
            }
            view(name, "phone", 360, 640);
        }
    }

    private void view(String name, String device, int width, int height) {
        page.setViewportSize(width, height);
        String where = learner.language() + "-" + name + "-" + device;
        Chromium.picture(page, where);
        if (AXES.contains(learner.language())) {
            Chromium.assertAccessible(page, where);
        }
        assertFits(where);
        if (width < 400) {
            page.setViewportSize(320, 500);
            assertFits(where + ", narrow,");
            page.setViewportSize(width, height);
        }
    }

    private void assertFits(String where) {
        Object wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assertions.assertEquals(0, ((Number) wider).intValue(), where + " scrolls sideways");
    }

    /** Presses what leads to a page, and waits for that page. */
    @SuppressWarnings("deprecation") // The way that asks for an address can't tell a page from the same page sent again.
    static void press(Locator button) {
        button.page().waitForNavigation(button::click);
    }

    /** The main button of the page. */
    void goOn() {
        press(page.locator("main .btn:not(.b2)").first());
    }

    /** From the choice of language to the course. */
    void arrive() {
        page.navigate(server.url("/"));
        look("01-language");
        press(page.locator("nav.langs a[lang=" + learner.language() + "]"));
        look("02-start");
        press(page.locator("main a[href$='/for/teens']"));
        look("03-courses");
        press(page.locator("main a[href$='/c/spot-it']").first());
        look("04-course");
    }

    /** Gets a new card. @return its code as printed */
    String newCard() {
        goOn();
        look("05-begin");
        press(page.locator("form[action$='/card/new'] button"));
        String code = page.locator(".cd").innerText().strip();
        Assertions.assertTrue(code.matches("[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{3}"), code);
        Assertions.assertTrue(page.locator(".qr svg path").getAttribute("d").length() > 500, "there is a QR code");
        Assertions.assertFalse(page.url().contains(code.substring(0, 4)), "the code stands in the address");
        Assertions.assertEquals(0, page.locator("a[hreflang]").count(), "in another language the code would be gone");
        look("06-card");
        return code;
    }

    /** Marks something at the present question. */
    void mark() {
        Locator selects = page.locator("main select");
        int count = selects.count();
        for (int i = 0; i < count; i++) {
            selects.nth(i).selectOption(new SelectOption().setIndex(i + 1));
        }
        if (count == 0) {
            page.locator(".opts label").first().click();
        }
        kinds.add(kind());
    }

    private String kind() {
        if (page.locator("select[name^=p-]").count() > 0) {
            return "order";
        }
        if (page.locator("select[name^=m-]").count() > 0) {
            return "match";
        }
        if (page.locator(".opts input[type=checkbox]").count() > 0) {
            return "many";
        }
        return page.locator(".opts input").count() == 5 && page.locator("input[value='5']").count() == 1 ? "scale" : "one";
    }

    /** Saved by the page's script, visibly. */
    void awaitSaved() {
        page.locator("#state.ok").waitFor();
        Assertions.assertFalse(page.locator("#state.ok").innerText().isBlank());
    }

    void next() {
        press(page.locator("form[data-save] .btn"));
    }

    /** Answers whatever is asked until all is handed in. */
    void answerAll(String occasion) {
        for (int most = 40; page.url().matches(".*/(before|after)/\\d+$") && most > 0; most--) {
            mark();
            if (learner.script()) {
                awaitSaved();
            }
            look("question-" + kind());
            next();
        }
        Assertions.assertTrue(page.url().endsWith("/end/questions"), page.url());
        look(occasion + "-end");
        press(page.locator("main form .btn"));
    }

    /** Reads a module's cards. @param every whether to look at each */
    void read(int module, boolean every) {
        for (int card = 1; !page.url().contains("/chat") && card < 20; card++) {
            Assertions.assertTrue(page.locator("main form .btn, main p > .btn:not(.b2)").count() > 0, "no way on at " + page.url());
            if (page.locator(".ck label").count() > 0) {
                page.locator(".ck label").first().click();
            }
            look(every ? "lesson-" + module + "-" + card : "lesson");
            press(page.locator("main form .btn, main p > .btn:not(.b2)").first());
        }
        Assertions.assertTrue(page.url().contains("/" + module + "/chat"), page.url());
    }

    /** Plays the present chat until an end. @return how many choices that took */
    int play() {
        look("chat-begin");
        int choices = 0;
        while (page.locator(".pick button").count() > 0 && choices < 40) {
            press(page.locator(".pick button").first());
            choices++;
            if (choices == 2) {
                look("chat-middle");
            }
        }
        Assertions.assertEquals(1, page.locator("main .key#now").count(), "the chat has an end");
        look("chat-end");
        return choices;
    }

    /** The other modules, quickly: the note, the cards, the chat skipped. */
    void passModule(int module) {
        open("/c/" + course + "/" + module);
        if (page.url().endsWith("/" + module)) {
            look("note");
            goOn();
        }
        read(module, false);
        press(page.locator("button[name=skip]"));
    }
}
