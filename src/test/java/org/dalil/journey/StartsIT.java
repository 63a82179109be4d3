package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.dalil.account.entity.CardCode;
import org.dalil.account.entity.EntryThrottle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * One site that is started three times: as anybody starts it, then behind a proxy and with slips in its files, then without a key.
 * Whoever guesses at it closes an address, so these attacks have a server of their own.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StartsIT {

    private static final Path COURSES = Path.of("target", "it", "starts.courses").toAbsolutePath();
    private static final Map<String, String> SETTINGS = new HashMap<>(Map.of("DALIL_COURSES", COURSES.toString(), "DALIL_NAME", "Nut & Walnut"));
    private static final DalilServer SERVER = DalilServer.empty("starts", SETTINGS);
    /** What somebody got who asked as early as they could, and whether they could leave then. */
    private static Visitor.Answer starting;
    private static int out;

    @BeforeAll
    static void start() throws IOException {
        copy(Path.of("courses"), COURSES);
        SERVER.launch();
        starting = SERVER.firstAnswer("/ar/");
        out = new Visitor(SERVER).get("/exit/ar").status();
        SERVER.waitUntilReady(Duration.ofSeconds(180));
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                Files.createDirectories(copy.getParent());
                Files.write(copy, Files.readAllBytes(path));
            }
        }
    }

    /** The answer to one try more than is free. @param attempt the same in each place, from wherever it says that it comes */
    private static Visitor.Answer after(int free, IntFunction<Visitor.Answer> attempt) {
        for (int i = 0; i < free; i++) {
            assertFalse(isClosed(attempt.apply(i)), "closed after " + i);
        }
        return attempt.apply(free);
    }

    private static boolean isClosed(Visitor.Answer answer) {
        return answer.body().matches("(?s).*([Tt]oo many (wrong (codes|tries)|tries)).*") && !answer.body().contains("do not match, or");
    }

    /** What a form was asked and is sent back, from where the headers say. */
    private static IntFunction<Visitor.Answer> form(String path, IntFunction<String[]> headers, Map<String, String> typed) {
        Visitor visitor = new Visitor(SERVER);
        Visitor.Fields fields = visitor.get(path).hidden();
        typed.forEach(fields::with);
        return i -> visitor.send("POST", path, fields.encoded(), headers.apply(i));
    }

    private static Visitor.Answer signIn(String name, String password, String... headers) {
        Visitor visitor = new Visitor(SERVER);
        return visitor.send("POST", "/staff/sign-in.xhtml", visitor.get("/staff/sign-in.xhtml").hidden().with("name", name)
                .with("password", password).with("submit", "").encoded(), headers);
    }

    /** Tries codes and passwords at every way in; each must be closed although each try says that it comes from elsewhere. */
    private static void guessEverywhere(IntFunction<String[]> headers) {
        assertTrue(isClosed(after(EntryThrottle.MOST, form("/en/card", headers, Map.of("code", CardCode.of(new byte[8]).value())))), "cards");
        assertTrue(isClosed(after(10, form("/en/exam", headers, Map.of("number", "99999", "password", "walnut river")))), "candidates");
        assertTrue(isClosed(after(10, form("/en/verify", headers, Map.of("code", "A".repeat(26))))), "certificates");
        for (int i = 0; i < 10; i++) {
            assertEquals(200, signIn("nobody" + i, "walnut river", headers.apply(i)).status());
        }
        assertEquals(200, signIn("admin", DalilServer.ADMIN_PASSWORD, headers.apply(10)).status(), "the right password comes too late");
    }

    @Test
    @Order(1)
    void whoForgesAnAddressIsNobodyNew() {
        // For the last test: its key must have made something.
        Visitor.withCard(SERVER);
        guessEverywhere(i -> new String[] {"X-Forwarded-For", "198.51.100." + i, "Forwarded", "for=198.51.100." + i, "X-Real-IP",
            "198.51.100." + i, "True-Client-IP", "198.51.100." + i});
    }

    @Test
    @Order(2)
    void aSlipInAFileOfHelpTakesNoHelpAway() throws IOException {
        Visitor.Answer help = new Visitor(SERVER).get("/en/help/iq");
        assertEquals(200, help.status());
        SERVER.stop();
        Path words = COURSES.resolve("help/iq.en.yaml");
        Files.writeString(words, Files.readString(words).replaceFirst("status: draft", "status: draft\nhours: \"8 to"));
        Files.delete(COURSES.resolve("glossary/terms.en.yaml"));
        SETTINGS.putAll(Map.of("DALIL_BEHIND_PROXY", "true", "DALIL_SITE", "https://learn.example.org"));
        SERVER.start();
        assertTrue(Files.readString(SERVER.console()).contains("help/iq.en.yaml"), "the console says where the slip is");
        assertLinesMatch(lines(help.body()), lines(new Visitor(SERVER).get("/en/help/iq").body()));
        assertTrue(new Visitor(SERVER).get("/en/words").body().contains("Grooming"), "and the glossary is whole");
        assertEquals(200, new Visitor(SERVER).get("/en/c/spot-it/1/1").status());
    }

    /** Element by element, without what is made anew for each answer. */
    private static List<String> lines(String page) {
        return page.replaceAll(" nonce=\"[^\"]*\"|value=\"[^\"]*\"", "").replace("<", "\n<").lines().toList();
    }

    /** A proxy that appends: what comes before its own word is the client's. */
    @Test
    @Order(3)
    void behindAProxyOnlyItsOwnWordSaysWhoAsks() {
        guessEverywhere(i -> i % 2 == 0 ? new String[] {"X-Forwarded-For", "198.51.100." + i + ", 203.0.113.7"}
                : new String[] {"X-Forwarded-For", "2001:db8::" + i, "X-Forwarded-For", "203.0.113.7", "Forwarded", "for=198.51.100." + i});
        Visitor.Answer neighbour = signIn("admin", DalilServer.ADMIN_PASSWORD, "X-Forwarded-For", "203.0.113.7, 203.0.113.8");
        assertTrue(neighbour.status() == 302 || neighbour.status() == 303, "and nobody else is closed out: " + neighbour.status());
    }

    /** Decision 0042: scheme and host are the setting's, in what is led to, in cookies and in what browsers remember. */
    @Test
    @Order(4)
    void noHeaderSaysWhereTheSiteIsOrThatItIsNotSafe() {
        String[] forged = {"X-Forwarded-Proto", "http", "X-Forwarded-Host", "evil.example", "X-Forwarded-Port", "8666", "X-Forwarded-Server",
            "evil.example", "Forwarded", "host=evil.example;proto=http", "X-Original-URL", "/evil.example", "X-Forwarded-Prefix", "/evil.example"};
        for (String path : List.of("/staff", "/learn", "/staff;x", "/staff/exam")) {
            Visitor.Answer answer = new Visitor(SERVER).send("GET", path, null, forged);
            assertTrue(answer.location().startsWith("https://learn.example.org/"), path + " " + answer.location());
        }
        for (String path : List.of("/", "/en/", "/en/card", "/en/verify", "/en/exam", "/en/c/spot-it/card", "/staff/", "/staff/sign-in.xhtml",
                "/staff/account/staff.xhtml", "/exit/en", "/verify/keys.json", "/verify/offline-en.html", "/nothing", "/en/nothing")) {
            Visitor.Answer answer = new Visitor(SERVER).send("GET", path, null, forged);
            assertFalse((answer.headers().map() + answer.body()).contains("evil.example") || answer.body().contains("8666"), path);
            assertTrue(answer.header("Strict-Transport-Security").startsWith("max-age="), path);
            for (String cookie : answer.headers().allValues("Set-Cookie")) {
                assertTrue(cookie.startsWith("__Host-") && cookie.matches("(?i).*; *secure.*") && cookie.matches("(?i).*; *path=/;.*")
                        && cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), path + " " + cookie);
            }
        }
        assertTrue(new Visitor(SERVER).get("/en/card").header("Set-Cookie").startsWith("__Host-v="));
        assertTrue(new Visitor(SERVER).get("/staff/sign-in.xhtml").header("Set-Cookie").startsWith("__Host-s="));
    }

    /** A tab's title is neutral where the site's own name is, also where no page could be made. */
    @Test
    @Order(5)
    void theSitesOwnNameIsEveryTitle() {
        String tooMany = "f=x&".repeat(3500);
        Visitor.Answer refused = new Visitor(SERVER).send("POST", "/en/card", tooMany);
        assertEquals(400, refused.status());
        for (Visitor.Answer answer : List.of(starting, refused, new Visitor(SERVER).get("/en/card"))) {
            assertTrue(answer.body().matches("(?s).*<title>[^<]*Nut &amp; Walnut</title>.*"), answer.body());
            assertFalse(answer.body().contains("Dalil"), answer.body());
        }
    }

    @Test
    @Order(6)
    void whoeverComesWhileItStartsReadsSoAndCanLeave() {
        assertEquals(503, starting.status());
        assertEquals("5", starting.header("Retry-After"));
        assertEquals("5", starting.header("Refresh"), "it comes back by itself");
        assertTrue(starting.body().contains("<html lang=\"ar\" dir=\"rtl\">") && starting.body().contains("الصفحة قيد التحضير"), starting.body());
        assertTrue(starting.body().contains("id=\"exit\" href=\"/exit/ar\""), starting.body());
        assertEquals(303, out, "the way out waits for nothing");
    }

    @Test
    @Order(7)
    void aStartWithoutAKeyEndsWithOneSentence() throws IOException {
        SERVER.stop();
        Path key = SERVER.data().resolveSibling(SERVER.data().getFileName() + ".keys").resolve("card-1.key");
        Files.move(key, key.resolveSibling("kept"));
        int before = Files.readString(SERVER.console()).length();
        SERVER.launch();
        assertTrue(SERVER.ends(Duration.ofSeconds(180)), "it ends by itself");
        String said = Files.readString(SERVER.console()).substring(before);
        assertTrue(said.contains("  Participant cards lie in the database, and the key that they need, card-1.key, is not in " + key.getParent()
                + ": put it there from its copy and start again, or, if there is no copy, set DALIL_LOST_CARDS=accepted to go on, knowing that "
                + "no card given out so far opens anything again."), said);
        assertFalse(said.contains("\tat ") || said.contains("Exception"), said);
        assertFalse(Files.exists(key), "and no other key lies in its place");
    }
}
