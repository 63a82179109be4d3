package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.dalil.Cast;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Response;
import org.dalil.course.entity.Course;
import org.dalil.platform.control.PlatformParts;
import org.dalil.platform.entity.Language;
import org.dalil.workshop.control.Bombs;
import org.dalil.workshop.control.PaperParts;
import org.dalil.workshop.control.Pen;
import org.dalil.workshop.entity.SheetLayout;
import org.dalil.workshop.entity.SheetLayout.Block;
import org.dalil.workshop.entity.SheetProblem;
import org.dalil.workshop.entity.TypedMarks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The same twelve people twice: once on phones, once on paper that is scanned and keyed in. What the two workshops' reports say is the
 * same. On the way, everything that a sheet of paper can do wrong.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PaperIT {

    private static final DalilServer SERVER = DalilServer.fresh("paper", Map.of());
    static final Rows ROWS = new Rows(SERVER);
    private static final Course COURSE = PaperParts.course("teens/spot-it");
    private static final Language ENGLISH = Language.ENGLISH;
    private static final PaperPeople ROOM = new PaperPeople(SERVER, ROWS, COURSE);
    static final int PEOPLE = 12;
    private static final String OWN = "pens and paper and patience";

    private static BrowserContext desk;
    private static PaperDesk office;
    private static StaffWalk hana;
    private static String paper;

    @BeforeAll
    static void begin() {
        SERVER.start();
        hana = StaffWalk.hired(SERVER, new StaffWalk.Newcomer(Cast.hana().name(), Cast.hana().role(), OWN)).get(0);
        desk = hana.page().context();
        office = new PaperDesk(hana);
    }

    @AfterAll
    static void end() {
        desk.close();
        SERVER.close();
    }

    private static Page page() {
        return hana.page();
    }

    @Test
    @Order(1)
    void withoutANumberThereIsNothingToPrint() {
        paper = office.plan();
        hana.open("/staff/workshop/sheets.xhtml?w=" + paper);
        hana.look("workshop-sheets-nobody");
        assertEquals(0, page().locator("#print").count());
    }

    @Test
    @Order(2)
    void sheetsArePrintedForNumbersAndSayNoSecretCode() {
        office.makeCards(paper);
        List<String> codes = page().locator(".cards8 .cd").allInnerTexts();
        hana.open("/staff/workshop/sheets.xhtml?w=" + paper);
        hana.look("workshop-sheets");
        byte[] pdf = office.print(paper, Occasion.PRE, "en", "");
        String text = Pen.text(pdf);
        for (String code : codes) {
            assertTrue(!text.contains(code) && !text.contains(code.replace(" ", "")), "a sheet has no secret code");
        }
        hana.open("/staff/workshop/sheets.xhtml?lang=en&w=" + paper);
        page().locator("#numbers").fill("1, 99");
        Walk.press(page().locator("#print"));
        assertTrue(page().locator("#errors").innerText().contains("Number 99"), "who has no number gets no sheet");
    }

    @Test
    @Order(3)
    void aSheetIsKeyedInTwiceAndWhatDiffersIsLookedUp() {
        byte[] pdf = office.print(paper, Occasion.PRE, "en", "1 2");
        office.key(paper, 2, Occasion.PRE, ROOM.check(pdf, 1));
        assertTrue(page().locator("#errors").innerText().contains("No such sheet"), "a mistyped number is noticed");
        hana.lookAsItStands("workshop-key-error");
        office.key(paper, 1, Occasion.PRE, ROOM.check(pdf, 1));
        hana.lookAsItStands("workshop-key-first");
        List<String> marks = ROOM.typed(paper, 1, Occasion.PRE);
        office.type(marks);
        assertEquals("", page().locator("[id='marks:0:typed']").inputValue(), "the second time is blind");
        int slip = firstOne(marks);
        List<String> second = new ArrayList<>(marks);
        second.set(slip, marks.get(slip).equals("1") ? "٢" : "١");
        office.type(second);
        assertEquals(1, page().locator(".keys li").count(), "only what differs is asked again");
        hana.lookAsItStands("workshop-key-differs");
        page().keyboard().type(marks.get(slip));
        office.enter();
        assertTrue(page().locator("[role=status]").innerText().contains("Number 1, First questions: taken in"), page().locator("main").innerText());
        assertEquals(ROOM.answersOf(paper, 1, Occasion.PRE), ROOM.answersKept(paper, 1, Occasion.PRE));
        assertEquals(1, ROWS.count("SELECT COUNT(*) FROM attendance WHERE workshop_id = ? AND number = 1 AND how = 'SHEET'", paper));
    }

    /** A question of one mark that was answered. */
    private static int firstOne(List<String> marks) {
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i).length() == 1) {
                return i;
            }
        }
        throw new AssertionError("everything was skipped");
    }

    @Test
    @Order(4)
    void theSameSheetAgainChangesNothingAndAnotherOneIsForTheTrainerToDecide() {
        byte[] pdf = office.print(paper, Occasion.PRE, "en", "1");
        List<String> marks = ROOM.typed(paper, 1, Occasion.PRE);
        office.key(paper, 1, Occasion.PRE, ROOM.check(pdf, 1));
        office.type(marks);
        office.type(marks);
        assertTrue(page().locator("[role=status]").innerText().contains("Nothing has changed"));
        int slip = firstOne(marks);
        List<String> other = new ArrayList<>(marks);
        other.set(slip, marks.get(slip).equals("1") ? "2" : "1");
        office.key(paper, 1, Occasion.PRE, ROOM.check(pdf, 1));
        office.type(other);
        office.type(other);
        hana.lookAsItStands("workshop-key-kept");
        assertEquals(ROOM.answersOf(paper, 1, Occasion.PRE), ROOM.answersKept(paper, 1, Occasion.PRE), "nothing is replaced by itself");
        double before = Double.parseDouble(score(1));
        page().locator("#replace").click();
        Walk.press(page().locator(".ui-confirmdialog-yes"));
        assertTrue(page().locator("[role=status]").innerText().contains("count now"));
        office.key(paper, 1, Occasion.PRE, ROOM.check(pdf, 1));
        office.type(marks);
        office.type(marks);
        page().locator("#replace").click();
        Walk.press(page().locator(".ui-confirmdialog-yes"));
        assertEquals(ROOM.answersOf(paper, 1, Occasion.PRE), ROOM.answersKept(paper, 1, Occasion.PRE));
        assertEquals(before, Double.parseDouble(score(1)), 1e-9, "scored anew");
    }

    private static String score(int number) {
        return ROWS.of("SELECT a.score FROM attempt a JOIN seat s ON s.card_id = a.card_id WHERE s.workshop_id = ? AND s.number = ? "
                + "AND a.occasion = 'PRE'", paper, number).get(0);
    }

    private static Block single(SheetLayout.Page page, String workshop, int number) {
        return page.blocks().stream().filter(b -> b.rows().size() == 1 && !b.many())
                .filter(b -> !ROOM.answer(workshop, number, Occasion.PRE, b.item()).skipped()).findFirst().orElseThrow();
    }

    @Test
    @Order(5)
    void aStackIsReadAndADoubtIsDecidedByTheTrainer() {
        List<BufferedImage> stack = new ArrayList<>(ROOM.filled(paper, office.print(paper, Occasion.PRE, "en", "2 3 4 5 6"), Occasion.PRE, ENGLISH, 2, 6));
        Language arabic = new Language("ar");
        stack.addAll(ROOM.filled(paper, office.print(paper, Occasion.PRE, "ar", "7 8 9 10 11"), Occasion.PRE, arabic, 7, 11));
        BufferedImage first = Pen.printed(office.print(paper, Occasion.PRE, "en", "2")).get(0);
        SheetLayout.Page layout = ROOM.layout(ROOM.form(paper, 2, Occasion.PRE), ENGLISH).pages().get(0);
        Block doubtful = single(layout, paper, 2);
        String meant = ROOM.answer(paper, 2, Occasion.PRE, doubtful.item()).value();
        Pen.fill(first, layout, item -> ROOM.answer(paper, 2, Occasion.PRE, item));
        Pen.mark(first, doubtful.rows().get(0).bubbles().stream().filter(b -> !b.value().equals(meant)).findFirst().orElseThrow());
        stack.set(0, first);
        stack.add(3, Pen.empty());
        hana.open("/staff/workshop/scan.xhtml?w=" + paper);
        hana.look("workshop-scan-empty");
        office.scan(paper, office.pdf(stack));
        hana.open("/staff/workshop/scan.xhtml?w=" + paper);
        hana.look("workshop-scan-read");
        hana.open("/staff/workshop/scan.xhtml?lang=en&w=" + paper);
        assertTrue(office.state(2, Occasion.PRE).contains("1 question to look at"), office.state(2, Occasion.PRE));
        for (int number = 3; number < PEOPLE; number++) {
            assertTrue(office.state(number, Occasion.PRE).contains("Ready"), office.state(number, Occasion.PRE));
        }
        assertTrue(page().locator("#looked").innerText().contains("1 of them was empty"));
        Walk.press(page().locator("#tests tbody tr").first().locator("button[aria-label$=': Look']"));
        assertTrue(page().locator("img.cut").getAttribute("src").startsWith("data:image/png;base64,"), "no address leads to a picture");
        assertTrue((Boolean) page().locator("img.cut").evaluate("i => i.complete && i.naturalWidth > 200"), "the policy lets it be seen");
        hana.lookAsItStands("workshop-scan-doubt");
        Walk.press(page().locator("#decide"));
        assertTrue(office.state(2, Occasion.PRE).contains("1 question to look at"), "what is left empty stays open");
        Walk.press(page().locator("#tests tbody tr").first().locator("button[aria-label$=': Look']"));
        page().locator("[id='doubts:0:typed']").fill(new TypedMarks("A B C D E F G H").write(doubtful, new Response(meant, false)));
        Walk.press(page().locator("#decide"));
        assertTrue(office.state(2, Occasion.PRE).contains("Ready"), office.state(2, Occasion.PRE));
        Walk.press(page().locator("#takeAll"));
        assertTrue(page().locator("main").innerText().contains("10 sheets were taken in"), page().locator("main").innerText());
        for (int number = 1; number < PEOPLE; number++) {
            assertEquals(ROOM.answersOf(paper, number, Occasion.PRE), ROOM.answersKept(paper, number, Occasion.PRE), "number " + number);
        }
        assertEquals(PEOPLE - 1, ROWS.count("SELECT COUNT(*) FROM attendance WHERE workshop_id = ? AND how = 'SHEET'", paper));
        office.finish();
    }

    @Test
    @Order(6)
    void theSameSheetScannedAgainIsSaidAndOtherMarksAreShownSideBySide() {
        byte[] pdf = office.print(paper, Occasion.PRE, "en", "4 5");
        List<BufferedImage> stack = ROOM.filled(paper, pdf, Occasion.PRE, ENGLISH, 4, 5);
        SheetLayout.Page layout = ROOM.layout(ROOM.form(paper, 5, Occasion.PRE), ENGLISH).pages().get(0);
        int at = ROOM.layout(ROOM.form(paper, 4, Occasion.PRE), ENGLISH).pages().size();
        Block changed = single(layout, paper, 5);
        String other = changed.rows().get(0).bubbles().stream().map(SheetLayout.Bubble::value)
                .filter(v -> !v.equals(ROOM.answer(paper, 5, Occasion.PRE, changed.item()).value())).findFirst().orElseThrow();
        BufferedImage fresh = Pen.printed(pdf).get(at);
        Pen.fill(fresh, layout, item -> item.equals(changed.item()) ? new Response(other, false) : ROOM.answer(paper, 5, Occasion.PRE, item));
        List<BufferedImage> twice = new ArrayList<>(stack);
        twice.set(at, fresh);
        office.scan(paper, office.pdf(twice));
        assertTrue(office.state(4, Occasion.PRE).contains("Taken in before, the same"), office.state(4, Occasion.PRE));
        assertTrue(office.state(5, Occasion.PRE).contains("with other marks"), office.state(5, Occasion.PRE));
        Walk.press(page().locator("button[aria-label^='5, '][aria-label$=': Compare']"));
        assertEquals(1, page().locator("#both tbody tr").count(), "only what differs");
        hana.lookAsItStands("workshop-scan-compare");
        Walk.press(page().locator("#keep"));
        assertEquals(ROOM.answersOf(paper, 5, Occasion.PRE), ROOM.answersKept(paper, 5, Occasion.PRE), "nothing was replaced");
        office.finish();
        office.scan(paper, office.pdf(List.of(stack.get(at))), office.pdf(List.of(fresh)));
        assertTrue(office.state(5, Occasion.PRE).contains("Page"), "two pictures of its first page, none of the others");
        office.finish();
    }

    @Test
    @Order(7)
    void whatIsNoSheetOfThisRoomIsRefusedWithASentenceAndNothingElse() {
        String other = office.plan();
        office.makeCards(other);
        BufferedImage foreign = Pen.printed(office.print(other, Occasion.PRE, "en", "1")).get(0);
        int number = Integer.parseInt(ROWS.of("SELECT number FROM workshop WHERE id = ?", paper).get(0));
        BufferedImage forged = Pen.printed(PaperParts.forged(COURSE, ENGLISH, number, ROOM.form(paper, 3, Occasion.PRE))).get(0);
        long before = ROWS.count("SELECT COUNT(*) FROM attempt");
        office.scan(paper, office.pdf(List.of(foreign, forged)), new FilePayload("notes.pdf", "application/pdf", "no PDF at all".getBytes(StandardCharsets.UTF_8)),
                new FilePayload("bomb.pdf", "application/pdf", Bombs.pdf()), new FilePayload("bomb.png", "image/png", Bombs.png()),
                new FilePayload("<svg onload=alert(1)>.jpg", "image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 0}),
                new FilePayload("bomb.jpg", "image/jpeg", Bombs.jpeg()), new FilePayload("locked.pdf", "application/pdf", Bombs.locked(true)),
                new FilePayload("empty.pdf", "application/pdf", new byte[0]), new FilePayload("book.pdf", "application/pdf", Bombs.pages(401)));
        for (Language language : Language.ALL) {
            hana.open("/staff/workshop/scan.xhtml?lang=" + language.tag() + "&w=" + paper);
            List<String> refused = page().locator("#refused > li > p:nth-of-type(2)").allInnerTexts();
            assertEquals(Stream.of(SheetProblem.OTHER_WORKSHOP, SheetProblem.SEAL, SheetProblem.FILE, SheetProblem.TOO_LARGE, SheetProblem.TOO_LARGE,
                    SheetProblem.FILE, SheetProblem.TOO_LARGE, SheetProblem.LOCKED, SheetProblem.FILE, SheetProblem.TOO_LARGE)
                    .map(p -> PlatformParts.texts().get(language, p.key())).toList(), refused);
        }
        hana.open("/staff/workshop/scan.xhtml?lang=en&w=" + paper);
        assertEquals(before, ROWS.count("SELECT COUNT(*) FROM attempt"));
        assertEquals(0, page().locator("#tests").count(), "nothing of it can be taken in");
        assertTrue(!page().content().contains("onload=alert"), "names of files are shown nowhere");
        hana.lookAsItStands("workshop-scan-refused");
        office.finish();
    }

    @Test
    @Order(8)
    void aTrainerOfAnotherRoomFindsNothingHere() {
        StaffWalk zana = StaffWalk.hired(SERVER, new StaffWalk.Newcomer("zana", "TRAINER", "another room with a door")).get(0);
        for (String name : List.of("sheets", "key", "scan", "certificates")) {
            assertEquals(409, zana.open("/staff/workshop/" + name + ".xhtml?w=" + paper), name);
        }
        zana.page().context().close();
    }

    @Test
    @Order(9)
    void strangersCanNeitherSendFilesNorMakeTheServerReadThem() {
        Visitor stranger = new Visitor(SERVER);
        String body = "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7\r\n--x--\r\n";
        Visitor.Answer answer = stranger.send("POST", "/staff/workshop/scan.xhtml", body, "Content-Type", "multipart/form-data; boundary=x");
        assertEquals(303, answer.status());
        assertEquals("/staff/sign-in.xhtml?lost=1", answer.location());
        for (String elsewhere : List.of("/staff/sign-in.xhtml", "/staff/workshop/key.xhtml", "/en/card", "/nothing")) {
            assertEquals("HTTP/1.1 413 Request Entity Too Large", Visitor.announced(SERVER, elsewhere, 10_000_000), elsewhere + " takes no stack of scans");
        }
        assertEquals("HTTP/1.1 413 Request Entity Too Large", Visitor.announced(SERVER, "/staff/workshop/scan.xhtml", 215_000_000),
                "nor does the page of scans take any length");
        assertTrue(Visitor.announced(SERVER, "/staff/workshop/scan.xhtml", 5_000_000_000L).startsWith("HTTP/1.1 4"), "and the server itself takes no more");
    }

    @Test
    @Order(10)
    void whatWasTaughtCountsAndALostPageAndALateSheetFindTheirWay() {
        hana.open("/staff/workshop/sheets.xhtml?lang=en&w=" + paper);
        for (int module = COURSE.modules().size(); module > 0; module--) {
            Walk.press(page().locator("button[aria-label$=': Taught']").first());
        }
        List<BufferedImage> after = ROOM.filled(paper, office.print(paper, Occasion.POST, "en", ""), Occasion.POST, ENGLISH, 1, PEOPLE);
        BufferedImage lost = after.remove(after.size() - 1);
        office.scan(paper, office.pdf(after));
        assertTrue(office.state(PEOPLE, Occasion.POST).contains("is missing"), office.state(PEOPLE, Occasion.POST));
        office.send(new FilePayload("photo.jpg", "image/jpeg", Pen.photo(lost)));
        assertTrue(office.state(PEOPLE, Occasion.POST).contains("Ready"), office.state(PEOPLE, Occasion.POST));
        Walk.press(page().locator("#takeAll"));
        assertTrue(page().locator("main").innerText().contains("12 sheets were taken in"), page().locator("main").innerText());
        office.finish();
        office.scan(paper, office.pdf(ROOM.filled(paper, office.print(paper, Occasion.PRE, "en", "12"), Occasion.PRE, ENGLISH, PEOPLE, PEOPLE)));
        Walk.press(page().locator("#takeAll"));
        office.finish();
        assertEquals(PEOPLE, ROWS.count("SELECT COUNT(*) FROM seat s JOIN course_completion c ON c.card_id = s.card_id WHERE s.workshop_id = ?", paper));
        for (int number = 1; number <= PEOPLE; number++) {
            assertEquals(ROOM.answersOf(paper, number, Occasion.POST), ROOM.answersKept(paper, number, Occasion.POST), "number " + number);
        }
    }

    @Test
    @Order(11)
    void theSameTwelvePeopleOnPhonesGiveTheSameReport() throws Exception {
        String phones = office.plan();
        office.makeCards(phones);
        List<String> codes = page().locator(".cards8 .cd").allInnerTexts();
        hana.open("/staff/workshop/room.xhtml?lang=en&w=" + phones);
        Walk.press(page().locator("#openRoom"));
        office.click("[aria-label='First questions: Open']");
        office.click("[aria-label='Last questions: Open']");
        ExecutorService room = Executors.newFixedThreadPool(4);
        List<Future<?>> people = new ArrayList<>();
        for (int number = 1; number <= PEOPLE; number++) {
            int whose = number;
            people.add(room.submit(() -> ROOM.takeCourse(phones, whose, codes.get(whose - 1).replace(" ", ""))));
        }
        for (Future<?> person : people) {
            person.get();
        }
        room.shutdown();
        assertEquals(PEOPLE, ROWS.count("SELECT COUNT(*) FROM seat s JOIN course_completion c ON c.card_id = s.card_id WHERE s.workshop_id = ?", phones));
        phoneStands(phones);
        String onPhones = office.report(phones);
        String onPaper = office.report(paper);
        assertTrue(onPaper.contains("12") && onPaper.lines().count() > 20, onPaper);
        assertEquals(onPhones, onPaper);
        hana.open("/staff/workshop/report.xhtml?w=" + paper);
        hana.look("workshop-report-of-pairs");
        String pdf = Pen.text(office.take("#pdf"));
        assertTrue(pdf.contains("Match rate: of those who took a test"), "who took the tests is drawn, too: " + pdf);
        List.of("ar", "ckb").forEach(tag -> office.assertFilesIn(tag, paper));
        hana.open("/staff/report/scores.xhtml?lang=en");
        hana.look("scores-with-turnout");
        assertEquals(1, page().locator("main [aria-label='Match rate'][role=img]").count());
    }

    /** What was answered on a phone is not replaced by a sheet. */
    private static void phoneStands(String phones) {
        List<BufferedImage> sheet = ROOM.filled(phones, office.print(phones, Occasion.PRE, "en", "1"), Occasion.PRE, ENGLISH, 1, 1);
        office.scan(phones, office.pdf(sheet));
        assertTrue(office.state(1, Occasion.PRE).contains("Answered on a phone"), office.state(1, Occasion.PRE));
        assertEquals(0, page().locator("#takeAll").count());
        office.finish();
        office.key(phones, 1, Occasion.PRE, ROOM.check(office.print(phones, Occasion.PRE, "en", "1"), 1));
        assertTrue(page().locator("#errors").innerText().contains("begun these questions on a phone"));
    }

    @Test
    @Order(12)
    void everybodyWhoCompletedGetsACertificateWithANumberAndNoName() {
        hana.open("/staff/workshop/certificates.xhtml?w=" + paper);
        hana.look("workshop-certificates");
        page().locator("#tag").selectOption("ar");
        Walk.press(page().locator("#make"));
        assertEquals(PEOPLE, page().locator(".diplomas li").count());
        assertTrue(page().locator(".diplomas li").nth(6).innerText().contains("\u0667"), "number 7, in the digits of its language");
        hana.lookAsItStands("workshop-certificates-shown");
    }
}
