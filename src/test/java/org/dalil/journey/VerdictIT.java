package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dalil.Parts;
import org.dalil.certificate.control.CertificateStore;
import org.dalil.certificate.control.Issuing;
import org.dalil.certificate.control.SigningKeys;
import org.dalil.certificate.entity.CertificateCode;
import org.dalil.certificate.entity.CertificateId;
import org.dalil.certificate.entity.Checked.Outcome;
import org.dalil.certificate.entity.Claim;
import org.dalil.certificate.entity.Ground;
import org.dalil.certificate.entity.PublicKeyHalf;
import org.dalil.exam.entity.Spellings;
import org.dalil.platform.control.Texts;
import org.dalil.platform.entity.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each verdict on a certificate has its sentence: on the page, in the file that needs no network, in Arabic and in English. */
class VerdictIT {

    private static final DalilServer SERVER = DalilServer.fresh("verdict", Map.of("DALIL_BEHIND_PROXY", "true"));
    private static final Rows ROWS = new Rows(SERVER);
    private static final Inside INSIDE = new Inside(SERVER);
    private static final Texts TEXTS = new Parts(null, Map.of()).get(Texts.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> LANGUAGES = List.of("ar", "en");
    private static final Path FILES = Path.of("target", "verdict").toAbsolutePath();

    /** What is held out, by what becomes of it: square codes, and credentials where there are any. */
    private static final Map<Outcome, List<String>> SHOWN = new EnumMap<>(Outcome.class);

    /** Signed with the key and never issued: only the site knows that. */
    private static String invented;

    private static int visitors;

    @BeforeAll
    static void fourPeoplePassAnExam() throws Exception {
        SERVER.start();
        Holders holders = new Holders(ROWS, INSIDE, "admin");
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Spellings names = new Spellings("شيرين أحمد", "", "Shirin Ahmed");
        holders.pass("oneoneoneoneoneoneoneone", names, now);
        holders.pass("twotwotwotwotwotwotwotwo", names, now.minus(Duration.ofDays(4 * 365)));
        holders.pass("threethreethreethreethree", names, now);
        holders.pass("fourfourfourfourfourfour", names, now);
        holders.await(4);
        INSIDE.in(parts -> parts.get(CertificateStore.class).revoke(3, Ground.DISHONEST, "test"));
        Map<Outcome, Integer> issued = Map.of(Outcome.VALID, 1, Outcome.EXPIRED, 2, Outcome.REVOKED, 3);
        issued.forEach((outcome, number) -> SHOWN.put(outcome, List.of(holders.of(number, "qr"), holders.of(number, "credential"))));
        String square = SHOWN.get(Outcome.VALID).get(0);
        String credential = SHOWN.get(Outcome.VALID).get(1);
        Claim claim = Claim.read(square).orElseThrow().claim();

        // As if the server's clock had been wrong when it was issued.
        Claim fourth = Claim.read(holders.of(4, "qr")).orElseThrow().claim();
        Claim tomorrow = new Claim(fourth.keyId(), fourth.code(), 4, now.plusSeconds(86_400), fourth.expires(), fourth.track(), fourth.salt(),
                fourth.digests());
        SHOWN.put(Outcome.FUTURE, List.of(square(tomorrow), credential(holders.of(4, "credential"), tomorrow)));
        ROWS.change("UPDATE certificate SET qr = ? WHERE number = 4", SHOWN.get(Outcome.FUTURE).get(0));

        SHOWN.put(Outcome.ALTERED, List.of(other(square, 90), other(credential, credential.indexOf('.') + 400), other(credential, credential.length() - 1)));
        Claim theirs = new Claim("0011223344556677", claim.code(), claim.number(), claim.issued(), claim.expires(), claim.track(), claim.salt(),
                claim.digests());
        String[] parts = credential.split("\\.");
        SHOWN.put(Outcome.WRONG_KEY, List.of(theirs.qr(new byte[64]),
                base64("{\"alg\":\"EdDSA\",\"kid\":\"https://thief.example/keys/1\"}") + "." + parts[1] + "." + parts[2]));
        SHOWN.put(Outcome.FORGED, List.of(base64("{\"alg\":\"none\"}") + "." + parts[1] + "."));
        SHOWN.put(Outcome.UNREADABLE, List.of("<svg onload=alert(1)> #{7*7}", square.substring(0, 60)));
        invented = square(new Claim(claim.keyId(), CertificateCode.of(new byte[16]), 900, claim.issued(), claim.expires(), claim.track(),
                claim.salt(), claim.digests()));
    }

    @AfterAll
    static void end() {
        INSIDE.close();
        SERVER.close();
    }

    private static String square(Claim claim) {
        return INSIDE.in(parts -> {
            SigningKeys signing = parts.get(SigningKeys.class);
            return claim.qr(signing.sign(signing.current(), claim.content()));
        });
    }

    /** A credential with another claim in it, signed anew. */
    private static String credential(String from, Claim claim) {
        String[] parts = from.split("\\.");
        try {
            ObjectNode payload = (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            payload.put("dalil", Base64.getUrlEncoder().withoutPadding().encodeToString(claim.content()));
            String content = parts[0] + "." + base64(payload.toString());
            return INSIDE.in(p -> {
                SigningKeys signing = p.get(SigningKeys.class);
                PublicKeyHalf key = signing.current();
                byte[] signature = signing.sign(key, content.getBytes(StandardCharsets.US_ASCII));
                return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
            });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with another character there: the neighbour, whose bits differ least. */
    private static String other(String text, int at) {
        String letters = text.startsWith("DL1:") ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
                : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int place = letters.indexOf(text.charAt(at));
        return text.substring(0, at) + (place < 0 ? 'A' : letters.charAt(place ^ 1)) + text.substring(at + 1);
    }

    private static String words(Outcome outcome, String part, String language) {
        return TEXTS.get(Language.of(language).orElseThrow(), "certificate.outcome." + outcome + "." + part);
    }

    @Test
    void eachVerdictHasASentenceOfItsOwn() {
        for (String language : LANGUAGES) {
            for (String part : List.of("title", "text")) {
                TreeSet<String> all = new TreeSet<>();
                for (Outcome outcome : Outcome.values()) {
                    all.add(words(outcome, part, language));
                }
                assertEquals(Outcome.values().length, all.size(), language + " " + part);
            }
        }
    }

    @Test
    void thePageSaysEach() {
        for (String language : LANGUAGES) {
            try (BrowserContext phone = Chromium.phone(false)) {
                Page page = phone.newPage();
                SHOWN.forEach((outcome, all) -> all.forEach(shown -> says(page, language, shown, outcome)));
                says(page, language, invented, Outcome.FORGED);
                says(page, language, CertificateCode.of(new byte[16]).spaced(), Outcome.UNKNOWN);
            }
        }
    }

    private static void says(Page page, String language, String shown, Outcome outcome) {
        // Each from an address of its own: guesses are counted.
        page.context().setExtraHTTPHeaders(Map.of("X-Forwarded-For", "192.0.2." + ++visitors));
        page.navigate(SERVER.url("/" + language + "/verify"));
        page.locator("#code").fill(shown);
        Walk.press(page.locator("form button").first());
        String where = language + " " + outcome + " " + shown;
        assertEquals(words(outcome, "title", language), page.locator("#outcome").innerText().strip(), where);
        assertEquals(words(outcome, "text", language), page.locator("#outcome + p").innerText().strip(), where);
        assertEquals(outcome == Outcome.VALID, page.locator("#result .st.ok").count() == 1, where);
        boolean ours = List.of(Outcome.VALID, Outcome.EXPIRED, Outcome.REVOKED, Outcome.FUTURE).contains(outcome);
        assertEquals(ours, page.locator("#result dl").count() == 1, "what can't be believed is not shown: " + where);
        String ground = TEXTS.get(Language.of(language).orElseThrow(), "certificate.ground.DISHONEST");
        assertEquals(outcome == Outcome.REVOKED, page.locator("#result").innerText().contains(ground), where);
        Chromium.picture(page, "verdict-" + outcome + "-" + language);
    }

    /** As a file, in the form below. @return what the page says, or the error */
    private static String sent(Page page, String language, FilePayload file, String name) {
        page.context().setExtraHTTPHeaders(Map.of("X-Forwarded-For", "192.0.2." + ++visitors));
        page.navigate(SERVER.url("/" + language + "/verify"));
        page.locator("#file").setInputFiles(file);
        page.locator("#file-name").fill(name);
        Walk.press(page.locator("form[enctype] button"));
        return page.locator("#result, #error").first().innerText().strip();
    }

    @Test
    void aPictureOfTheSquareCodeIsEnough() throws Exception {
        for (String language : LANGUAGES) {
            try (BrowserContext phone = Chromium.phone(false)) {
                Page page = phone.newPage();
                for (Outcome outcome : List.of(Outcome.VALID, Outcome.EXPIRED, Outcome.REVOKED, Outcome.FUTURE, Outcome.ALTERED, Outcome.WRONG_KEY)) {
                    String square = SHOWN.get(outcome).get(0);
                    for (String format : List.of("png", "jpeg")) {
                        String said = sent(page, language, HeldOut.picture(square, format), "");
                        assertTrue(said.startsWith(words(outcome, "title", language)), language + " " + format + " " + outcome + ": " + said);
                    }
                }
                assertTrue(sent(page, language, HeldOut.picture(SHOWN.get(Outcome.VALID).get(0), "png"), "shirin AHMED")
                        .contains(TEXTS.get(Language.of(language).orElseThrow(), "certificate.shown.nameYes")));
                Chromium.picture(page, "verify-picture-" + language);
                assertTrue(sent(page, language, HeldOut.picture("HTTPS://THIEF.EXAMPLE/", "png"), "").startsWith(words(Outcome.UNREADABLE, "title", language)));
                byte[] empty = HeldOut.picture("X", "png").buffer;
                Map<String, byte[]> refused = Map.of("certificate.verify.picture", java.util.Arrays.copyOf(empty, empty.length / 2),
                        "certificate.verify.fileLarge", java.util.Arrays.copyOf(empty, 3_550 * 1024));
                refused.forEach((key, file) -> {
                    String said = sent(page, language, new FilePayload("photo.png", "image/png", file), "");
                    assertTrue(said.contains(TEXTS.get(Language.of(language).orElseThrow(), key)), key + ": " + said);
                    assertEquals("#file", page.locator("#error a").getAttribute("href"), key);
                });
                Chromium.picture(page, "verify-picture-refused-" + language);
            }
        }
        try (BrowserContext context = Chromium.phone(true)) {
            Page page = context.newPage();
            sent(page, "ar", new FilePayload("photo.png", "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'}), "");
            Chromium.assertAccessible(page, "a picture that is refused");
        }
    }

    /** The paper with other words on it, and with another code in it. */
    @Test
    void anAlteredPaperIsToldApart() throws Exception {
        byte[] paper = INSIDE.in(parts -> parts.get(Issuing.class).paper(parts.get(CertificateStore.class)
                .get(CertificateId.of(ROWS.of("SELECT id FROM certificate WHERE number = 1").get(0)).orElseThrow())));
        String bytes = new String(paper, StandardCharsets.ISO_8859_1);
        String square = SHOWN.get(Outcome.VALID).get(0);
        assertTrue(bytes.contains(square), "the square code's text lies open in the file");
        try (BrowserContext phone = Chromium.phone(false)) {
            Page page = phone.newPage();
            for (String language : LANGUAGES) {
                Language read = Language.of(language).orElseThrow();
                assertTrue(sent(page, language, HeldOut.pdf(bytes), "").startsWith(words(Outcome.VALID, "title", language)));
                for (Outcome outcome : List.of(Outcome.ALTERED, Outcome.WRONG_KEY, Outcome.EXPIRED, Outcome.REVOKED)) {
                    String said = sent(page, language, HeldOut.pdf(bytes.replace(square, SHOWN.get(outcome).get(0))), "");
                    assertTrue(said.startsWith(words(outcome, "title", language)), language + " " + outcome + ": " + said);
                }
                assertTrue(sent(page, language, HeldOut.pdf(bytes.replace(square, "")), "").startsWith(words(Outcome.UNREADABLE, "title", language)));
                // Another name was written over the holder's: the signature knows nothing of that, so the page asks to compare.
                String said = sent(page, language, HeldOut.pdf(HeldOut.renamed(paper)), "");
                assertTrue(said.startsWith(words(Outcome.VALID, "title", language)) && said.contains(TEXTS.get(read, "certificate.shown.compare")), said);
                assertTrue(sent(page, language, HeldOut.pdf(HeldOut.renamed(paper)), "Somebody Else").contains(TEXTS.get(read, "certificate.shown.nameNo")));
            }
        }
    }

    private static Path file(String language) throws IOException, InterruptedException {
        Path file = FILES.resolve("check-" + language + ".html");
        java.nio.file.Files.createDirectories(FILES);
        assertEquals(200, HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(SERVER.url("/verify/offline-" + language + ".html"))).build(),
                HttpResponse.BodyHandlers.ofFile(file)).statusCode());
        return file;
    }

    private static Outcome checked(Page page, String shown) {
        page.locator("#text").fill(shown);
        page.evaluate("document.getElementById('result').removeAttribute('data-outcome')");
        page.locator("button").click();
        page.locator("#result[data-outcome]").waitFor();
        return Outcome.valueOf(page.locator("#result").getAttribute("data-outcome"));
    }

    @Test
    void theFileSaysEach() throws Exception {
        for (String language : LANGUAGES) {
            try (BrowserContext context = Chromium.phone(true)) {
                Page page = context.newPage();
                Path file = file(language);
                context.setOffline(true);
                page.navigate(file.toUri().toString());
                saysWhen(page, language);
                SHOWN.forEach((outcome, all) -> all.forEach(shown -> {
                    String where = language + " " + outcome + " " + shown;
                    assertEquals(outcome, checked(page, shown), where);
                    assertEquals(words(outcome, "title", language), page.locator("#result h2").innerText().strip(), where);
                    assertEquals(words(outcome, "text", language), page.locator("#result > p").first().innerText().strip(), where);
                    assertEquals(outcome == Outcome.VALID, "ok".equals(page.locator("#result").getAttribute("class")), where);
                    assertEquals(outcome == Outcome.VALID ? List.of(page.locator("main p b").first().innerText()) : List.of(),
                            page.locator("#known").allInnerTexts(), "up to when, beside the answer: " + where);
                }));
                Chromium.assertAccessible(page, "a verdict in the file");
                // Nobody without a network can know what was issued.
                assertEquals(Outcome.VALID, checked(page, invented));
                Chromium.picture(page, "verdict-file-" + language);
            }
        }
    }

    /** The day of the revocations, where the result is read, and that later ones are not known. */
    private static void saysWhen(Page page, String language) {
        Language read = Language.of(language).orElseThrow();
        String line = page.locator("main p b").first().innerText();
        Matcher day = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d)").matcher(line);
        assertTrue(day.find(), line);
        assertEquals(TEXTS.get(read, "certificate.offline.asOf", "\u2066" + day.group(1) + "\u2069"), line);
        Instant said = LocalDateTime.parse(day.group(1), DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm")).toInstant(ZoneOffset.ofHours(3));
        assertTrue(Duration.between(said, Instant.now()).abs().toHours() <= 3, line);
        assertTrue(page.locator("main").innerText().contains(TEXTS.get(read, "certificate.offline.later")), language);
    }

    @Test
    void theFileAnswersAtOnceAlsoTheFirstTime() throws Exception {
        Path file = file("en");
        List<Double> first = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            try (BrowserContext context = Chromium.phone(true)) {
                Page page = context.newPage();
                page.navigate(file.toUri().toString());
                assertEquals(Outcome.VALID, checked(page, SHOWN.get(Outcome.VALID).get(i % 2)));
                first.add(Double.parseDouble(page.locator("#result").getAttribute("data-ms")));
            }
        }
        first.sort(null);
        System.out.println("offline, the first check of a page: " + first.get(4) + " ms in the middle of nine, " + first.get(8) + " ms at most");
        assertTrue(first.get(4) < 50, first.toString());
    }

    /** With the browser's own Ed25519 and with the library's. */
    @Test
    void theFileRefusesAlteredCharacters() throws Exception {
        String credential = SHOWN.get(Outcome.VALID).get(1);
        String square = SHOWN.get(Outcome.VALID).get(0);
        for (boolean own : List.of(true, false)) {
            try (BrowserContext context = Chromium.desk()) {
                Page page = context.newPage();
                if (!own) {
                    page.addInitScript("crypto.subtle.importKey = () => Promise.reject(new Error('this browser has no Ed25519'))");
                }
                page.navigate(file("en").toUri().toString());
                for (int at = own ? 0 : 5; at < credential.length(); at += own ? 29 : 211) {
                    assertNotEquals(Outcome.VALID, checked(page, other(credential, at)), "character " + at);
                }
                String lasts = "AQgwBRhxCSiyDTjz" + (own ? "EFGHIJKLMNOPUVWXYZabcdefklmnopqrstuv0123456789-_" : "");
                for (char last : lasts.toCharArray()) {
                    boolean same = credential.charAt(credential.length() - 1) == last;
                    assertEquals(same, Outcome.VALID == checked(page, credential.substring(0, credential.length() - 1) + last), "last as " + last);
                }
                for (int at = 0; at < square.length(); at += own ? 7 : 41) {
                    assertNotEquals(Outcome.VALID, checked(page, other(square, at)), "character " + at);
                }
                for (String more : List.of(credential + "A", credential + "AA", credential + "=", square + "A")) {
                    assertNotEquals(Outcome.VALID, checked(page, more));
                }
            }
        }
    }
}
