package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Certifiers and an invigilator who work in Arabic, two candidates who don't pass, and what is decided when one asks for a review. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReviewIT {

    private static final DalilServer SERVER = DalilServer.fresh("review", Map.of());
    private static final Rows ROWS = new Rows(SERVER);
    private static final String PASSWORD = "nine calm boats at dawn";
    private static final String DINAS = "one blue door and no key";
    private static final String KARIMS = "two green windows and a cat";

    private static final List<BrowserContext> CONTEXTS = new ArrayList<>();
    private static final List<String> CODES = new ArrayList<>();
    private static StaffWalk dina;
    private static StaffWalk karim;
    private static Page sara;
    private static Page azad;
    private static Page room;
    private static String session;
    private static String roomCode;

    @BeforeAll
    static void begin() {
        SERVER.start();
        ExamDesk.Certifiers certifiers = ExamDesk.Certifiers.at(SERVER);
        dina = certifiers.dina();
        karim = certifiers.karim();
        CONTEXTS.addAll(List.of(Chromium.phone(true), Chromium.phone(true), Chromium.phone(true)));
        sara = CONTEXTS.get(0).newPage();
        azad = CONTEXTS.get(1).newPage();
        room = CONTEXTS.get(2).newPage();
        List.of(sara, azad, room, dina.page(), karim.page()).forEach(p -> p.setDefaultTimeout(10_000));
    }

    @AfterAll
    static void end() {
        CONTEXTS.forEach(BrowserContext::close);
        List.of(dina, karim).forEach(s -> s.page().context().close());
        SERVER.close();
    }

    @Test
    @Order(1)
    void aBankIsUploadedAndReadInArabic() throws IOException {
        dina.open("/staff/exam/bank.xhtml?lang=ar");
        dina.page().locator("#files").setInputFiles(new FilePayload("bank.yaml", "text/yaml", "demonstration: true\nitems: [".getBytes(StandardCharsets.UTF_8)));
        Walk.press(dina.page().locator("#upload"));
        dina.lookAsItStands("exam-bank-findings-ar");
        dina.page().locator("#files").setInputFiles(ExamDesk.bank());
        Walk.press(dina.page().locator("#upload"));
        Walk.press(dina.page().locator("[aria-label='old-picture: قراءة']"));
        Walk.press(dina.page().locator("#edit"));
        dina.look("exam-item-change");
        Locator explanation = dina.page().locator("section[aria-label=English] textarea").last();
        String before = explanation.inputValue();
        explanation.fill(" ");
        Walk.press(dina.page().locator("#save"));
        assertTrue(dina.page().locator("#errors").innerText().contains("Something is empty"), dina.page().locator("#errors").innerText());
        dina.page().locator("section[aria-label=English] textarea").last().fill(before + " <img src=x onerror=alert(1)> #{7*7}");
        Walk.press(dina.page().locator("#save"));
        assertTrue(dina.page().locator("main").innerText().contains("It waits for a second reader now"));
        assertEquals(35, ROWS.count("SELECT COUNT(*) FROM bank_item WHERE retired_at IS NULL"), "the draft gave way to it");
        new ItemDesk(dina, ROWS).changeAnOrderAndPairs();
        assertEquals(35, ROWS.count("SELECT COUNT(*) FROM bank_item WHERE retired_at IS NULL"), "each change took the place of the draft before");
        karim.open("/staff/exam/bank.xhtml?lang=ar");
        Walk.press(karim.page().locator("[aria-label='old-picture: قراءة']").first());
        karim.lookAsItStands("exam-item-ar");
        assertTrue(karim.page().locator("main").innerText().contains("<img src=x onerror=alert(1)> #{7*7}"), "as it was typed");
        ExamDesk.sure(karim, "#approveAll");
        assertEquals(35, ROWS.count("SELECT COUNT(*) FROM bank_item WHERE approved_at IS NOT NULL"));
    }

    @Test
    @Order(2)
    void aListIsReadPeopleAreInvitedAndSeatedInArabic() {
        dina.open("/staff/exam/candidates.xhtml?lang=ar");
        String list = "arabic;latin;profession;track;reference\nسارة الجبوري;Sara Al-Jubouri;Officer;community-police;A-1\n"
                + "آزاد كريم;Azad Karim;Officer;community-police;A-2\n;Hana Ali;Officer;astronauts;A-5\n";
        dina.page().locator("#file").setInputFiles(new FilePayload("list.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
        Walk.press(dina.page().locator("#read"));
        dina.lookAsItStands("exam-list-preview-ar");
        Walk.press(dina.page().locator("#take"));
        dina.page().locator("#sought").fill("");
        Walk.press(dina.page().locator("#search"));
        ExamDesk.sure(dina, "#inviteAll");
        dina.lookAsItStands("exam-invitations-ar");
        dina.page().locator(".cards8 li .cd").allInnerTexts().forEach(CODES::add);
        assertEquals(2, CODES.size());
        dina.open("/staff/exam/plan.xhtml?lang=ar");
        Walk.press(dina.page().locator("#save"));
        dina.lookAsItStands("exam-plan-errors-ar");
        dina.page().locator("label[for='" + dina.page().locator("input[value=F4]").getAttribute("id") + "']").click();
        dina.page().locator("#place").fill("القاعة ٢");
        Walk.press(dina.page().locator("#save"));
        session = dina.page().url().replaceAll(".*w=", "");
        seatAll();
        assertEquals(2, dina.page().locator("#unready li").count());
        // What the banks lack in Kurdish: each topic and difficulty with how many.
        List<String> lacking = dina.page().locator("section[aria-labelledby=bank-h] details li").allTextContents();
        assertTrue(lacking.size() >= 20 && lacking.stream().allMatch(l -> l.matches(".+ \\((سهل|متوسط|صعب)\\): ينقص [٠-٩]+")), lacking.toString());
        dina.lookAsItStands("exam-session-unready-ar");
        ExamDesk.haveLearnt(ROWS);
        seatAll();
        assertEquals(2, ROWS.count("SELECT COUNT(*) FROM exam_seat"));
        ExamDesk.sure(dina, "#entrust");
        dina.lookAsItStands("exam-session-code-ar");
        roomCode = dina.page().locator("#invigilator-code").innerText().strip();
    }

    private static void seatAll() {
        Walk.press(dina.page().locator("#search"));
        ExamDesk.tickAll(dina);
        Walk.press(dina.page().locator("#give"));
    }

    private static void wrong(Page page, String name, String sentence) {
        String error = page.locator("#error").innerText();
        assertTrue(error.contains(sentence), error);
        ExamDesk.look(page, name);
    }

    @Test
    @Order(3)
    void theInvigilatorsCodeOpensNoCandidatesDoorAndNoInvitationOpensARoom() {
        room.navigate(SERVER.url("/ar/exam/invitation"));
        room.locator("#code").fill(roomCode);
        room.locator("#password").fill(PASSWORD);
        Walk.press(room.locator("main form button"));
        wrong(room, "exam-invitation-room-code-ar", "هذه الدعوة");
        assertEquals(0, ROWS.count("SELECT COUNT(*) FROM candidate WHERE password_hash IS NOT NULL"));
        room.navigate(SERVER.url("/ar/exam/room"));
        room.locator("#code").fill(CODES.get(0));
        Walk.press(room.locator("main form button"));
        wrong(room, "exam-room-invitation-ar", "هذا الرمز لا يفتح أي جلسة");
        assertEquals(0, ROWS.count("SELECT COUNT(*) FROM invigilator_visit"));
        ExamDesk.signUp(sara, SERVER, "ar", CODES.get(0), PASSWORD);
        ExamDesk.signUp(azad, SERVER, "ar", CODES.get(1), PASSWORD);
        sara.navigate(SERVER.url("/ar/exam/code"));
        if (sara.locator("#code").count() == 1) {
            sara.locator("#code").fill(roomCode);
            Walk.press(sara.locator("main form:has(#code) button"));
        }
        assertEquals(0, ROWS.count("SELECT COUNT(*) FROM invigilator_visit"), "nor is it a card's");
    }

    @Test
    @Order(4)
    void anInvigilatorWatchesARoomInArabic() {
        room.navigate(SERVER.url("/ar/exam/room"));
        ExamDesk.look(room, "exam-room-code-ar");
        Walk.press(room.locator("main form button"));
        wrong(room, "exam-room-empty-ar", "١١");
        room.locator("#code").fill(roomCode);
        Walk.press(room.locator("main form button"));
        ExamDesk.look(room, "exam-room-planned-ar");
        Walk.press(room.locator("button[value=open]"));
        ExamDesk.look(room, "exam-room-open-ar");
        for (Page candidate : List.of(sara, azad)) {
            candidate.navigate(SERVER.url("/ar/exam/session/" + session));
            // An invigilator's code is none of the wall, however it is shortened.
            candidate.locator("#code").fill(roomCode.replaceAll("[^0-9A-Z]", "").substring(0, 6));
            Walk.press(candidate.locator("main form button"));
            assertTrue(candidate.locator("#error").isVisible());
            candidate.locator("#code").fill(room.locator(".wall").innerText());
            Walk.press(candidate.locator("main form button"));
        }
        assertEquals(2, ROWS.count("SELECT COUNT(*) FROM exam_sitting"));
        new ExamAnswers("ar").mark(sara);
        Walk.press(sara.locator("form[data-save] .btn"));
        Walk.press(room.locator("button[value=note]"));
        room.locator("#time-seat").fill("٩");
        room.locator("#minutes").fill("٥");
        Walk.press(room.locator("button[value=time]"));
        wrong(room, "exam-room-no-seat-ar", "لا أحد في المقعد");
        room.locator("#time-seat").fill("١");
        room.locator("#minutes").fill("٥");
        Walk.press(room.locator("button[value=time]"));
        Walk.press(room.locator("button[value=pause]"));
        ExamDesk.look(room, "exam-room-paused-ar");
        sara.reload();
        ExamDesk.look(sara, "exam-question-paused-ar");
        Walk.press(room.locator("button[value=go-on]"));
        Walk.press(room.locator("button[value=close]"));
        wrong(room, "exam-room-unsure-ar", "يلزم التأشير أولًا");
        room.locator("label[for=sure]").click();
        Walk.press(room.locator("button[value=close]"));
        ExamDesk.look(room, "exam-room-closed-ar");
        assertEquals(5, ROWS.count("SELECT SUM(minutes) FROM exam_incident WHERE kind = 'TIME' AND seat = 1"));
        for (int i = 0; i < 60 && ROWS.count("SELECT COUNT(*) FROM exam_verdict") < 2; i++) {
            room.waitForTimeout(500);
        }
        dina.open("/staff/exam/session.xhtml?w=" + session);
        dina.look("exam-session-results");
    }

    private static String sitting(int number) {
        return ROWS.of("SELECT s.id FROM exam_sitting s JOIN candidate c ON c.id = s.candidate_id WHERE c.number = ?", number).get(0);
    }

    @Test
    @Order(5)
    void aCandidateAsksForAReviewWithoutAnyWords() {
        sara.navigate(SERVER.url("/ar/exam/sitting/" + sitting(1001)));
        assertEquals("لم يُجتز", sara.locator("#verdict").innerText());
        ExamDesk.look(sara, "exam-review-ask-ar");
        assertEquals(0, sara.locator("main textarea, main input[type=text]").count());
        Walk.press(sara.locator("button[value=review]"));
        wrong(sara, "exam-review-unsaid-ar", "يُرجى اختيار ما حدث");
        sara.locator("label[for=g-item]").click();
        Walk.press(sara.locator("button[value=review]"));
        ExamDesk.look(sara, "exam-review-waits-ar");
        assertEquals(0, sara.locator("button[value=review]").count(), "once");
        sara.navigate(SERVER.url("/en/exam/sitting/" + sitting(1001)));
        assertTrue(sara.locator("main").innerText().contains("A question was faulty"), sara.locator("main").innerText());
        Visitor other = new Visitor(SERVER);
        other.post("/en/exam", other.get("/en/exam").hidden().with("number", "1002").with("password", PASSWORD));
        Visitor.Fields token = new Visitor.Fields().with("token", other.get("/en/exam").hidden().get("token"));
        other.post("/en/exam/sitting/" + sitting(1001), token.with("act", "review").with("ground", "other"));
        assertEquals(List.of("ITEM"), ROWS.of("SELECT ground FROM exam_appeal"), "somebody else's is not there");
    }

    @Test
    @Order(6)
    void aCertifierLooksWithThePasswordOnceMoreAndDecides() {
        dina.open("/staff/exam/list.xhtml?lang=en");
        assertTrue(dina.page().locator("main").innerText().contains("Reviews: 1 waits"), dina.page().locator("main").innerText());
        dina.look("exam-list-reviews");
        dina.open("/staff/exam/appeals.xhtml");
        dina.look("exam-appeals");
        Walk.press(dina.page().locator("#appeals a"));
        dina.look("exam-record");
        assertEquals(0, dina.page().locator("#questions").count());
        dina.page().locator("#own").fill("not the password at all");
        Walk.press(dina.page().locator("#look"));
        assertTrue(dina.page().locator("#own-err").innerText().contains("not your present password"));
        assertEquals(0, dina.page().locator("#questions").count());
        for (String language : List.of("en", "ar")) {
            dina.open("/staff/exam/sitting.xhtml?s=" + sitting(1001) + "&lang=" + language);
            dina.page().locator("#own").fill(DINAS);
            Walk.press(dina.page().locator("#look"));
            assertEquals(28, dina.page().locator("#questions section").count());
            dina.lookAsItStands("exam-redraw-" + language);
        }
        assertEquals(2, ROWS.count("SELECT COUNT(*) FROM audit_event WHERE act = 'sitting.look' AND detail = 'drawn again'"));
        nobodyDecidesAloneAboutTheirOwnQuestion();
        ExamDesk.sure(dina, "#decide");
        dina.lookAsItStands("exam-decide-unsaid-ar");
        dina.page().locator("#outcome").selectOption("struck");
        Locator first = dina.page().locator("#positions input").first();
        first.evaluate("e => e.scrollIntoView({block: 'center'})");
        first.check(new Locator.CheckOptions().setForce(true));
        dina.page().locator("#reason").fill("السؤال الثالث له جوابان صحيحان. <b>#{7*7}</b>");
        ExamDesk.sure(dina, "#decide");
        assertEquals(List.of("STRUCK"), ROWS.of("SELECT outcome FROM exam_appeal"));
        dina.look("exam-record-decided");
        assertTrue(dina.page().locator("#decision").innerText().contains("A question was struck"), "in any language, and when it is opened again");
        for (int i = 0; i < 60 && ROWS.count("SELECT COUNT(*) FROM exam_rescore") > 0; i++) {
            sara.waitForTimeout(500);
        }
        sara.navigate(SERVER.url("/ar/exam/sitting/" + sitting(1001)));
        assertTrue(sara.locator("main").innerText().contains("<b>#{7*7}</b>"), "as it was written");
        ExamDesk.look(sara, "exam-review-decided-ar");
        sara.navigate(SERVER.url("/ar/exam/desk"));
        assertTrue(sara.locator(".way").innerText().contains("بُتّ في المراجعة"), sara.locator(".way").innerText());
        ExamDesk.look(sara, "exam-desk-reviewed-ar");
    }

    /** Dina wrote them all, so Karim could decide; then one was Karim's, so he looks first and she decides about his. */
    private static void nobodyDecidesAloneAboutTheirOwnQuestion() {
        assertEquals(0, dina.page().locator("#decide, #second").count());
        dina.open("/staff/exam/sitting.xhtml?s=" + sitting(1001));
        dina.look("exam-judges-free");
        assertTrue(dina.page().locator("#judges").innerText().contains("Can decide: \u2068karim\u2069."), dina.page().locator("#judges").innerText());
        ROWS.change("""
                UPDATE bank_item SET uploaded_by = (SELECT id FROM staff_member WHERE name = 'karim'),
                                     approved_by = (SELECT id FROM staff_member WHERE name = 'dina')
                 WHERE id = (SELECT item_id FROM exam_paper WHERE sitting_id = ? AND position = 3)
                """, sitting(1001));
        dina.look("exam-judges-others");
        assertTrue(dina.page().locator("#judges").innerText().contains("then you can decide: \u2068karim\u2069."), dina.page().locator("#judges").innerText());
        karim.open("/staff/exam/sitting.xhtml?s=" + sitting(1001) + "&lang=ar");
        assertEquals(0, karim.page().locator("#decide").count());
        ExamDesk.sure(karim, "#second");
        karim.lookAsItStands("exam-judges-unsaid-ar");
        assertTrue(karim.page().locator("#own-err").isVisible());
        karim.page().locator("#own").fill(KARIMS);
        ExamDesk.sure(karim, "#second");
        karim.look("exam-judges-confirmed");
        assertEquals(0, karim.page().locator("#decide, #second").count());
        assertTrue(karim.page().locator("#judges").innerText().contains("Can decide: \u2068dina\u2069."), karim.page().locator("#judges").innerText());
        dina.look("exam-judges-seconded");
        assertTrue(dina.page().locator("#seconded").isVisible());
        assertTrue(dina.page().locator("#own-questions").innerText().contains("Can strike it: \u2068karim\u2069."));
        dina.open("/staff/exam/sitting.xhtml?s=" + sitting(1001) + "&lang=ar");
        assertEquals(List.of("3"), dina.page().locator("#positions input").all().stream().map(i -> i.getAttribute("value")).toList());
    }

    @Test
    @Order(7)
    void anItemSaysHowItDidAndNothingOfFewPeople() {
        karim.open("/staff/exam/bank.xhtml?lang=ar");
        karim.look("exam-bank-did");
        Walk.press(karim.page().locator("[aria-label='old-picture: Read']").first());
        karim.lookAsItStands("exam-item-did");
        String did = karim.page().locator("#did").innerText();
        assertTrue(did.contains("not shown below 30 answers") && !did.contains("%"), did);
    }

    @Test
    @Order(8)
    void anotherAttemptIsGrantedWithAReasonAndTheWaitLiftedByName() {
        dina.open("/staff/exam/sitting.xhtml?s=" + sitting(1002) + "&lang=en");
        assertEquals(0, dina.page().locator("#look").count(), "without a review the questions stay closed");
        dina.page().locator("#why").fill("The screen of seat 2 went dark.");
        ExamDesk.sure(dina, "#grant");
        assertTrue(dina.page().locator("#errors").innerText().contains("Choose whether the waiting time holds"));
        dina.page().locator("#wait").selectOption("lifted");
        ExamDesk.sure(dina, "#grant");
        assertTrue(dina.page().locator("#granted").innerText().contains("without a wait"));
        dina.look("exam-record-granted");
        assertTrue(dina.page().locator("#granted").isVisible());
        azad.navigate(SERVER.url("/ar/exam/sitting/" + sitting(1002)));
        ExamDesk.look(azad, "exam-result-granted-ar");
        assertTrue(azad.locator("#again").isVisible());
        assertEquals(List.of("at once"), ROWS.of("SELECT detail FROM audit_event WHERE act = 'sitting.grant'"));
        assertFalse(azad.content().contains("went dark"), "the reason is the certifiers'");
    }

    /** Of thirty and more who were asked: this would take thirty candidates an hour each, so what they did comes by rows. */
    @Test
    @Order(9)
    void fromThirtyAnswersOnAnItemSaysHowWellItTells() {
        List<String> asked = List.of("old-picture", "today-marks", "must-report", "plw-link", "signed-once", "only-now", "last-class");
        ItemDesk.handIn(ROWS, asked, 36);
        karim.look("exam-bank-flags");
        karim.open("/staff/exam/bank.xhtml?lang=en");
        String table = karim.page().locator("#items").innerText();
        assertTrue(table.matches("(?s).*asked 3[678] times, (4|5)\\d % of the points.*"), table);
        for (String said : List.of("tells very well", "check the key", "revise")) {
            assertTrue(table.contains(said), said + " in " + table);
        }
        for (String language : List.of("en", "ar")) {
            String read = language.equals("ar") ? "قراءة" : "Read";
            for (String item : List.of("must-report", "today-marks")) {
                karim.open("/staff/exam/bank.xhtml?lang=" + language);
                Walk.press(karim.page().locator("[aria-label='" + item + ": " + read + "']").first());
                karim.lookAsItStands("exam-item-flag-" + item + "-" + language);
            }
            karim.open("/staff/exam/bank.xhtml?lang=" + language);
            Walk.press(karim.page().locator("[aria-label='must-report: " + read + "']").first());
            String did = karim.page().locator("#did").innerText();
            assertTrue(did.contains(language.equals("ar") ? "٠٫" : "r = -0."), did);
            assertTrue(did.contains(language.equals("ar") ? "١٠٠" : "first hint"), did);
        }
    }

    /** What a desk that was left shows to whoever presses something there. */
    @Test
    @Order(10)
    void invitationsAreInOneAnswerAndNotInThePage() {
        dina.open("/staff/exam/candidates.xhtml?lang=en");
        ExamDesk.sure(dina, "#list button");
        assertEquals(1, dina.page().locator(".cards8 li .cd").count());
        Walk.press(dina.page().locator("#search"));
        assertEquals(0, dina.page().locator(".cards8, .cd").count());
    }
}
