package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What somebody with ill will sends. */
class AttackIT {

    private static final DalilServer SERVER = DalilServer.shared();
    private static final Rows ROWS = new Rows(SERVER);

    private static final List<String> PAGES = List.of("/", "/en/", "/ar/", "/en/for/teens", "/en/c/spot-it", "/en/c/spot-it/card",
            "/en/c/spot-it/1", "/en/c/spot-it/2", "/en/c/spot-it/1/1", "/en/c/spot-it/1/chat", "/en/help", "/en/help/world",
            "/en/help/krd/teens", "/en/words", "/en/sources", "/en/exit", "/en/leave", "/en/c/spot-it/before",
            "/en/c/spot-it/before/1", "/en/c/spot-it/after/end/questions", "/en/c/spot-it/result", "/en/card/new");

    private static final List<String> PAYLOADS = List.of("#{7*7}", "${7*7}", "$x.class", "<svg onload=alert(1)>", "a\r\nSet-Cookie: x=y",
            "\u202Egnp.exe", "ا\u0000ب", "\u0000", "گەڕانەوە ${7*7} ڕێزلێنان", "'; DROP TABLE answer; --", "x".repeat(100_000));

    /** Those of the container itself, before any filter, included: the redirect of /staff;x and /WEB-INF/. */
    @Test
    void everyAnswerCarriesTheSafetyHeaders() {
        List<String> others = List.of("/nothing", "/en/nothing", "/en/c/nothing", "/learn/start.xhtml", "/staff/",
                "/staff/sign-in.xhtml", "/staff/nothing.xhtml", "/status/ready", "/exit/en", "/calendar/en", "/s/x/y.css",
                "/en/card", "/en/card/erase", "/jakarta.faces.resource/nothing.css.xhtml", "/en/c/spot-it/999/1", "/staff;x", "/en/;x",
                "/WEB-INF/web.xml", "/%57EB-INF/web.xml", "/%2e/WEB-INF/web.xml", "//WEB-INF/web.xml", "/META-INF/MANIFEST.MF");
        List<Executable> checks = new ArrayList<>();
        for (String path : concat(PAGES, others)) {
            Visitor.Answer answer = new Visitor(SERVER).get(path);
            checks.add(() -> assertSafe(path, answer));
            checks.add(() -> assertEquals("no-store", answer.header("Cache-Control"), path));
        }
        assertAll(checks);
    }

    @Test
    void staticFilesAreKeptForGoodAndCarryTheHeadersToo() {
        String start = new Visitor(SERVER).get("/en/").body();
        Matcher file = Pattern.compile("\"(/s/[^\"]+)\"").matcher(start);
        int files = 0;
        while (file.find()) {
            Visitor.Answer answer = new Visitor(SERVER).get(file.group(1));
            assertEquals(200, answer.status());
            assertSafe(file.group(1), answer);
            assertTrue(answer.header("Cache-Control").contains("immutable"), answer.header("Cache-Control"));
            files++;
        }
        assertTrue(files >= 2, "script and sign");
    }

    static void assertSafe(String path, Visitor.Answer answer) {
        String policy = answer.header("Content-Security-Policy");
        String script = Pattern.compile("script-src([^;]*)").matcher(policy).results().map(m -> m.group(1)).findFirst().orElse("none");
        assertAll(path,
                () -> assertTrue(answer.status() < 500 || path.equals("/status/ready"), path + " " + answer.status()),
                () -> assertEquals(1, answer.headers().allValues("Content-Security-Policy").size(), path + " policies"),
                () -> assertFalse(script.contains("unsafe"), path + script),
                () -> assertTrue(policy.contains("object-src 'none'") && policy.contains("base-uri 'none'")
                        && policy.contains("frame-ancestors 'none'"), path + " " + policy),
                () -> assertEquals("nosniff", answer.header("X-Content-Type-Options"), path),
                () -> assertEquals("no-referrer", answer.header("Referrer-Policy"), path),
                () -> assertEquals("", answer.header("Server") + answer.header("X-Powered-By"), path));
    }

