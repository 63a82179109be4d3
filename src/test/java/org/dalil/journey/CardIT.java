package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dalil.platform.control.PlatformParts;
import org.dalil.platform.entity.Language;
import org.junit.jupiter.api.Test;

/** A participant card on other phones, on phones that were handed over, and when it is over. */
class CardIT {

    private static final DalilServer SERVER = DalilServer.shared();
    private static final Rows ROWS = new Rows(SERVER);

    /** As somebody types it on an Arabic keyboard. */
    private static String typed(String code) {
        StringBuilder typed = new StringBuilder();
        for (char c : code.toLowerCase(java.util.Locale.ROOT).toCharArray()) {
            typed.append(c >= '0' && c <= '9' ? (char) ('\u0660' + c - '0') : c);
        }
        return typed.insert(4, ' ').insert(9, '-').toString();
    }

    private static void enter(Page page, String code) {
        page.navigate(SERVER.url("/ar/card"));
        page.locator("#code").fill(code);
        Walk.press(page.locator("main form .btn"));
    }

    @Test
    void aTypedCodeGoesOnAtTheNextQuestionOnAnotherPhone() {
        Visitor.Holder first = Visitor.withCard(SERVER);
        String question = first.begin("before");
        for (int i = 0; i < 2; i++) {
            question = first.visitor().post(question, first.visitor().get(question).answered()).location();
        }
        assertTrue(question.endsWith("/before/3"), question);
        try (BrowserContext other = Chromium.phone(true)) {
            Page page = other.newPage();
            enter(page, typed(first.code()));
            page.waitForURL("**/ar/c/spot-it/before");
            Walk.press(page.locator("main .btn:not(.b2)").first());
            page.waitForURL("**/ar/c/spot-it/before/3");
            assertTrue(page.url().endsWith("/ar/c/spot-it/before/3"), page.url());
        }
    }

    private static void assertSaid(Page page, String language, String key) {
        page.locator("#elsewhere").waitFor(new Locator.WaitForOptions().setTimeout(10_000));
        assertEquals(PlatformParts.texts().get(new Language(language), key), page.locator("#elsewhere").innerText());
        Chromium.assertAccessible(page, key);
    }

