package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dalil.assessment.entity.Occasion;
import org.dalil.platform.control.PlatformParts;
import org.dalil.platform.entity.Language;
import org.dalil.workshop.control.Pen;

/** A trainer at a desk with a printer, a copier and a keyboard. */
final class PaperDesk {

    private final StaffWalk hana;

    PaperDesk(StaffWalk hana) {
        this.hana = hana;
    }

    private Page page() {
        return hana.page();
    }

    /** Plans a workshop for twelve. @return its id */
    String plan() {
        hana.open("/staff/workshop/plan.xhtml?lang=en");
        page().locator("#course").selectOption(new SelectOption().setLabel("Spot it (teens)"));
        Walk.press(page().locator("#choose"));
        page().locator("#region").selectOption("DUHOK");
        page().locator("#expected").fill(String.valueOf(PaperIT.PEOPLE));
        for (String language : List.of("en", "ar")) {
            page().locator("#languagesBox input[value=" + language + "]").evaluate("box => box.checked || box.click()");
        }
        Walk.press(page().locator("#save"));
        return page().url().replaceAll(".*w=([0-9a-f-]+).*", "$1");
    }

    void makeCards(String workshop) {
        hana.open("/staff/workshop/cards.xhtml?lang=en&w=" + workshop);
        page().locator("#count").fill(String.valueOf(PaperIT.PEOPLE));
        // As people click who are used to files; these cards must be the ones that count, and all of them.
        page().locator("#make").dblclick();
        page().locator(".cards8").waitFor();
        page().waitForLoadState();
        assertEquals(PaperIT.PEOPLE, PaperIT.ROWS.count("SELECT COUNT(*) FROM seat WHERE workshop_id = ?", workshop));
    }

    byte[] print(String workshop, Occasion occasion, String language, String numbers) {
        hana.open("/staff/workshop/sheets.xhtml?lang=en&w=" + workshop);
        page().locator("#occasion").selectOption(occasion.name());
        page().locator("#tag").selectOption(language);
        page().locator("#numbers").fill(numbers);
        return taken("#print", "sheets.pdf");
    }

    /** What a button of this page hands out. */
    byte[] take(String button) {
        return taken(button, "figures.pdf");
    }

    /** Likewise, by the name that the file has. */
    byte[] taken(String button, String name) {
        Download file = page().waitForDownload(() -> page().locator(button).click());
        assertEquals(name, file.suggestedFilename(), "a neutral name");
        try (InputStream in = file.createReadStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What leaves the room says it in the reader's language: the words of the page, and what to talk about again. */
    void assertFilesIn(String tag, String workshop) {
        hana.open("/staff/workshop/report.xhtml?lang=" + tag + "&w=" + workshop);
        List<String> again = page().locator("main ul li bdi").allInnerTexts();
        assertFalse(again.isEmpty(), "there is something to talk about again");
        byte[] pdf = take("#pdf");
        String csv = new String(taken("#csv", "figures.csv"), StandardCharsets.UTF_8);
        keep("report-" + tag + ".pdf", pdf);
        keep("report-" + tag + ".csv", csv.getBytes(StandardCharsets.UTF_8));
        keep("report-" + tag + ".xlsx", taken("#xlsx", "figures.xlsx"));
        String text = Pen.text(pdf).replaceAll("\\s+", " ");
        assertTrue(again.stream().allMatch(text::contains), again + " in " + text);
        assertFalse(text.contains(".:") || csv.contains(".:"), "an objective is no sentence of its own there");
        String figure = PlatformParts.texts().get(new Language(tag), "report.ws.figure");
        assertTrue(csv.contains('"' + figure + '"') && csv.matches("(?s).*\"[0-9]+\\.[0-9]\".*"), csv);
    }

    /** With {@code -Dpictures=true}: for the one who reads the test's results. */
    private static void keep(String name, byte[] file) {
        if (!Boolean.getBoolean("pictures")) {
            return;
        }
        try {
            Files.write(Path.of("target", "pictures", name), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void key(String workshop, int number, Occasion occasion, String check) {
        hana.open("/staff/workshop/key.xhtml?lang=en&w=" + workshop);
        page().locator("#number").fill(Language.of("ar").orElseThrow().number(number));
        page().locator("#occasion").selectOption(occasion.name());
        page().locator("#check").fill(check.toLowerCase());
        Walk.press(page().locator("#find"));
    }

    /** Types with the keyboard alone, Enter from field to field; the last Enter goes on. */
    void type(List<String> marks) {
        for (int i = 0; i < marks.size(); i++) {
            page().keyboard().type(marks.get(i));
            if (i < marks.size() - 1) {
                page().keyboard().press("Enter");
            }
        }
        enter();
    }

    @SuppressWarnings("deprecation") // As in Walk: an address can't tell a page from the same page sent again.
    void enter() {
        page().waitForNavigation(() -> page().keyboard().press("Enter"));
    }

    FilePayload pdf(List<BufferedImage> stack) {
        return new FilePayload("stack.pdf", "application/pdf", Pen.scanned(stack));
    }

    /** Sends files and waits until they were read. */
    void scan(String workshop, FilePayload... files) {
        hana.open("/staff/workshop/scan.xhtml?lang=en&w=" + workshop);
        send(files);
    }

    void send(FilePayload... files) {
        page().locator("#files").setInputFiles(files);
        Walk.press(page().locator("#send"));
        page().locator("#looked").waitFor(new Locator.WaitForOptions().setTimeout(120_000));
    }

    void finish() {
        page().locator("#finish").click();
        Walk.press(page().locator(".ui-confirmdialog-yes"));
        assertEquals(0, page().locator("#looked").count(), "nothing is kept");
    }

    /** What the list says about a number's test. */
    String state(int number, Occasion occasion) {
        String which = occasion == Occasion.PRE ? "First questions" : "Last questions";
        return page().locator("#tests tbody tr").all().stream().map(Locator::innerText).map(t -> t.replaceAll("\\s+", " "))
                .filter(t -> t.matches("(Number )?" + number + " .*" + which + ".*")).findFirst().orElse("not in the list");
    }

    /** As {@link Walk#press}, for a button on a page that renews itself. */
    @SuppressWarnings("deprecation")
    void click(String button) {
        page().waitForNavigation(() -> page().locator(button).evaluate("b => b.click()"));
    }

    /** Closes a workshop. @return everything its report says but which workshop it is */
    String report(String workshop) {
        hana.open("/staff/workshop/room.xhtml?lang=en&w=" + workshop);
        page().locator("#closeOut").click();
        Walk.press(page().locator(".ui-confirmdialog-yes"));
        hana.open("/staff/workshop/report.xhtml?lang=en&w=" + workshop);
        page().locator("main details > summary").all().forEach(Locator::click);
        return page().locator("main").innerText().lines().filter(l -> !l.startsWith("Workshop ")).reduce("", (a, b) -> a + b + "\n");
    }
}
