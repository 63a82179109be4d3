package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The sheets to print, printed: every one, in every language. */
class SheetIT {

    private static final DalilServer SERVER = DalilServer.shared();

    private static final List<String> LANGUAGES = List.of("en", "ar", "ckb", "kmr");

    private static final Pattern SHEET = Pattern.compile("href=\"(/[a-z]+/sheets/[a-z0-9-]+)\"");

    /** A page of a PDF, as Chromium writes it. */
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b");

    /** CSS pixels in a millimetre. */
    private static final double MM = 96 / 25.4;

    /** What a learner's page may weigh with its style, in bytes of gzip. */
    private static final int HEAVIEST = 14 * 1024;

    private static Set<String> sheets() {
        Set<String> all = new LinkedHashSet<>();
        for (String language : LANGUAGES) {
            SHEET.matcher(new Visitor(SERVER).get("/" + language + "/sheets").body()).results().forEach(m -> all.add(m.group(1)));
        }
        return all;
    }

    @Test
    void onePageIsOnePageInEveryLanguage() {
        List<Executable> checks = new ArrayList<>();
        try (BrowserContext context = Chromium.desk()) {
            Page page = context.newPage();
            for (String sheet : sheets()) {
                page.navigate(SERVER.url(sheet));
                boolean one = page.locator(".paper.one, .paper.wallet").count() == 1;
                int pages = pages(page);
                checks.add(() -> assertTrue(one ? pages == 1 : pages > 0 && pages < 6, sheet + " takes " + pages + " pages"));
            }
        }
        assertTrue(checks.size() > 30, "all sheets were printed: " + checks.size());
        assertAll(checks);
    }

    private static int pages(Page page) {
        String pdf = new String(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)), StandardCharsets.ISO_8859_1);
        return (int) PAGE.matcher(pdf).results().count();
    }

    @Test
    void theCardHasTwoSidesThatFitAWalletAndHoldAllTheirWords() {
        List<Executable> checks = new ArrayList<>();
        try (BrowserContext context = Chromium.desk()) {
            Page page = context.newPage();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (String language : LANGUAGES) {
                page.navigate(SERVER.url("/" + language + "/sheets/eight-steps"));
                assertEquals(2, page.locator(".wallet .part").count());
                for (int side = 0; side < 2; side++) {
                    BoundingBox box = page.locator(".wallet .part").nth(side).boundingBox();
                    Object over = page.locator(".wallet .part").nth(side).evaluate("p => Math.max(0, p.scrollHeight - p.clientHeight)");
                    String where = language + ", side " + (side + 1);
                    checks.add(() -> assertEquals(86, box.width / MM, .5, where));
                    checks.add(() -> assertEquals(54, box.height / MM, .5, where));
                    checks.add(() -> assertEquals(0, ((Number) over).intValue(), where + " is too full"));
                }
            }
        }
        assertAll(checks);
    }

    @Test
    void onlyTheSheetIsPrintedAndNothingCanBeTyped() {
        try (BrowserContext context = Chromium.desk()) {
            Page page = context.newPage();
            for (String language : LANGUAGES) {
                page.navigate(SERVER.url("/" + language + "/sheets/my-plan"));
                assertEquals(0, page.locator("input, textarea, select, form, [contenteditable]").count());
                assertTrue(page.locator("#print").isVisible(), "a script offers to print");
                assertTrue(page.locator("#exit").isVisible());
                assertTrue(page.locator(".draft").isVisible(), "a draft says so");
                page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                for (String hidden : List.of("header", ".bar", "#print", ".lead", "main > .noprint")) {
                    assertFalse(page.locator(hidden).first().isVisible(), hidden + " is printed");
                }
                assertTrue(page.locator("h1").isVisible() && page.locator(".draft").isVisible());
                page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            }
        }
    }

    @Test
    void withoutScriptItIsTheSamePageWithoutTheButton() {
        try (BrowserContext context = Chromium.phone(false)) {
            Page page = context.newPage();
            page.navigate(SERVER.url("/ar/sheets"));
            Walk.press(page.locator("main a[href$='/my-plan']"));
            assertFalse(page.locator("#print").isVisible());
            assertTrue(page.locator(".fields li").count() > 10);
            assertTrue(page.locator("#exit").isVisible());
        }
    }

    @Test
    void sheetsAreMetWhereTheyAreNeeded() {
        Visitor visitor = new Visitor(SERVER);
        for (String language : LANGUAGES) {
            assertTrue(visitor.get("/" + language + "/c/first-hour").body().contains("/" + language + "/sheets/eight-steps"));
            assertTrue(visitor.get("/" + language + "/help/krd/parents").body().contains("/" + language + "/for/parents/sheets"));
            assertTrue(visitor.get("/" + language + "/words").body().contains("/" + language + "/sheets"));
            assertFalse(visitor.get("/" + language + "/for/teens/sheets").body().contains("/sheets/the-letter"), "that one is for responders");
        }
        assertEquals(404, visitor.get("/en/sheets/nothing").status());
        assertEquals(404, visitor.get("/ckb/sheets/the-letter").status(), "there are no words for it");
        assertEquals(404, visitor.get("/en/for/nobody/sheets").status());
    }

    @Test
    void everySheetIsLightAndHasTheSitesNeutralTitle() throws IOException {
        List<Executable> checks = new ArrayList<>();
        for (String sheet : sheets()) {
            String body = new Visitor(SERVER).get(sheet).body();
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
                gzip.write(body.getBytes(StandardCharsets.UTF_8));
            }
            checks.add(() -> assertTrue(compressed.size() < HEAVIEST, sheet + " weighs " + compressed.size() + " bytes"));
            checks.add(() -> assertTrue(body.contains("<title>Dalil</title>"), sheet));
        }
        assertAll(checks);
    }
}