    /** Pages of a test are kept in memory with gaps; what fills them is each learner's own. */
    @Test
    void keptQuestionsShowNobodyElsesMarksOrRights() {
        Visitor.Holder first = Visitor.withCard(SERVER);
        Visitor.Holder second = Visitor.withCard(SERVER);
        first.begin("before");
        second.begin("before");
        String path = "/en/c/spot-it/before/2";
        Visitor.Answer asked = first.visitor().get(path);
        String choice = asked.offered("a").get(0);
        assertEquals(303, first.visitor().post(path, asked.hidden().but("a", choice)).status());
        Visitor.Answer own = first.visitor().get(path);
        Visitor.Answer others = second.visitor().get(path);
        assertTrue(own.body().contains("checked=\"checked\""), "the first learner finds the mark again");
        assertFalse(others.body().contains("checked=\""), "the second one has marked nothing");
        assertFalse(others.body().contains("~~"), "no gap is left open");
        for (String field : List.of("token", "right", "submission")) {
            assertFalse(own.hidden().get(field).equals(others.hidden().get(field)), field + " is each one's own");
        }
    }

    /** The container says once in its log what it can't decode; later only to whoever asks it for more. */
    @Test
    void aCodeThatCannotBeReadStandsInNoLog() throws IOException {
        String code = "7KQ2MX4TR9W";
        for (String path : List.of("/en/card", "/en/card/erase", "/en/verify", "/en/exam")) {
            Visitor visitor = new Visitor(SERVER);
            Visitor.Answer answer = visitor.send("POST", path, visitor.get(path).hidden().encoded() + "&code=" + code + "%zz&" + code + "%zz=1");
            assertTrue(answer.status() < 500, path + " " + answer.status());
        }
        for (Path file : List.of(SERVER.console(), SERVER.logs().resolve("server.log"))) {
            assertFalse(Files.readString(file).contains(code), file.toString());
        }
    }

