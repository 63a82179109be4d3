package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.dalil.account.control.CardStore;
import org.dalil.account.entity.CardCode;
import org.dalil.account.entity.StaffId;
import org.dalil.certificate.control.OrderStore;
import org.dalil.certificate.entity.Validity;
import org.dalil.exam.control.CandidateStore;
import org.dalil.exam.entity.Candidate;
import org.dalil.exam.entity.ExamPassed;
import org.dalil.exam.entity.Person;
import org.dalil.exam.entity.Spellings;
import org.dalil.exam.entity.Track;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A certificate that ends in sixty days is renewed: reminded, learnt, seated, passed; a stranger checks the old and the new one. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RenewalIT {

    private static final DalilServer SERVER = DalilServer.fresh("renewal", Map.of());
    private static final Rows ROWS = new Rows(SERVER);
    private static final Inside INSIDE = new Inside(SERVER);
    private static final ZoneId BAGHDAD = ZoneId.of("Asia/Baghdad");
    private static final Instant FIRST = Instant.now().atZone(BAGHDAD).minusYears(Validity.YEARS).plusDays(60).toInstant();
    private static final String COOKIE = "holderholderholderholder";
    private static final CardCode CARD = CardCode.of(new byte[] {7, 6, 5, 4, 3, 2, 1, 0});

    private static BrowserContext phone;
    private static BrowserContext table;
    private static StaffWalk dina;
    private static StaffWalk karim;
    private static Page holder;
    private static Page room;
    private static String session;

    @BeforeAll
    static void threeYearsAgoShePassed() throws IOException, InterruptedException {
        SERVER.start();
        ExamDesk.Certifiers certifiers = ExamDesk.Certifiers.at(SERVER);
        dina = certifiers.dina();
        karim = certifiers.karim();
        dina.open("/staff/exam/bank.xhtml?lang=en");
        chooseShortCourse(dina);
        dina.page().locator("#files").setInputFiles(ExamDesk.bank("refresher"));
        Walk.press(dina.page().locator("#upload"));
        karim.open("/staff/exam/bank.xhtml?lang=en");
        chooseShortCourse(karim);
        ExamDesk.sure(karim, "#approveAll");
        StaffId staff = new StaffId(UUID.fromString(ROWS.of("SELECT id FROM staff_member WHERE name = 'dina'").get(0)));
        INSIDE.in(parts -> {
            CandidateStore candidates = parts.get(CandidateStore.class);
            Candidate shirin = candidates.add(new Candidate(Track.TEACHERS, 0, staff, FIRST), new Person(new Spellings("", "", "Shirin Ahmed"), "", ""));
            candidates.begin(shirin.id(), COOKIE);
            candidates.add(new Candidate(Track.TEACHERS, 0, staff, FIRST), new Person(new Spellings("", "", "Azad Nothing"), "", ""));
            return parts.get(OrderStore.class).add(new ExamPassed(shirin.id(), Track.TEACHERS, List.of("F1", "F4"), FIRST, UUID.randomUUID()));
        });
        issued(1);
        phone = Chromium.phone(true);
        phone.addCookies(List.of(new Cookie("v", COOKIE).setUrl(SERVER.url("/"))));
        table = Chromium.desk();
        holder = phone.newPage();
        room = table.newPage();
    }

    private static void chooseShortCourse(StaffWalk staff) {
        staff.page().locator("#course").selectOption("F5");
        Walk.press(staff.page().locator("#choose"));
    }

    private static void issued(int count) throws InterruptedException {
        for (int tenths = 0; tenths < 200 && ROWS.count("SELECT COUNT(*) FROM certificate") < count; tenths++) {
            Thread.sleep(100);
        }
        assertEquals(count, ROWS.count("SELECT COUNT(*) FROM certificate"));
    }

    @AfterAll
    static void end() {
        Stream.of(dina.page().context(), karim.page().context(), phone, table).forEach(BrowserContext::close);
        INSIDE.close();
        SERVER.close();
    }

    @Test
    @Order(1)
    void sheIsRemindedAndLedToTheShortCourse() {
        for (String language : List.of("ar", "en")) {
            holder.navigate(SERVER.url("/" + language + "/exam/certificates"));
            ExamDesk.look(holder, "renewal-reminder-" + language);
        }
        assertTrue(holder.locator(".step").innerText().contains("3 modules"), holder.locator("main").innerText());
        holder.navigate(SERVER.url("/en/exam/desk"));
        assertTrue(holder.locator("#progress").innerText().contains("Renewal: 0 of 3"), holder.locator("#progress").innerText());
        for (String language : List.of("ar", "en")) {
            holder.navigate(SERVER.url("/" + language + "/exam/certificates"));
            Walk.press(holder.locator("main a[href$='/exam/path']"));
            ExamDesk.look(holder, "renewal-path-" + language);
        }
        assertEquals(1, holder.locator("main h2 a").count(), "the short course and nothing else");
    }

    private static void plan() {
        dina.open("/staff/exam/plan.xhtml?lang=en");
        dina.lookAsItStands("renewal-plan");
        dina.page().locator("#kind").selectOption("renewal");
        dina.page().locator("#track").selectOption("teachers");
        dina.page().locator("#place").fill("Hall 2");
        Walk.press(dina.page().locator("#save"));
        session = dina.page().url();
        assertTrue(dina.page().locator("main").innerText().contains("renewal"), dina.page().locator("main").innerText());
    }

    private static void giveEverybody() {
        Walk.press(dina.page().locator("#search"));
        ExamDesk.tickAll(dina);
        Walk.press(dina.page().locator("#give"));
    }

    @Test
    @Order(2)
    void aSeatHasWhoHoldsACertificateAndHasLearntAgain() {
        plan();
        giveEverybody();
        String reasons = dina.page().locator("#unready").innerText();
        assertTrue(reasons.contains("Azad Nothing") && reasons.contains("no certificate of this track"), reasons);
        assertTrue(reasons.contains("Shirin Ahmed") && reasons.contains("Still to learn"), reasons);
        assertEquals(0, ROWS.count("SELECT COUNT(*) FROM exam_seat"));
        UUID card = INSIDE.in(parts -> parts.get(CardStore.class).add(CARD, null));
        for (int module = 1; module <= 3; module++) {
            ROWS.change("""
                    INSERT INTO module_progress (card_id, course_id, module, seen, last_card, read_to_end, played, moved_at, completed_at)
                    SELECT ?, c.id, ?, 7, 3, TRUE, TRUE, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) FROM course c WHERE c.code = 'F5'
                    """, card.toString(), module);
        }
        holder.locator("#code").fill(CARD.printed());
        Walk.press(holder.locator("main form button"));
        assertTrue(holder.locator("#done").innerText().contains("3 modules were confirmed"), holder.locator("#done").innerText());
        holder.navigate(SERVER.url("/en/exam/certificates"));
        assertTrue(holder.locator(".step").innerText().contains("the exam for renewals"), holder.locator("main").innerText());
        giveEverybody();
        assertEquals(1, ROWS.count("SELECT COUNT(*) FROM exam_seat"));
    }

    @Test
    @Order(3)
    void theCertifierSeesWhoHasToRenewAndHowFarTheyAre() {
        dina.open("/staff/certificate/list.xhtml?lang=en");
        dina.page().locator("#which").selectOption("ENDING");
        Walk.press(dina.page().locator("#show"));
        dina.lookAsItStands("renewal-list");
        String list = dina.page().locator("#list").innerText();
        assertTrue(list.contains("Shirin Ahmed") && list.contains("All learnt; the exam comes next"), list);
        dina.page().locator("#which").selectOption("ENDED");
        Walk.press(dina.page().locator("#show"));
        assertFalse(dina.page().locator("#list").innerText().contains("Shirin"), "it has not ended");
        dina.page().navigate(session);
        ExamDesk.sure(dina, "#entrust");
        room.navigate(SERVER.url("/en/exam/room"));
        room.locator("#code").fill(dina.page().locator("#invigilator-code").innerText().strip());
        Walk.press(room.locator("main form button"));
        Walk.press(room.locator("button[value=open]"));
    }

    @Test
    @Order(4)
    void shePassesAndTheNewOneEndsThreeYearsAfterTheOld() throws InterruptedException {
        holder.navigate(SERVER.url("/en/exam/desk"));
        Walk.press(holder.locator(".way a"));
        holder.locator("#code").fill(room.locator(".wall").innerText());
        Walk.press(holder.locator("main form button"));
        ExamAnswers knows = new ExamAnswers("refresher", "en");
        for (int n = 0; n < 30 && holder.locator("form[data-save]").count() > 0; n++) {
            knows.mark(holder);
            Walk.press(holder.locator("form[data-save] .btn"));
        }
        Walk.press(holder.locator("main form .btn"));
        assertEquals("Passed", holder.locator("#verdict").innerText());
        issued(2);
        Instant end = Validity.after(FIRST, BAGHDAD);
        assertEquals(List.of(end, Validity.after(end, BAGHDAD)), ROWS.of("SELECT UNIX_TIMESTAMP(expires_at) DIV 1 FROM certificate ORDER BY number").stream()
                .map(s -> Instant.ofEpochSecond(Long.parseLong(s))).toList());
        holder.navigate(SERVER.url("/en/exam/certificates"));
        assertEquals(2, holder.locator("main section.one").count());
        assertEquals(0, holder.locator(".step").count(), "nothing is left to do");
    }

    @Test
    @Order(5)
    void aStrangerIsToldThatTheOldOneHoldsAndThatThereIsALaterOne() {
        List<String> codes = ROWS.of("SELECT qr FROM certificate ORDER BY number");
        String later = String.valueOf(Validity.after(Validity.after(FIRST, BAGHDAD), BAGHDAD).atZone(BAGHDAD).getYear());
        try (BrowserContext context = Chromium.phone(true)) {
            Page stranger = context.newPage();
            for (int n = 0; n < 2; n++) {
                stranger.navigate(SERVER.url("/en/verify"));
                stranger.locator("#code").fill(codes.get(n));
                Walk.press(stranger.locator("form button").first());
                assertEquals("Valid", stranger.locator("#outcome").innerText().strip());
                assertEquals(1 - n, stranger.locator("#renewed").count());
                ExamDesk.look(stranger, "renewal-verified-" + n);
                assertEquals(n == 1, stranger.locator("#result").innerText().contains(later), "of the later one nothing is told with the old one");
            }
        }
    }
}
