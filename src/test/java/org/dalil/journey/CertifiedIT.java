package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dalil.Authenticator;
import org.dalil.Cast;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One candidate, the whole way: invited, learns, sits under an invigilator's eyes, passes; a stranger checks the certificate. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CertifiedIT {

    private static final DalilServer SERVER = DalilServer.fresh("certified", Map.of());
    private static final Rows ROWS = new Rows(SERVER);
    private static final String PASSWORD = "nine calm boats at dawn";
    /** The other course that teachers are examined on. */
    private static final String PRACTICE = "practice";

    private static BrowserContext phone;
    private static BrowserContext table;
    private static StaffWalk dina;
    private static StaffWalk karim;
    private static Page candidate;
    private static Page room;
    private static String invitation;
    private static String card;
    private static String roomCode;
    private static String session;
    private static byte[] paper;

    @BeforeAll
    static void begin() throws IOException {
        SERVER.start();
        ExamDesk.Certifiers certifiers = ExamDesk.Certifiers.at(SERVER);
        dina = certifiers.dina();
        karim = certifiers.karim();
        phone = Chromium.phone(true);
        table = Chromium.desk();
        candidate = phone.newPage();
        room = table.newPage();
        fill("F1", ExamAnswers.FIRST_RESPONSE);
        fill("F4", PRACTICE);
    }

    /** A bank that one of them brings and the other one has read. */
    private static void fill(String code, String course) throws IOException {
        bank(dina, code);
        dina.page().locator("#files").setInputFiles(ExamDesk.bank(course));
        Walk.press(dina.page().locator("#upload"));
        bank(karim, code);
        ExamDesk.sure(karim, "#approveAll");
    }

    private static void bank(StaffWalk certifier, String code) {
        certifier.open("/staff/exam/bank.xhtml?lang=en");
        certifier.page().locator("#course").selectOption(code);
        Walk.press(certifier.page().locator("#choose"));
    }

    @AfterAll
    static void end() {
        List.of(dina.page().context(), karim.page().context(), phone, table).forEach(BrowserContext::close);
        SERVER.close();
    }

    @Test
    @Order(1)
    void aTeacherIsInvitedAndComesIn() {
        dina.open("/staff/exam/candidates.xhtml?lang=en");
        dina.page().locator("#arabic").fill("نازدار محمود");
        dina.page().locator("#latin").fill("Nazdar Mahmoud");
        dina.page().locator("#track").selectOption("teachers");
        Walk.press(dina.page().locator("#add"));
        invitation = dina.page().locator(".cards8 .cd").innerText();
        candidate.navigate(SERVER.url("/ar/exam/invitation"));
        candidate.locator("#code").fill(invitation);
        candidate.locator("#password").fill(PASSWORD);
        Walk.press(candidate.locator("main form button"));
        assertTrue(candidate.locator("#progress").innerText().contains("٥١"), candidate.locator("#progress").innerText());
        assertFalse(candidate.locator("#missing").innerText().isBlank(), "it is said what is missing");
        ExamDesk.look(candidate, "certified-desk-ar");
    }

    @Test
    @Order(2)
    void theyLearnWithACardThatNobodyKnowsToBeTheirs() {
        candidate.navigate(SERVER.url("/en/exam/path"));
        ExamDesk.look(candidate, "certified-path-en");
        Walk.press(candidate.locator("main h2 a[href$='/c/first-response']"));
        Walk learner = new Walk(SERVER, candidate, new Cast.Learner("Nazdar", 34, "en", true, false), "first-response");
        card = learner.newCard();
        learner.passModule(1);
        // The other fifty would take days. One is left for later, F4's sixth.
        Map.of("F1", 7, "F4", 5, "T1", 6, "T2", 5, "T3", 6, "T4", 6, "P1", 5, "P2", 6, "P3", 4)
                .forEach((course, modules) -> IntStream.rangeClosed(1, modules).forEach(module -> complete(course, module)));
        candidate.navigate(SERVER.url("/en/exam/path"));
        assertTrue(candidate.url().endsWith("/en/exam"), "with the card in this browser nobody is signed in: " + candidate.url());
    }

    private static void complete(String course, int module) {
        ROWS.change("""
                INSERT IGNORE INTO module_progress (card_id, course_id, module, seen, last_card, read_to_end, played, moved_at, completed_at)
                SELECT p.id, c.id, ?, 7, 3, TRUE, TRUE, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) FROM participant_card p JOIN course c ON c.code = ?
                """, module, course);
    }

    @Test
    @Order(3)
    void withoutTheirLearningThereIsNoSeat() {
        dina.open("/staff/exam/plan.xhtml?lang=en");
        dina.page().locator("#track").selectOption("teachers");
        dina.page().locator("#place").fill("Hall 2");
        Walk.press(dina.page().locator("#save"));
        assertEquals(0, dina.page().locator("#part").count(), "all of the track is examined");
        session = dina.page().url().replaceAll(".*w=", "");
        give();
        assertTrue(dina.page().locator("#unready").innerText().contains("Nazdar Mahmoud"), "who has none is told");
        assertEquals(0, ROWS.count("SELECT COUNT(*) FROM exam_seat"));
    }

    private static void give() {
        Walk.press(dina.page().locator("#search"));
        dina.page().locator("#found input[type=checkbox]").first().check(new Locator.CheckOptions().setForce(true));
        Walk.press(dina.page().locator("#give"));
    }

    @Test
    @Order(4)
    void theCardsCodeConfirmsWhatWasLearntAndTheCertifierSeesIt() {
        ExamDesk.signIn(candidate, SERVER.url("/en/exam"), "1001", PASSWORD);
        candidate.navigate(SERVER.url("/en/exam/path"));
        candidate.locator("#code").fill("abc");
        Walk.press(candidate.locator("main form button"));
        assertTrue(candidate.locator("#error").innerText().contains("11 letters"), candidate.locator("#error").innerText());
        ExamDesk.look(candidate, "certified-path-slip");
        candidate.locator("#code").fill(card);
        Walk.press(candidate.locator("main form button"));
        assertTrue(candidate.locator("#done").innerText().contains("50 modules were confirmed"), candidate.locator("#done").innerText());
        assertFalse(candidate.content().contains(card.substring(0, 4)), "the code is shown no more");
        ExamDesk.look(candidate, "certified-path-almost");
        dina.open("/staff/exam/candidates.xhtml");
        dina.look("certified-candidates");
        assertTrue(dina.page().locator("#list").innerText().contains("50 of 51"), dina.page().locator("#list").innerText());
        complete("F4", 6);
        candidate.locator("#code").fill(card);
        Walk.press(candidate.locator("main form button"));
        candidate.navigate(SERVER.url("/ar/exam/path"));
        ExamDesk.look(candidate, "certified-path-ar");
        assertEquals(0, candidate.locator("#code").count(), "nothing is left to confirm");
        dina.open("/staff/exam/session.xhtml?lang=en&w=" + session);
        give();
        assertEquals(1, ROWS.count("SELECT COUNT(*) FROM exam_seat"));
        ExamDesk.sure(dina, "#entrust");
        roomCode = dina.page().locator("#invigilator-code").innerText().strip();
    }

    @Test
    @Order(5)
    void theySitUnderAnInvigilatorsEyesAndPass() {
        room.navigate(SERVER.url("/en/exam/room"));
        room.locator("#code").fill(roomCode);
        Walk.press(room.locator("main form button"));
        Walk.press(room.locator("button[value=open]"));
        candidate.navigate(SERVER.url("/en/exam/desk"));
        Walk.press(candidate.locator(".way a"));
        candidate.locator("#code").fill(room.locator(".wall").innerText());
        Walk.press(candidate.locator("main form button"));
        ExamAnswers knows = new ExamAnswers("en").and(PRACTICE, "en");
        for (int n = 0; n < 120 && candidate.locator("form[data-save]").count() > 0; n++) {
            knows.mark(candidate);
            Walk.press(candidate.locator("form[data-save] .btn"));
        }
        Walk.press(candidate.locator("main form .btn"));
        assertEquals("Passed", candidate.locator("#verdict").innerText());
    }

    @Test
    @Order(6)
    void theCertificateIsIssuedAndFetchedFromTheirOwnPage() throws InterruptedException {
        for (int tenths = 0; tenths < 200 && ROWS.count("SELECT COUNT(*) FROM certificate") == 0; tenths++) {
            Thread.sleep(100);
        }
        candidate.navigate(SERVER.url("/en/exam/certificates"));
        assertEquals(1, candidate.locator("main section").count());
        APIResponse file = phone.request().get(SERVER.url(candidate.locator("main section a[href$='.pdf']").getAttribute("href")));
        assertEquals(200, file.status());
        paper = file.body();
    }

    @Test
    @Order(7)
    void aStrangerChecksThePaperAndTheNameOnIt() throws IOException {
        String text;
        try (PDDocument document = Loader.loadPDF(paper)) {
            text = new PDFTextStripper().getText(document);
        }
        Matcher code = Pattern.compile("\\b[0-9A-Z]{4}(?:[- ][0-9A-Z]{4}){5}[- ][0-9A-Z]{2}\\b").matcher(text);
        assertTrue(code.find(), text);
        try (BrowserContext stranger = Chromium.phone(false)) {
            Page page = stranger.newPage();
            page.navigate(SERVER.url("/en/verify"));
            page.locator("#code").fill(code.group());
            page.locator("#name").fill("nazdar mahmoud");
            Walk.press(page.locator("form button").first());
            assertEquals("Valid", page.locator("#outcome").innerText().strip());
            assertTrue(page.locator("#named").innerText().contains("is the one"));
            page.navigate(SERVER.url("/en/verify"));
            page.locator("#file").setInputFiles(new FilePayload("certificate.pdf", "application/pdf", paper));
            Walk.press(page.locator("form[enctype] button"));
            assertEquals("Valid", page.locator("#outcome").innerText().strip());
            assertFalse(page.content().contains("Nazdar"), "a stranger is told no name");
        }
    }

    @Test
    @Order(8)
    void whoWantsASecondStepTurnsItOnAndComesInWithIt() {
        candidate.navigate(SERVER.url("/ar/exam/factor"));
        ExamDesk.look(candidate, "certified-factor-ar");
        candidate.navigate(SERVER.url("/en/exam/factor"));
        String secret = candidate.locator("#secret").innerText().replace(" ", "");
        candidate.locator("#code").fill("000000");
        candidate.locator("#password").fill(PASSWORD);
        Walk.press(candidate.locator("main form button"));
        assertTrue(candidate.locator("#error").isVisible());
        assertEquals(secret, candidate.locator("#secret").innerText().replace(" ", ""), "the app need not be set up again");
        ExamDesk.look(candidate, "certified-factor-wrong");
        candidate.locator("#code").fill(Authenticator.code(secret, Instant.now()));
        candidate.locator("#password").fill(PASSWORD);
        Walk.press(candidate.locator("main form button"));
        List<String> codes = candidate.locator("#codes li").allInnerTexts();
        assertEquals(10, codes.size());
        ExamDesk.look(candidate, "certified-factor-codes");
        candidate.navigate(SERVER.url("/en/exam/factor"));
        ExamDesk.look(candidate, "certified-factor-on");
        candidate.navigate(SERVER.url("/en/exam/desk"));
        Walk.press(candidate.locator("main form button"));
        ExamDesk.signIn(candidate, SERVER.url("/en/exam"), "1001", PASSWORD);
        assertTrue(candidate.url().endsWith("/exam/code"), candidate.url());
        ExamDesk.look(candidate, "certified-code-en");
        candidate.navigate(SERVER.url("/en/exam/desk"));
        assertTrue(candidate.url().endsWith("/en/exam"), "the password alone opens nothing");
        candidate.navigate(SERVER.url("/en/exam/code"));
        candidate.locator("#code").fill(codes.get(0));
        Walk.press(candidate.locator("main form button"));
        assertTrue(candidate.url().endsWith("/exam/desk"), candidate.url());
    }

    @Test
    @Order(9)
    void theCertifierTakesTheTrailAlongAndTheCommandFindsItWhole() throws IOException, InterruptedException {
        dina.open("/staff/admin/audit.xhtml");
        dina.look("admin-audit");
        dina.open("/staff/admin/audit.xhtml?lang=en");
        String noted = dina.page().locator("#noted").innerText().strip();
        Path file = Path.of("target", "it", "certified-trail.jsonl").toAbsolutePath();
        Response answer = dina.page().waitForResponse(r -> r.headerValue("content-disposition") != null,
                () -> dina.page().waitForDownload(() -> dina.page().locator("#download").click()).saveAs(file));
        assertEquals(List.of("no-store", "nosniff", "no-referrer", "same-origin"), Stream.of("cache-control", "x-content-type-options",
                "referrer-policy", "cross-origin-resource-policy").map(answer::headerValue).toList(), "a file is as safe as a page");
        assertTrue(Files.readString(file).contains("candidate.learn"), "the path is in it");
        assertTrue(check(file, noted).startsWith("0 "), check(file, noted));
        Files.writeString(file, Files.readString(file).replaceFirst("\"act\":\"candidate.learn\"", "\"act\":\"candidate.leave\""));
        assertTrue(check(file, noted).matches("1 broken  line \\d+ is not what was written .*"), check(file, noted));
        assertEquals(1, ROWS.count("SELECT COUNT(*) FROM audit_event WHERE act = 'audit.export'"), "that it was taken stands in it");
        dina.page().locator("#line").fill("999999999");
        Walk.press(dina.page().locator("#download"));
        assertTrue(dina.page().locator("#line-err").innerText().contains("no such line"), "a line that is not there");
        dina.page().locator("#line").fill(String.valueOf(Long.parseLong(noted.split(":")[0]) + 1));
        dina.page().waitForDownload(() -> dina.page().locator("#download").click()).saveAs(file);
        assertTrue(check(file, noted).startsWith("0 2 lines, whole."), "the two downloads since: " + check(file, noted));
    }

    /** @return the command's exit code and what it said, on one line */
    private static String check(Path file, String noted) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder("java", "-cp", classPath(), "org.dalil.platform.control.AuditCommand", "check",
                file.toString(), noted).redirectErrorStream(true);
        command.environment().put("DALIL_DATA", SERVER.data().toString());
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip().replaceAll("\\R", " ");
        return process.waitFor() + " " + said;
    }

    /** Where the classes of these tests are: a launcher with a loader of its own has only itself on the class path. */
    private static String classPath() {
        return CertifiedIT.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(url -> Path.of(URI.create(url.toString())).toString()).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }
}
