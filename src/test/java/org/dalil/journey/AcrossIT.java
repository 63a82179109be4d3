package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dalil.report.entity.BeforeAfter;
import org.dalil.report.entity.ItemAnswer;
import org.dalil.report.entity.ItemSums;
import org.dalil.report.entity.ItemTally;
import org.dalil.report.entity.LanguageCount;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A manager looks at figures across workshops, takes them as files, and sees how the questions work. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AcrossIT {

    private static final DalilServer SERVER = DalilServer.fresh("across", Map.of());
    private static final Rows ROWS = new Rows(SERVER);

    private static BrowserContext desk;
    private static StaffWalk manager;

    @BeforeAll
    static void begin() {
        SERVER.start();
        manager = StaffWalk.hired(SERVER, new StaffWalk.Newcomer("mina", "MANAGER", "figures for an honest donor")).get(0);
        desk = manager.page().context();
    }

    @AfterAll
    static void end() {
        desk.close();
        SERVER.close();
    }

    private static void look(String path, String name) {
        assertEquals(200, manager.open(path), path);
        manager.look(name);
    }

    @Test
    @Order(1)
    void withoutAnybodyThereIsASentence() {
        look("/staff/report/across.xhtml", "across-none");
        look("/staff/report/items.xhtml", "items-none");
    }

    /** A programme of a year: four workshops a quarter. */
    private static void programme() {
        List<String> courses = ROWS.of("SELECT id FROM course ORDER BY slug LIMIT 2");
        Random random = new Random(4);
        for (int w = 0; w < 32; w++) {
            int people = 10 + random.nextInt(20);
            double early = 38 + random.nextInt(14);
            ROWS.change("INSERT INTO report_batch (id, stage, cluster, course, audience, region, period, language, partner, no_test, pre_only,"
                    + " post_only, partial, paired, completed, mean_before, mean_after, squares_before, squares_after, squares_gain, kept, gained,"
                    + " lost, never) VALUES (?, ?, ?, ?, 'teens', ?, ?, ?, ?, 0, 0, 0, 0, ?, ?, ?, ?, 4000, 4000, 3000, 3, 6, 1, ?)",
                    UUID.randomUUID().toString(), w % 8 == 7 ? "MONTH" : "COURSE", UUID.randomUUID().toString(), courses.get(w % 2),
                    List.of("DUHOK", "ERBIL", "AMMAN").get(random.nextInt(3)), "2026-Q" + (1 + w / 8), w % 5 == 4 ? null : w % 3 == 0 ? "ar" : "ckb",
                    w % 2 == 0 ? "\u0635\u0648\u062a \u0627\u0644\u0641\u062a\u064a\u0627\u062a" : "=1+1 <svg onload=alert(1)>", people, people - 2, early,
                    early + 18 + random.nextInt(8), people - 10);
        }
    }

    @Test
    @Order(2)
    void tablesOfOneAndTwoDimensionsWorkForEverybody() {
        programme();
        look("/staff/report/across.xhtml?by=period", "across-trend");
        manager.open("/staff/report/across.xhtml?lang=en");
        assertTrue(manager.page().locator("main").innerText().contains("Quarter 4, 2026"), "the trend comes first");
        manager.page().locator("#by").selectOption("region");
        manager.page().locator("#and").selectOption("partner");
        Walk.press(manager.page().locator("#show"));
        assertTrue(manager.page().content().contains("&lt;svg onload"), "a partner's name is text");
        manager.page().locator("#only").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        Walk.press(manager.page().locator("#show"));
        assertEquals(3 + 1, manager.page().locator("#across tbody tr").count(), "one line a region and their sum");
        look("/staff/report/across.xhtml?by=region&and=language", "across-two");
        look("/staff/report/across.xhtml?by=course&stage=month", "across-month");
        look("/staff/report/scores.xhtml", "scores-figures");
        assertTrue(ROWS.count("SELECT COUNT(*) FROM report_shown WHERE by_rows = 'REGION' AND medium = 'PAGE'") >= 3, "looking is publishing");
        assertEquals(200, manager.open("/staff/report/across.xhtml?by=nobody&and=' OR 1=1&only=%00&stage=x"));
    }

    private static Download take(String address, String button) {
        manager.open(address);
        return manager.page().waitForDownload(() -> manager.page().locator(button).click());
    }

    @Test
    @Order(3)
    void theDonorSheetIsAWorkbookAPrintAndPlainLines() throws IOException {
        String csv = Files.readString(take("/staff/report/across.xhtml?by=region&and=partner&lang=en", "#csv").path(), StandardCharsets.UTF_8);
        assertTrue(csv.contains("\"Duhok\""), csv);
        assertTrue(csv.contains("\"'=1+1 <svg"), "no formula");
        Download workbook = take("/staff/report/across.xhtml?by=region&and=partner&lang=ar", "#xlsx");
        assertEquals("figures.xlsx", workbook.suggestedFilename());
        try (ZipFile zip = new ZipFile(workbook.path().toFile())) {
            String sheet = new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), StandardCharsets.UTF_8);
            // Letters beyond ASCII stand there as their numbers.
            sheet = Pattern.compile("&#x([0-9a-f]+);").matcher(sheet).replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16)));
            assertTrue(sheet.contains("rightToLeft="), "from the right: " + sheet);
            assertTrue(sheet.contains("\u062f\u0647\u0648\u0643"), "in Arabic: " + sheet);
            assertTrue(!sheet.contains("<f>"), "no formula");
        }
        for (String language : List.of("en", "ar")) {
            Download print = take("/staff/report/across.xhtml?by=region&lang=" + language, "#pdf");
            try (PDDocument document = Loader.loadPDF(print.path().toFile())) {
                String text = new PDFTextStripper().getText(document);
                assertTrue(text.contains(language.equals("en") ? "Across workshops" : "\u0639\u0628\u0631 \u0627\u0644\u0648\u0631\u0634\u0627\u062a"), text);
                if (Boolean.getBoolean("pictures")) {
                    javax.imageio.ImageIO.write(new org.apache.pdfbox.rendering.PDFRenderer(document).renderImageWithDPI(0, 70), "png",
                            new java.io.File("target/pictures/print-" + language + ".png"));
                }
            }
        }
        assertEquals(4, ROWS.count("SELECT COUNT(*) FROM audit_event WHERE act = 'across.file'"), "who took a file is in the trail");
    }

    @Test
    @Order(4)
    void questionsShowHowTheyWork() throws JsonProcessingException {
        String course = ROWS.of("SELECT id FROM course ORDER BY slug LIMIT 1").get(0);
        int number = 0;
        for (String item : ROWS.of("SELECT i.item_id FROM course_item i JOIN course c ON c.version = i.version_id WHERE c.id = ? AND i.scored"
                + " AND i.kind = 'SINGLE' LIMIT 4", course)) {
            int wrong = 15 + 4 * number++;
            ItemTally.Occasion early = occasion(item, wrong + 25);
            ItemSums sums = new ItemSums(new ItemTally(item, true, Set.of(), early, occasion(item, wrong), new BeforeAfter(20, 30, 12, 18)),
                    List.of(new LanguageCount("ar", "PRE 5", 20, 60), new LanguageCount("ckb", "PRE 5", 50, 30)));
            ROWS.change("INSERT INTO report_item (course_id, item_id, sums) VALUES (?, ?, ?)", course, item, new ObjectMapper().writeValueAsString(sums));
        }
        look("/staff/report/items.xhtml?c=" + course, "items");
        assertTrue(manager.page().locator("#items tbody tr").count() >= 2);
        assertEquals(number, ROWS.count("SELECT COUNT(*) FROM report_item WHERE shown IS NOT NULL"), "looking is publishing");
    }

    /** Eighty answers, so many of them wrong; who knows the rest is mostly right. */
    private static ItemTally.Occasion occasion(String item, int wrong) {
        return ItemTally.Occasion.of(IntStream.range(0, 80).mapToObj(i -> new ItemAnswer(i < wrong ? 0 : 1, (i + i % 7 * 4) / 110.0, false,
                List.of(i < wrong ? i % 3 == 0 ? "x" : "y" : "right"))).toList());
    }
}