    /** Outside of a room there is no trainer who could be told. */
    @Test
    void aCardOnTwoPhonesIsSaidOnBoth() {
        try (BrowserContext one = Chromium.phone(true); BrowserContext other = Chromium.phone(true)) {
            Page first = one.newPage();
            first.navigate(SERVER.url("/en/c/spot-it/card"));
            Walk.press(first.locator("form[action$='/card/new'] button"));
            String code = first.locator(".cd").innerText();
            first.navigate(SERVER.url("/en/c/spot-it/1/1"));
            first.waitForTimeout(4_500);
            assertEquals(0, first.locator("#elsewhere").count(), "nobody else works with it");
            Page second = other.newPage();
            enter(second, code);
            assertSaid(second, "ar", "account.card.elsewhere.before");
            Chromium.picture(second, "card-elsewhere-before-ar");
            Walk.press(first.locator("main form .btn"));
            assertSaid(first, "en", "account.card.elsewhere.since");
            second.navigate(SERVER.url("/ar/leave"));
            Walk.press(second.locator("form[data-leave] .btn").first());
            first.locator("#elsewhere").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED).setTimeout(15_000));
        }
    }

    /** Handing in then has one row to write. The score of the whole is counted anew, from what was answered. */
    @Test
    void whatAnAnswerIsWorthIsKeptWithItAndFollowsIt() {
        Visitor.Holder holder = Visitor.withCard(SERVER);
        holder.begin("before");
        // One choice of four in either form.
        String path = "/en/c/spot-it/before/2";
        Visitor.Answer question = holder.visitor().get(path);
        String attempt = question.hidden().get("right").split("\\.")[0];
        List<String> scores = new ArrayList<>();
        for (String choice : question.offered("a")) {
            holder.visitor().post(path, question.hidden().with("auto", "1").with("a", choice));
            scores.addAll(ROWS.of("SELECT score FROM answer WHERE attempt_id = ?", attempt));
        }
        assertEquals(1, scores.stream().filter(s -> Double.parseDouble(s) == 1).count(), "one of the choices is right: " + scores);
        holder.takeTest("before");
        assertEquals(List.of("1"), ROWS.of("""
                SELECT ABS(a.score - 100 * SUM(n.score) / a.scored_items) < 1e-9
                  FROM attempt a
                  JOIN answer n ON n.attempt_id = a.id
                 WHERE a.id = ? AND a.submitted_at IS NOT NULL
                 GROUP BY a.id""", attempt));
    }

    @Test
    void whoEntersACardLaterSeesNoAnswersAndNoResult() {
        Visitor.Holder holder = Visitor.withCard(SERVER);
        holder.takeTest("before");
        assertTrue(holder.takeTest("after").endsWith("/result"));
        assertEquals(200, holder.visitor().get("/en/c/spot-it/result").status());
        Visitor later = new Visitor(SERVER);
        Visitor.Answer entered = later.post("/en/card", later.get("/en/card").hidden().with("code", holder.code()));
        assertEquals(303, entered.status());
        Visitor.Answer result = later.get("/en/c/spot-it/result");
        assertEquals(303, result.status());
        assertEquals("/en/c/spot-it", result.location());
        assertFalse(later.get("/en/c/spot-it").body().contains("/result"), "the result is not even offered");
        assertEquals(303, later.get("/en/c/spot-it/after/1").status(), "answers are not shown either");
    }

    @Test
    void aWrongCodeIsToldInOneSentence() {
        Visitor visitor = new Visitor(SERVER);
        for (String wrong : List.of("", "AAAA", "0000 0000 001", "ابجد", "7".repeat(40))) {
            Visitor.Answer answer = visitor.post("/en/card", visitor.get("/en/card").hidden().with("code", wrong));
            String sentence = answer.words("<a href=\"#code\"").orElseThrow(() -> new AssertionError("no sentence for " + wrong));
            assertTrue(sentence.length() > 10 && sentence.length() < 200, sentence);
            assertFalse(answer.body().contains("7777777"), "what was typed is not shown again");
        }
    }

    @Test
    void theCodeOfAQrIsPostedByTheScriptAndLeavesNoTraceInTheHistory() {
        Visitor.Holder holder = Visitor.withCard(SERVER);
        try (BrowserContext phone = Chromium.phone(true)) {
            Page page = phone.newPage();
            List<String> seen = new ArrayList<>();
            page.onRequest(r -> seen.add(r.url()));
            page.navigate(SERVER.url("/ar/card#" + holder.code()));
            page.waitForURL(SERVER.url("/ar/c/spot-it"));
            page.navigate(SERVER.url("/ar/"));
            assertTrue(page.locator("main a[href$='/leave']").isVisible(), "the card was entered");
            page.goBack();
            page.goBack();
            assertFalse(page.url().contains(holder.code()), page.url());
            assertTrue(seen.stream().noneMatch(u -> u.contains(holder.code())), "it was in an address that was sent");
        }
    }

    @Test
    void afterLeavingOldFormsCanSaveNothing() {
        for (String way : List.of("leave", "hand over")) {
            Visitor.Holder holder = Visitor.withCard(SERVER);
            String address = holder.begin("before");
            Visitor.Answer question = holder.visitor().get(address);
            Visitor before = holder.visitor().withSameCookie();
            Visitor.Fields form = holder.visitor().get("/en/leave").hidden();
            Visitor.Answer left = holder.visitor().post("/en/leave", way.equals("leave") ? form : form.with("next", "1"));
            assertEquals(303, left.status());
            assertEquals(way.equals("leave") ? "/en/" : "/en/card", left.location());
            assertTrue(left.header("Clear-Site-Data").contains("storage"));
            assertTrue(holder.visitor().cookies().isEmpty(), "the cookie is gone");
            String attempt = question.hidden().get("right").split("\\.")[0];
            for (Visitor somebody : List.of(before, holder.visitor(), new Visitor(SERVER))) {
                assertEquals(409, somebody.post(address, question.answered()).status(), way);
            }
            assertEquals(0, ROWS.count("SELECT COUNT(*) FROM answer WHERE attempt_id = ?", attempt));
            assertFalse(before.get("/en/").body().contains("/leave"), "a kept cookie opens nothing");
        }
    }

    @Test
    void theCardAloneErasesAllThatBelongsToIt() {
        Visitor.Holder holder = Visitor.withCard(SERVER);
        holder.takeTest("before");
        Visitor.Answer lesson = holder.visitor().get("/en/c/spot-it/1/1");
        holder.visitor().post("/en/c/spot-it/1/1", lesson.hidden());
        Visitor.Answer chat = holder.visitor().get("/en/c/spot-it/1/chat");
        holder.visitor().post("/en/c/spot-it/1/chat", chat.hidden().with("c", chat.offered("c").get(0)));
        holder.takeTest("after");
        String again = holder.begin("after");
        String attempt = holder.visitor().get(again).hidden().get("right").split("\\.")[0];
        String card = ROWS.cardOf(attempt);
        List<String> attempts = ROWS.of("SELECT id FROM attempt WHERE card_id = ?", card);
        assertEquals(3, attempts.size());
        assertTrue(left(card, attempts).size() >= 6, "there is much to erase: " + left(card, attempts));

        Visitor stranger = new Visitor(SERVER);
        Visitor.Fields form = stranger.get("/en/card/erase").hidden().with("code", holder.code());
        assertTrue(stranger.post("/en/card/erase", form).body().contains("id=\"error\""), "only who is sure");
        assertFalse(left(card, attempts).isEmpty());
        assertEquals(200, stranger.post("/en/card/erase", form.with("sure", "1")).status());
        assertEquals(List.of(), left(card, attempts), "tables that still hold something of the card");
        assertEquals(0, ROWS.count("SELECT COUNT(*) FROM participant_card WHERE id = ?", card));
        assertEquals(303, holder.visitor().get("/en/c/spot-it/after/1").status(), "its visit is over, too");
    }

    /** The tables that hold something of a card: whichever have a column for a card or an attempt. */
    private static List<String> left(String card, List<String> attempts) {
        List<String> tables = new ArrayList<>();
        for (String column : List.of("card_id", "attempt_id")) {
            for (String table : ROWS.of("SELECT c.table_name FROM information_schema.columns c JOIN information_schema.tables t "
                    + "ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE' "
                    + "WHERE c.table_schema = DATABASE() AND c.column_name = ?", column)) {
                List<String> ids = column.equals("card_id") ? List.of(card) : attempts;
                if (ids.stream().anyMatch(id -> ROWS.count("SELECT COUNT(*) FROM " + table + " WHERE " + column + " = ?", id) > 0)) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    @Test
    void aCodeStandsInNoLogAndInNoFile() throws IOException {
        Visitor.Holder holder = Visitor.withCard(SERVER);
        Visitor later = new Visitor(SERVER);
        later.post("/en/card", later.get("/en/card").hidden().with("code", holder.code()));
        later.post("/en/card/new", later.get("/en/c/spot-it/card").hidden().with("code", holder.code()));
        later.get("/en/c/spot-it/before");
        String code = holder.code();
        String printed = code.substring(0, 4) + " " + code.substring(4, 8) + " " + code.substring(8);
        try (Stream<Path> all = Files.walk(SERVER.data().getParent())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.toString().contains(SERVER.data().getFileName().toString())) {
                    continue;
                }
                assertFalse(file.getFileName().toString().contains(code), file.toString());
                String content = read(file);
                assertFalse(content.contains(code) || content.contains(printed), "a code stands in " + file);
            }
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            // A file of the running server that came and went between two looks.
            return "";
        }
    }
}