    @Test
    void noCookieIsSetBeforeTheCardsForm() {
        for (String path : PAGES) {
            Visitor.Answer answer = new Visitor(SERVER).get(path);
            assertEquals(List.of(), answer.headers().allValues("Set-Cookie"), path);
        }
        String cookie = new Visitor(SERVER).get("/en/card").header("Set-Cookie");
        assertTrue(cookie.startsWith("v=") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
    }

    @Test
    void aFormFromElsewhereIsRefused() {
        Visitor.Holder holder = Visitor.withCard(SERVER);
        String first = holder.begin("before");
        Visitor.Answer question = holder.visitor().get(first);
        Visitor.Fields answer = question.answered();
        List<String> forms = List.of("/en/c/spot-it/before", "/en/c/spot-it/before/end/questions", "/en/leave", "/en/card",
                "/en/card/erase", "/en/c/spot-it/1/1", "/en/c/spot-it/1/chat", first);
        for (String path : forms) {
            for (Visitor.Fields fields : List.of(answer.without("token"), answer.but("token", ""), answer.but("token", "x"),
                    answer.but("token", Visitor.withCard(SERVER).visitor().get("/en/leave").hidden().get("token")))) {
                assertEquals(409, holder.visitor().post(path, fields).status(), path);
            }
        }
        String attempt = answer.get("right").split("\\.")[0];
        assertEquals(0, ROWS.count("SELECT COUNT(*) FROM answer WHERE attempt_id = ?", attempt));
        assertTrue(holder.visitor().get("/en/").body().contains("/en/leave"), "the visit still stands");
    }

    @Test
    void aStrangersRightSavesOnlyWhereItBelongsAndEndsWithItsVisit() {
        Visitor.Holder owner = Visitor.withCard(SERVER);
        Visitor.Holder stranger = Visitor.withCard(SERVER);
        String path = owner.begin("before");
        stranger.begin("before");
        Visitor.Fields owned = owner.visitor().get(path).answered();
        Visitor.Answer strange = stranger.visitor().get(path);
        String token = strange.hidden().get("token");
        String right = owned.get("right");
        String[] parts = right.split("\\.");
        String[] strangeParts = strange.hidden().get("right").split("\\.");
        List<String> tampered = List.of(right.substring(0, right.length() - 2) + "AA", right.replace(parts[0], strangeParts[0]),
                right.replace(parts[1], strangeParts[1]), right.replace(parts[4], "9999999999"), parts[0], "", "......", "a.b.c.d.e.f",
                strange.hidden().get("right").replace(strangeParts[0], parts[0]));
        for (String wrong : tampered) {
            assertEquals(409, stranger.visitor().post(path, owned.but("token", token).but("right", wrong)).status(), wrong);
        }
        assertEquals(0, ROWS.count("SELECT COUNT(*) FROM answer WHERE attempt_id IN (?, ?)", parts[0], strangeParts[0]));
        assertEquals(303, stranger.visitor().post(path, owned.but("token", token)).status(), "a right is a right, whoever carries it");
        assertEquals(1, ROWS.count("SELECT COUNT(*) FROM answer WHERE attempt_id = ?", parts[0]));
        assertEquals(0, ROWS.count("SELECT COUNT(*) FROM answer WHERE attempt_id = ?", strangeParts[0]));
        owner.visitor().get("/exit/en");
        Visitor.Fields other = another(owned);
        assertEquals(409, stranger.visitor().post(path, other.but("token", token)).status(), "after the exit");
        assertEquals(409, new Visitor(SERVER).post(path, other).status(), "after the exit, without any cookie");
        assertEquals(1, ROWS.count("SELECT revision FROM answer WHERE attempt_id = ?", parts[0]));
    }

    /** The same question with another possible answer. */
    private static Visitor.Fields another(Visitor.Fields fields) {
        if (!fields.get("a").isEmpty()) {
            return fields.but("a", Map.of("a", "b", "t", "f", "p1", "p2", "1", "2").get(fields.get("a")));
        }
        String first = fields.get("m-l1");
        return fields.but("m-l1", fields.get("m-l2")).but("m-l2", first);
    }

    @Test
    void noSpellingOfAnAddressLeadsPastTheSignIn() {
        List<String> spellings = List.of("/staff", "/staff/", "/staff;x", "/staff;x/course/list.xhtml", "/staff/;x", "/staff/%20", "/%2e/staff/course/list.xhtml",
                "/a/..;/staff/course/list.xhtml", "/a/../staff/course/list.xhtml", "//staff/course/list.xhtml", "/staff//course/list.xhtml",
                "/staff%2fcourse/list.xhtml", "/staff/course%2flist.xhtml", "/staff%5ccourse%5clist.xhtml", "/STAFF/course/list.xhtml",
                "/Staff/course/list.xhtml", "/staff/course/LIST.xhtml", "/staff/course/list.xhtml;jsessionid=1", "/staff/course/list.xhtml/",
                "/staff/course/list.xhtml%00", "/staff/course/list", "/staff/course/list.jsf", "/faces/staff/course/list.xhtml",
                "/staff/course/list.xhtml?x=y", "/%73taff/course/list.xhtml", "/staff/./course/list.xhtml", "/staff/account/staff.xhtml",
                "/en/../staff/course/list.xhtml", "/s/../staff/course/list.xhtml", "/s/..;/staff/course/list.xhtml",
                "/exit/../staff/account/staff.xhtml", "/status/..%2fstaff/account/staff.xhtml", "/staff/report/scores.xhtml",
                "/staff/course/list.xhtml%20", "/staff/course/list.xhtml%09", "/%252e/staff", "/staff/password.xhtml",
                "/jakarta.faces.resource/../staff/course/list.xhtml", "/calendar/%2e%2e/staff/course/list.xhtml");
        List<Executable> checks = new ArrayList<>();
        for (String path : spellings) {
            for (String method : List.of("GET", "HEAD", "POST", "PUT", "OPTIONS")) {
                Visitor.Answer answer = new Visitor(SERVER).send(method, path, method.equals("POST") ? "x=y" : null);
                checks.add(() -> assertTrue(isOutside(answer) || method.equals("OPTIONS") && answer.body().isEmpty(), method + " " + path + " " + answer.status()));
            }
        }
        assertAll(checks);
    }

    /** An error, the way to the sign-in, or a page of nobody's: never what staff see. */
    private static boolean isOutside(Visitor.Answer answer) {
        return answer.status() != 200 && answer.status() < 500 && !answer.body().contains("staff.css")
                || answer.status() == 200 && !answer.body().contains("staff.css") && !answer.body().contains("primefaces")
                && answer.body().contains("<table border=\"1\"");
    }

    @Test
    void whatIsTypedIntoAFieldIsNeverEvaluatedAndNeverAFault() {
        Visitor.Holder holder = Visitor.withCard(SERVER);
        String question = holder.begin("before");
        Map<String, List<String>> forms = Map.of(
                "/en/card", List.of("code", "token"),
                "/en/room", List.of("code", "request", "another", "token"),
                "/en/card/erase", List.of("code", "sure", "token"),
                "/en/card/new", List.of("request", "course"),
                "/en/leave", List.of("token"),
                "/en/c/spot-it/before", List.of("taken", "token"),
                question, List.of("a", "m-l1", "p-a", "right", "submission", "skip", "auto", "token"),
                "/en/c/spot-it/1/1", List.of("token"),
                "/en/c/spot-it/1/chat", List.of("c", "at", "path", "pause", "again", "token"));
        List<Executable> checks = new ArrayList<>();
        forms.forEach((path, names) -> names.forEach(name -> PAYLOADS.forEach(payload -> {
            boolean asVisitor = path.startsWith("/en/card") || path.equals("/en/room") || path.equals("/en/leave") || path.endsWith("chat") && name.equals("path");
            // Only some payloads where a wrong code slows the address down.
            if (name.equals("code") && PAYLOADS.indexOf(payload) % 2 == 1) {
                return;
            }
            Visitor visitor = asVisitor ? new Visitor(SERVER) : holder.visitor();
            Visitor.Fields fields = (path.equals("/en/card/new") ? visitor.get("/en/c/spot-it/card") : visitor.get(path)).hidden();
            Visitor.Answer answer = visitor.post(path, fields.but(name, payload));
            String where = path + " " + name + "=" + payload.substring(0, Math.min(20, payload.length()));
            checks.add(() -> assertTrue(answer.status() < 500, where + " " + answer.status()));
            checks.add(() -> assertFalse(answer.body().contains("<svg onload") || answer.headers().map().containsKey("x")
                    || answer.header("Set-Cookie").contains("x=y"), where));
            checks.add(() -> assertFalse(answer.body().replaceAll("(?s)<style>.*?</style>|<svg.*?</svg>|value=\"[^\"]*\"", "").matches("(?s).*\\b49\\b.*"), where + " was evaluated"));
            // Six letters and digits are a room's code: the browser sends the form on to the room's page.
            boolean sentOn = answer.status() == 307 && answer.location().equals("/en/room");
            checks.add(() -> assertTrue(answer.status() == 303 || sentOn || answer.body().contains("<h1") || answer.body().startsWith("{"), where + " has no sentence"));
            checks.add(() -> assertFalse(answer.body().contains("Exception"), where));
        })));
        assertAll(checks);
        String attempt = holder.visitor().get(question).hidden().get("right").split("\\.")[0];
        assertEquals(List.of(), ROWS.of("SELECT value FROM answer WHERE attempt_id = ? AND value NOT REGEXP '^[a-z0-9:,]*$'", attempt));
    }

    @Test
    void payloadsInAddressesAreNotFound() {
        for (String path : List.of("/en/c/%23%7B7*7%7D", "/en/c/$%7B7*7%7D", "/en/for/%3Csvg%20onload%3E", "/en/help/%0d%0aX:y",
                "/en/c/spot-it/%00", "/en/c/" + "x".repeat(5000), "/xx/", "/en/c/spot-it/1/1/1", "/en/c/spot-it/0/1", "/en/c/spot-it/1/0",
                "/en/c/spot-it/1/-1", "/en/c/spot-it/1/99999999999", "/en/help/nowhere", "/en/for/nobody", "/en/help/world/nobody")) {
            Visitor.Answer answer = new Visitor(SERVER).get(path);
            assertTrue(answer.status() == 404 || answer.status() == 400, path + " " + answer.status());
            assertFalse(answer.body().contains("49<") || answer.body().contains("<svg onload") || answer.body().contains("Exception"), path);
        }
    }

    @Test
    void otherMethodsAreRefused() {
        // First: of what follows, some is refused by closing the connection, which a form would be the next to use.
        assertEquals(405, new Visitor(SERVER).post("/en/words", new Visitor.Fields().with("a", "b")).status());
        for (String path : List.of("/", "/en/", "/en/card", "/en/c/spot-it/1/1", "/en/c/spot-it/1/chat", "/staff/sign-in.xhtml",
                "/status/ready", "/calendar/en", "/nothing")) {
            for (String method : List.of("PUT", "DELETE", "TRACE", "PATCH", "PROPFIND")) {
                int status = statusOrCut(method, path);
                assertTrue(Set.of(0, 400, 403, 404, 405, 501).contains(status), method + " " + path + " " + status);
            }
        }
    }

    /** The status; 0 where the server closed the connection instead of answering, which refuses as well. */
    private static int statusOrCut(String method, String path) {
        try {
            return new Visitor(SERVER).send(method, path, null).status();
        } catch (Visitor.Unreachable cut) {
            return 0;
        }
    }

    @Test
    void fiftyTimesTheSameAnswerAtOnceIsOneRowAndOneReply() throws InterruptedException, ExecutionException {
        Visitor.Holder holder = Visitor.withCard(SERVER);
        String path = holder.begin("before");
        Visitor.Fields answer = holder.visitor().get(path).answered().with("auto", "1");
        String attempt = answer.get("right").split("\\.")[0];
        ExecutorService many = Executors.newFixedThreadPool(50);
        List<Future<Visitor.Answer>> replies = IntStream.range(0, 50)
                .mapToObj(i -> many.submit(() -> holder.visitor().withSameCookie().post(path, answer))).toList();
        Set<String> bodies = new java.util.HashSet<>();
        for (Future<Visitor.Answer> reply : replies) {
            assertEquals(200, reply.get().status(), reply.get().body());
            bodies.add(reply.get().body());
        }
        many.shutdown();
        assertEquals(1, bodies.size(), bodies.toString());
        assertEquals(1, ROWS.count("SELECT COUNT(*) FROM answer WHERE attempt_id = ?", attempt));
        assertEquals(1, ROWS.count("SELECT revision FROM answer WHERE attempt_id = ?", attempt));
    }

    private static String shown(Visitor.Answer page) {
        return page.body().replaceAll("nonce=\"[^\"]*\"", "");
    }

    /** Pressed twice, or pressed again in a page that Back had kept. */
    @Test
    void aChoiceInAChatPressedTwiceIsTakenOnce() {
        Visitor.Holder holder = Visitor.withCard(SERVER);
        String path = "/en/c/spot-it/1/chat";
        int choices = 0;
        for (Visitor.Answer chat = holder.visitor().get(path); !chat.offered("c").isEmpty(); chat = holder.visitor().get(path)) {
            choices++;
            Visitor.Fields form = chat.hidden().with("c", chat.offered("c").get(0));
            Visitor.Answer once = holder.visitor().post(path, form);
            String after = shown(holder.visitor().get(path));
            for (String pressed : chat.offered("c")) {
                Visitor.Answer twice = holder.visitor().post(path, form.but("c", pressed));
                assertEquals(List.of(once.status(), once.location()), List.of(twice.status(), twice.location()), "choice " + choices);
                assertEquals(after, shown(holder.visitor().get(path)), "nothing has changed");
            }
        }
        assertTrue(choices > 2, "the chat went to its end");
    }

    @Test
    void anotherAnswerIsARevisionUntilTheQuestionsAreHandedIn() {
        Visitor.Holder holder = Visitor.withCard(SERVER);
        String path = holder.begin("before");
        Visitor.Fields first = holder.visitor().get(path).answered();
        String attempt = first.get("right").split("\\.")[0];
        Visitor.Fields second = another(first);
        holder.visitor().post(path, first);
        holder.visitor().post(path, second);
        assertEquals(2, ROWS.count("SELECT revision FROM answer WHERE attempt_id = ?", attempt));
        String stands = ROWS.of("SELECT value FROM answer WHERE attempt_id = ?", attempt).get(0);
        holder.visitor().post(path, second);
        assertEquals(2, ROWS.count("SELECT revision FROM answer WHERE attempt_id = ?", attempt), "the same again is no revision");
        holder.takeTest("before");
        String score = ROWS.of("SELECT score FROM attempt WHERE id = ?", attempt).get(0);
        Visitor.Answer late = holder.visitor().post(path, first.with("auto", "1"));
        assertEquals(200, late.status(), late.body());
        assertFalse(late.body().matches(".*\\d\\d:\\d\\d.*"), "a late change is not called saved: " + late.body());
        Visitor.Answer replay = holder.visitor().post(path, second.with("auto", "1"));
        assertTrue(replay.body().matches(".*\\d\\d:\\d\\d.*"), "a replay is told when it was saved: " + replay.body());
        assertEquals(stands, ROWS.of("SELECT value FROM answer WHERE attempt_id = ? ORDER BY saved_at LIMIT 1", attempt).get(0));
        assertEquals(score, ROWS.of("SELECT score FROM attempt WHERE id = ?", attempt).get(0));
        assertNotEquals("", score);
    }

    @Test
    void theSameFormSentTwiceGivesTheSameCardAndASecondOneIsRefused() {
        Visitor visitor = new Visitor(SERVER);
        Visitor.Fields form = visitor.get("/en/c/spot-it/card").hidden();
        String once = visitor.post("/en/card/new", form).words("<b class=\"cd\"").orElseThrow();
        assertEquals(once, visitor.post("/en/card/new", form).words("<b class=\"cd\"").orElseThrow());
        assertEquals(409, new Visitor(SERVER).post("/en/card/new", form).status(), "not to another browser");
        Visitor.Fields other = new Visitor(SERVER).get("/en/c/spot-it/card").hidden();
        assertEquals(409, visitor.post("/en/card/new", other).status(), "a browser that holds a card gets no second one");
    }

    private static List<String> concat(List<String> some, List<String> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).collect(Collectors.toList());
    }
}
