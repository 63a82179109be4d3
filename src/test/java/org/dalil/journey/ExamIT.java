package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** An exam from the bank to the result: two certifiers, an invigilator, two candidates, and what each of them must not be able to do. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExamIT {

    private static final DalilServer SERVER = DalilServer.fresh("exam", Map.of());
    private static final Rows ROWS = new Rows(SERVER);
    private static final String PASSWORD = "nine calm boats at dawn";

    private static BrowserContext arabicPhone;
    private static BrowserContext englishPhone;
    private static BrowserContext table;
    private static StaffWalk dina;
    private static StaffWalk karim;
    private static Page sara;
    private static Page azad;
    private static Page room;
    private static final Map<String, String> CODES = new HashMap<>();
    private static String session;
    private static String sitting;

    @BeforeAll
    static void begin() {
        SERVER.start();
        ExamDesk.Certifiers certifiers = ExamDesk.Certifiers.at(SERVER);
        dina = certifiers.dina();
        karim = certifiers.karim();
        arabicPhone = Chromium.phone(true);
        englishPhone = Chromium.phone(true);
        table = Chromium.desk();
        sara = arabicPhone.newPage();
        azad = englishPhone.newPage();
        room = table.newPage();
        List.of(sara, azad, room, dina.page(), karim.page()).forEach(p -> p.setDefaultTimeout(10_000));
    }

    @AfterAll
    static void end() {
        List.of(dina.page().context(), karim.page().context(), arabicPhone, englishPhone, table).forEach(BrowserContext::close);
        SERVER.close();
    }

    @Test
    @Order(1)
    void itemsAreUploadedByOneCertifierAndLetInByAnother() throws IOException {
        dina.open("/staff/exam/bank.xhtml?lang=en");
        dina.page().locator("#files").setInputFiles(new FilePayload("bank.yaml", "text/yaml", "demonstration: true\nitems: [".getBytes()));
        Walk.press(dina.page().locator("#upload"));
        assertTrue(dina.page().locator("main").innerText().contains("bank.yaml: line"), "what is wrong is named where it stands");
        dina.page().locator("#files").setInputFiles(ExamDesk.bank());
        Walk.press(dina.page().locator("#upload"));
        assertTrue(dina.page().locator("main").innerText().contains("35 items wait for a second reader"), dina.page().locator("main").innerText());
        assertEquals(0, dina.page().locator("#approveAll").count(), "nobody lets in their own items");
        assertEquals(0, ROWS.count("SELECT COUNT(*) FROM bank_item WHERE content LIKE '%stem%' OR content LIKE '%key%'"), "sealed");
        Walk.press(dina.page().locator("[aria-label='old-picture: Read']"));
        assertEquals(0, dina.page().locator("#approve").count());
        karim.open("/staff/exam/bank.xhtml?lang=en");
        Walk.press(karim.page().locator("[aria-label='old-picture: Read']"));
        karim.lookAsItStands("exam-item");
        ExamDesk.sure(karim, "#approveAll");
        assertTrue(karim.page().locator("main").innerText().contains("35 items are in use now"));
        karim.look("exam-bank");
        dina.open("/staff/exam/bank.xhtml?lang=en");
        dina.page().locator("#files").setInputFiles(ExamDesk.bank());
        Walk.press(dina.page().locator("#upload"));
        assertEquals(35, ROWS.count("SELECT COUNT(*) FROM bank_item"), "the same bank twice changes nothing");
    }

    /** Before the bank is used, and left as it was: what comes in is sent back. */
    @Test
    @Order(2)
    void aBankGoesOutAsAPackageOfOtherProgramsAndComesIntoAnEmptyOne() {
        dina.open("/staff/exam/bank.xhtml?lang=en");
        Download download = dina.page().waitForDownload(() -> dina.page().locator("#export").click());
        assertEquals("package.zip", download.suggestedFilename(), "its name says nothing");
        assertEquals(1, ROWS.count("SELECT COUNT(*) FROM audit_event WHERE act = 'bank.export' AND detail = 'qti 35'"));
        Download table = dina.page().waitForDownload(() -> dina.page().locator("#table").click());
        assertEquals("bank.csv", table.suggestedFilename());
        assertEquals(1, ROWS.count("SELECT COUNT(*) FROM audit_event WHERE act = 'bank.export' AND detail LIKE 'csv %'"));
        dina.page().locator("#package").setInputFiles(download.path());
        Walk.press(dina.page().locator("#preview"));
        assertTrue(dina.page().locator("#pre-h").innerText().contains("35 are there already"), dina.page().locator("#pre-h").innerText());
        assertEquals(0, dina.page().locator("#take").count(), "there is nothing to take");
        ROWS.change("UPDATE bank_item SET retired_at = approved_at, retired_by = approved_by, retired_reason = 'EXPOSED'");
        dina.page().locator("#package").setInputFiles(download.path());
        Walk.press(dina.page().locator("#preview"));
        assertTrue(dina.page().locator("#pre-h").innerText().contains("35 items are new"), dina.page().locator("#pre-h").innerText());
        dina.lookAsItStands("exam-bank-package");
        assertEquals(35, ROWS.count("SELECT COUNT(*) FROM bank_item"), "shown, not taken");
        Walk.press(dina.page().locator("#take"));
        assertTrue(dina.page().locator("main").innerText().contains("35 items wait for a second reader"), dina.page().locator("main").innerText());
        assertEquals(70, ROWS.count("SELECT COUNT(*) FROM bank_item"));
        ROWS.change("DELETE FROM bank_item WHERE approved_at IS NULL");
        ROWS.change("UPDATE bank_item SET retired_at = NULL, retired_by = NULL, retired_reason = NULL");
        dina.page().locator("#package").setInputFiles(new FilePayload("x.zip", "application/zip", "no zip at all".getBytes()));
        Walk.press(dina.page().locator("#preview"));
        assertTrue(dina.page().locator("#package-err").innerText().contains("no zip package"), "one sentence where the file was chosen");
    }

    @Test
    @Order(3)
    void anAcademysListIsShownBeforeAnybodyIsAddedAndEachRefusedLineSaysWhy() {
        String list = """
                arabic;latin;profession;track;reference
                سارة الجبوري;Sara Al-Jubouri;Officer;community-police;A-1
                آزاد كريم;Azad Karim;Officer;community-police;A-2
                سارة الجبورى;;Officer;community-police;A-1
                ;=HYPERLINK("http://x");Officer;community-police;
                ;<script>alert(1)</script>;Officer;community-police;
                ;Hana Ali;Officer;astronauts;A-5
                """;
        dina.open("/staff/exam/candidates.xhtml?lang=en");
        dina.page().locator("#file").setInputFiles(new FilePayload("list.csv", "text/csv", list.getBytes(Charset.forName("windows-1256"))));
        Walk.press(dina.page().locator("#read"));
        String shown = dina.page().locator("main").innerText();
        assertTrue(shown.contains("read as Windows-1256"), shown);
        assertEquals(List.of("Line 4:", "Line 5:", "Line 6:", "Line 7:"), dina.page().locator("#refusals b").allInnerTexts());
        assertTrue(shown.contains("stands further up in this list") && shown.contains("The track must be one of"), shown);
        assertEquals(0, ROWS.count("SELECT COUNT(*) FROM candidate"), "nothing was added yet");
        dina.lookAsItStands("exam-list-preview");
        Walk.press(dina.page().locator("#take"));
        assertEquals(2, ROWS.count("SELECT COUNT(*) FROM candidate"));
        assertEquals(0, ROWS.count("SELECT COUNT(*) FROM candidate WHERE person LIKE '%Sara%' OR person LIKE '%سارة%'"), "names are sealed");
        dina.page().locator("#sought").fill("ساره");
        Walk.press(dina.page().locator("#search"));
        assertEquals(1, dina.page().locator("#list tbody tr").count(), "found however the name is typed");
        dina.page().locator("#sought").fill("");
        Walk.press(dina.page().locator("#search"));
        ExamDesk.sure(dina, "#inviteAll");
        dina.lookAsItStands("exam-invitations");
        Locator papers = dina.page().locator(".cards8 li");
        for (int i = 0; i < papers.count(); i++) {
            CODES.put(papers.nth(i).locator(".no").innerText().replace(",", ""), papers.nth(i).locator(".cd").innerText());
        }
        assertEquals(2, CODES.size());
        dina.look("exam-candidates");
        assertEquals(0, dina.page().locator(".cards8").count(), "shown once");
    }

    @Test
    @Order(4)
    void aSessionIsPlannedWithSeatsAndACodeForItsInvigilator() {
        dina.open("/staff/exam/plan.xhtml?lang=en");
        Walk.press(dina.page().locator("#save"));
        assertTrue(dina.page().locator("#errors").innerText().contains("Where?"));
        dina.page().locator("label[for='" + dina.page().locator("input[value=F4]").getAttribute("id") + "']").click();
        assertFalse(dina.page().locator("input[value=F4]").isChecked());
        dina.page().locator("#place").fill("#{7*7} <img src=x onerror=alert(1)> Hall 2");
        Walk.press(dina.page().locator("#save"));
        session = dina.page().url().replaceAll(".*w=", "");
        assertTrue(dina.page().locator("#part").innerText().contains("no certificate"), "an exam on a part of the track is for practice");
        dina.page().locator("#sought").fill("");
        Walk.press(dina.page().locator("#search"));
        ExamDesk.tickAll(dina);
        Walk.press(dina.page().locator("#give"));
        assertEquals(2, dina.page().locator("#unready li").count(), "who has not learnt gets no seat");
        assertTrue(dina.page().locator("#unready").innerText().contains("Digital evidence and platforms (module 2)"), dina.page().locator("#unready").innerText());
        dina.lookAsItStands("exam-session-unready");
        ExamDesk.haveLearnt(ROWS);
        Walk.press(dina.page().locator("#search"));
        ExamDesk.tickAll(dina);
        Walk.press(dina.page().locator("#give"));
        assertEquals(2, ROWS.count("SELECT COUNT(*) FROM exam_seat WHERE session_id = ?", session));
        ExamDesk.sure(dina, "#entrust");
        CODES.put("room", dina.page().locator("#invigilator-code").innerText().strip());
        dina.page().reload();
        assertEquals(CODES.get("room"), dina.page().locator("#invigilator-code").innerText().strip(), "sent once more, it answers the same");
        assertTrue(dina.page().locator("main").innerText().contains("#{7*7} <img"), "shown as it was typed");
        Walk.press(dina.page().locator("#search"));
        assertEquals(0, dina.page().locator("#invigilator-code").count(), "in one answer only");
        dina.open("/staff/exam/session.xhtml?w=" + session);
        dina.look("exam-session");
        assertEquals(0, dina.page().locator("#invigilator-code").count(), "shown once");
    }

    @Test
    @Order(5)
    void aCandidateComesInWithTheInvitationAndAPassword() {
        ExamDesk.signUp(sara, SERVER, "ar", CODES.get("1001"), PASSWORD);
        ExamDesk.look(sara, "exam-desk-ar");
        assertEquals("١٠٠١", sara.locator("#candidate-number").innerText());
        assertTrue(sara.locator("main h1").innerText().contains("سارة"));
        ExamDesk.signUp(azad, SERVER, "en", CODES.get("1002"), PASSWORD);
        ExamDesk.look(azad, "exam-desk-en");
        Visitor again = new Visitor(SERVER);
        Visitor.Answer used = again.post("/en/exam/invitation", again.get("/en/exam/invitation").hidden().with("code", CODES.get("1001"))
                .with("password", PASSWORD));
        assertTrue(used.body().contains("isn’t good, or isn’t any more"), "an invitation is used once");
        Walk.press(azad.locator("main form button"));
        azad.locator("#number").fill("1002");
        azad.locator("#password").fill("not the password at all");
        Walk.press(azad.locator("main form button"));
        assertTrue(azad.locator("#error").isVisible());
        ExamDesk.look(azad, "exam-enter-wrong");
        azad.locator("#password").fill(PASSWORD);
        Walk.press(azad.locator("main form button"));
        assertTrue(azad.url().endsWith("/en/exam/desk"), azad.url());
    }

    @Test
    @Order(6)
    void nobodyBeginsBeforeTheInvigilatorOpensAndOnlyWithTheCodeOnTheWall() {
        sara.locator("main").waitFor();
        assertEquals(0, sara.locator(".way a").count(), "nothing to begin yet");
        room.navigate(SERVER.url("/en/exam/room"));
        ExamDesk.look(room, "exam-room-code");
        room.locator("#code").fill(CODES.get("1002"));
        Walk.press(room.locator("main form button"));
        assertTrue(room.locator("#error").isVisible(), "a candidate's code opens no room");
        room.locator("#code").fill(CODES.get("room"));
        Walk.press(room.locator("main form button"));
        ExamDesk.look(room, "exam-room-planned");
        Walk.press(room.locator("button[value=open]"));
        ExamDesk.look(room, "exam-room-open");
        assertFalse(room.content().contains("<img src=x"), "escaped");
        sara.reload();
        Walk.press(sara.locator(".way a"));
        ExamDesk.look(sara, "exam-begin-ar");
        sara.locator("#code").fill(CODES.get("room").substring(0, 4));
        Walk.press(sara.locator("main form button"));
        assertTrue(sara.locator("#error").isVisible(), "six characters, told in a sentence");
        sara.locator("#code").fill("000 000");
        Walk.press(sara.locator("main form button"));
        assertTrue(sara.locator("#error").innerText().contains("هذا ليس رمز هذه الجلسة"), sara.locator("#error").innerText());
        sara.locator("#code").fill(room.locator(".wall").innerText());
        Walk.press(sara.locator("main form button"));
        assertTrue(sara.url().endsWith("/1"), sara.url());
        sitting = sara.url().replaceAll(".*/sitting/([0-9a-f-]+)/.*", "$1");
        azad.reload();
        Walk.press(azad.locator(".way a"));
        azad.locator("#code").fill(room.locator(".wall").innerText());
        Walk.press(azad.locator("main form button"));
    }

    @Test
    @Order(7)
    void whoKnowsTheAnswersPassesAndSeesTopicsAndNoItems() {
        ExamAnswers knows = new ExamAnswers("ar");
        for (int n = 1; n <= 28; n++) {
            String id = knows.mark(sara);
            if (n % 9 == 1) {
                ExamDesk.look(sara, "exam-question-ar-" + n);
                sara.locator("#state.ok").waitFor();
            }
            assertFalse(sara.content().contains(id), "no id of the bank's file is sent");
            Walk.press(sara.locator("form[data-save] .btn"));
        }
        ExamDesk.look(sara, "exam-end-ar");
        assertEquals(28, ROWS.count("SELECT COUNT(*) FROM exam_answer WHERE sitting_id = ?", sitting));
        Walk.press(sara.locator("main form .btn"));
        assertEquals("ناجح", sara.locator("#verdict").innerText());
        ExamDesk.look(sara, "exam-result-ar");
        assertEquals(1, ROWS.count("SELECT passed FROM exam_verdict WHERE sitting_id = ?", sitting));
        assertFalse(sara.content().contains("<h1 class=\"stem\""));
    }

    @Test
    @Order(8)
    void aPowerCutTakesNobodysTimeAndNoAnswer() {
        ExamAnswers knows = new ExamAnswers("en");
        ExamDesk.look(azad, "exam-question-en");
        knows.mark(azad);
        Walk.press(azad.locator("form[data-save] .btn"));
        String own = azad.url().replaceAll(".*/sitting/([0-9a-f-]+)/.*", "$1");
        long before = Long.parseLong(ROWS.of("SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(3), ends_at) FROM exam_sitting WHERE id = ?", own).get(0));
        SERVER.kill();
        azad.waitForTimeout(16_000);
        SERVER.launch();
        SERVER.waitUntilReady(Duration.ofSeconds(120));
        long after = Long.parseLong(ROWS.of("SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(3), ends_at) FROM exam_sitting WHERE id = ?", own).get(0));
        assertTrue(before - after < 12, "at most two beats are lost, not " + (before - after) + " s");
        azad.reload();
        assertTrue(azad.url().endsWith("/2"), azad.url());
        assertEquals(1, ROWS.count("SELECT COUNT(*) FROM exam_answer WHERE sitting_id = ?", own));
        room.reload();
        assertTrue(room.locator("main").innerText().contains("The platform was away"), "the invigilator is told");
    }

    @Test
    @Order(9)
    void anotherBrowserTakesOverOnlyInTheRoomAndTheFirstCanThenSaveNothing() {
        String own = azad.url().replaceAll(".*/sitting/([0-9a-f-]+)/.*", "$1");
        Visitor other = new Visitor(SERVER);
        other.post("/en/exam", other.get("/en/exam").hidden().with("number", "1002").with("password", PASSWORD));
        assertTrue(other.get("/en/exam/sitting/" + own).body().contains("open in another browser"));
        assertEquals("/en/exam/sitting/" + own, other.get("/en/exam/sitting/" + own + "/2").location());
        Visitor.Fields token = new Visitor.Fields().with("token", other.get("/en/exam").hidden().get("token"));
        Visitor.Answer early = other.post("/en/exam/sitting/" + own + "/2", token.with("a", "1").with("p-1", "1").with("m-1", "1"));
        assertTrue(early.status() == 409 || early.status() == 303, "not from here: " + early.status());
        Visitor.Fields begin = other.get("/en/exam/session/" + session).hidden().with("language", "en").with("code", room.locator(".wall").innerText());
        String first = other.post("/en/exam/session/" + session, begin).location();
        assertEquals("/en/exam/sitting/" + own + "/1", first);
        assertEquals("/en/exam/sitting/" + own + "/2", other.post(first, other.get(first).answered()).location(), "without any script");
        new ExamAnswers("en").mark(azad);
        Walk.press(azad.locator("form[data-save] .btn"));
        assertTrue(azad.locator("main").innerText().contains("goes on in another browser"), azad.locator("main").innerText());
        ExamDesk.look(azad, "exam-elsewhere");
        assertEquals(1, ROWS.count("SELECT COUNT(*) FROM exam_answer WHERE sitting_id = ?", own));
        azad.navigate(SERVER.url("/en/exam/session/" + session));
        azad.locator("#code").fill(room.locator(".wall").innerText());
        Walk.press(azad.locator("main form button"));
    }

    @Test
    @Order(10)
    void anAnswerAfterTimeIsRefusedAndWhatWasSavedIsHandedIn() {
        String own = azad.url().replaceAll(".*/sitting/([0-9a-f-]+)/.*", "$1");
        azad.navigate(SERVER.url("/en/exam/sitting/" + own + "/2"));
        ROWS.change("UPDATE exam_sitting SET ends_at = UTC_TIMESTAMP(3) WHERE id = ?", own);
        new ExamAnswers("en").mark(azad);
        Walk.press(azad.locator("form[data-save] .btn"));
        String said = azad.locator("main").innerText();
        assertTrue(said.contains("came too late") || said.contains("has been handed in"), said);
        assertEquals(1, ROWS.count("SELECT COUNT(*) FROM exam_answer WHERE sitting_id = ?", own));
        azad.waitForTimeout(6000);
        azad.navigate(SERVER.url("/en/exam/sitting/" + own));
        assertEquals("Not passed", azad.locator("#verdict").innerText());
        ExamDesk.look(azad, "exam-result-en");
        assertEquals(1, ROWS.count("SELECT closed_early FROM exam_sitting WHERE id = ?", own));
    }

    @Test
    @Order(11)
    void somebodyElsesExamAndAForeignRoomAreNotThere() {
        for (String path : List.of("/en/exam/sitting/" + sitting, "/en/exam/sitting/" + sitting + "/1", "/en/exam/session/" + UUID.randomUUID())) {
            azad.navigate(SERVER.url(path));
            assertEquals(0, azad.locator("#verdict, .stem").count(), path);
        }
        Visitor stranger = new Visitor(SERVER);
        Visitor.Fields token = new Visitor.Fields().with("token", stranger.get("/en/exam/room").hidden().get("token"));
        for (String act : List.of("open", "pause", "go-on", "close", "time", "note")) {
            String said = stranger.post("/en/exam/room", token.with("act", act).with("sure", "1").with("time-seat", "1").with("minutes", "5")
                    .with("kind", "late").with("submission", UUID.randomUUID().toString())).body();
            assertTrue(said.contains("invigilator’s code first"), act);
            token = token.without("act").without("submission");
        }
        String other = ROWS.of("SELECT id FROM exam_session WHERE id <> ? LIMIT 1", session).stream().findFirst().orElse("");
        assertEquals("", other, "one session");
    }

    @Test
    @Order(12)
    void aStruckItemCountsForEverybodyAndTheInvigilatorEndsTheSession() {
        String item = ROWS.of("""
                SELECT i.item_key FROM exam_paper p JOIN bank_item i ON i.id = p.item_id WHERE p.sitting_id = ? LIMIT 1""", sitting).get(0);
        // The power cut has signed everybody out.
        karim.comeBack("karim", "two green windows and a cat");
        karim.open("/staff/exam/bank.xhtml?lang=en");
        Walk.press(karim.page().locator("[aria-label='" + item + ": Read']"));
        ExamDesk.sure(karim, "#strike");
        assertTrue(karim.page().locator("main").innerText().contains("Struck."));
        for (int i = 0; i < 60 && ROWS.count("SELECT COUNT(*) FROM exam_rescore") > 0; i++) {
            // The exam clock marks again one by one, beginning at its next round.
            karim.page().waitForTimeout(500);
        }
        assertTrue(ROWS.count("SELECT COUNT(*) FROM exam_verdict WHERE reason = 'STRUCK'") >= 1, "everybody who was asked it is marked again");
        Walk.press(room.locator("button[value=close]"));
        assertTrue(room.locator("#error").innerText().contains("Tick first"));
        room.locator("label[for=sure]").click();
        Walk.press(room.locator("button[value=close]"));
        ExamDesk.look(room, "exam-room-closed");
        assertEquals(0, room.locator("button[value=open], button[value=close]").count());
        Visitor late = new Visitor(SERVER);
        assertTrue(late.post("/en/exam/room", late.get("/en/exam/room").hidden().with("code", CODES.get("room"))).body()
                .contains("This session is over"));
        dina.comeBack("dina", "one blue door and no key");
        dina.open("/staff/exam/session.xhtml?w=" + session);
        dina.look("exam-session-closed");
        dina.open("/staff/exam/list.xhtml");
        dina.look("exam-sessions");
    }
}
