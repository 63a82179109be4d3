package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dalil.certificate.control.CertificateStore;
import org.dalil.certificate.entity.CertificateCode;
import org.dalil.certificate.entity.CertificateId;
import org.dalil.certificate.entity.Claim;
import org.dalil.exam.entity.Spellings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A certificate's life: its holder fetches it, a stranger checks it with and without a network, a certifier revokes it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CertificateIT {

    private static final DalilServer SERVER = DalilServer.fresh("certificate", Map.of());
    private static final Rows ROWS = new Rows(SERVER);
    private static final Inside INSIDE = new Inside(SERVER);
    private static final String COOKIE = "holderholderholderholder";
    private static final String OTHER = "strangerstrangerstranger";
    private static final Spellings NAMES = new Spellings("شيرين أحمد حسن", "ڕێزلێنان ئەحمەد", "Shirin Ahmed Hassan");

    private static BrowserContext desk;
    private static StaffWalk certifier;
    private static String id;
    private static String qr;
    private static String credential;
    private static byte[] paper;

    @BeforeAll
    static void somebodyPassesAnExam() throws Exception {
        SERVER.start();
        certifier = StaffWalk.hired(SERVER, new StaffWalk.Newcomer("salma", "CERTIFIER", "paper with a square on it")).get(0);
        desk = certifier.page().context();
        Holders holders = new Holders(ROWS, INSIDE, "salma");
        holders.pass(COOKIE, NAMES, Instant.now());
        holders.pass(OTHER, new Spellings("", "", "Somebody Else"), Instant.now());
        holders.await(2);
        id = holders.of(1, "id");
        qr = holders.of(1, "qr");
        credential = holders.of(1, "credential");
    }

    @AfterAll
    static void end() {
        desk.close();
        INSIDE.close();
        SERVER.close();
    }

    private static HttpResponse<byte[]> fetch(String path, String cookie) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(SERVER.url(path))).header("Cookie", "v=" + cookie).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    @Order(1)
    void itsHolderFetchesItAndNobodyElseDoes() throws Exception {
        try (BrowserContext phone = Chromium.phone(true)) {
            phone.addCookies(List.of(new Cookie("v", COOKIE).setUrl(SERVER.url("/"))));
            Page page = phone.newPage();
            for (String language : List.of("ar", "en")) {
                page.navigate(SERVER.url("/" + language + "/exam/certificates"));
                assertEquals(1, page.locator("main section").count());
                Chromium.picture(page, "certificates-own-" + language);
                Chromium.assertAccessible(page, "own certificates");
            }
        }
        HttpResponse<byte[]> answer = fetch("/verify/own/" + id + ".pdf", COOKIE);
        assertEquals(200, answer.statusCode());
        paper = answer.body();
        assertTrue(new String(paper, StandardCharsets.ISO_8859_1).startsWith("%PDF"));
        assertEquals(credential, new String(fetch("/verify/own/" + id + ".jwt", COOKIE).body(), StandardCharsets.US_ASCII));
        for (String stranger : List.of(OTHER, "nobodynobodynobodynobody")) {
            assertEquals(404, fetch("/verify/own/" + id + ".pdf", stranger).statusCode());
            assertEquals(404, fetch("/verify/own/" + id + ".jwt", stranger).statusCode());
        }
    }

    private static String outcome(Page page, String code, String name) {
        page.locator("#code").fill(code);
        page.locator("#name").fill(name);
        Walk.press(page.locator("form button").first());
        return page.locator("#outcome").innerText().strip();
    }

    @Test
    @Order(2)
    void aStrangerChecksItWithoutScript() throws Exception {
        String code = INSIDE.in(parts -> parts.get(CertificateStore.class).code(CertificateId.of(id).orElseThrow()).spaced());
        try (BrowserContext phone = Chromium.phone(false)) {
            Page page = phone.newPage();
            page.navigate(SERVER.url("/verify"));
            page.navigate(SERVER.url("/en/verify"));
            assertEquals("Valid", outcome(page, code, "shirin ahmed HASSAN"));
            assertTrue(page.locator("#named").innerText().contains("is the one"));
            assertFalse(page.content().contains("Shirin") || page.content().contains("شيرين"), "no name is shown");
            assertFalse(page.url().contains("?"), "nothing typed comes into an address");
            assertEquals("Valid", outcome(page, qr, "Somebody Else"));
            assertTrue(page.locator("#named").innerText().contains("is not the one"));
            assertEquals("Valid", outcome(page, credential, ""));
            assertEquals("Not known", outcome(page, CertificateCode.of(new byte[16]).spaced(), ""));
            assertEquals("Altered", outcome(page, turned(qr), ""));
            assertEquals("Not readable", outcome(page, "<svg onload=alert(1)> #{7*7}", ""));
            assertFalse(page.locator("main").innerText().contains("49"));
            page.locator("#file").setInputFiles(new FilePayload("my.pdf", "application/pdf", paper));
            Walk.press(page.locator("form[enctype] button"));
            assertEquals("Valid", page.locator("#outcome").innerText().strip());
            assertTrue(page.locator("#compare").innerText().contains("only what stands here was signed"), "a file can show another name");
            page.locator("#file").setInputFiles(new FilePayload("my.pdf", "application/pdf", paper));
            page.locator("#file-name").fill("Somebody Else");
            Walk.press(page.locator("form[enctype] button"));
            assertTrue(page.locator("#named").innerText().contains("is not the one"), "the name that a file shows is confirmed or not");
            page.locator("#file").setInputFiles(new FilePayload("big.pdf", "application/pdf", new byte[950 * 1024]));
            Walk.press(page.locator("form[enctype] button"));
            assertTrue(page.locator("#error").innerText().contains("too large"));
        }
    }

    /** One character in the middle, where the name's digests are. */
    private static String turned(String text) {
        char other = text.charAt(90) == 'A' ? 'B' : 'A';
        return text.substring(0, 90) + other + text.substring(91);
    }

    @Test
    @Order(3)
    void thePageIsForEverybody() {
        try (BrowserContext context = Chromium.desk()) {
            for (String language : List.of("ar", "en", "ckb", "kmr")) {
                Page page = context.newPage();
                page.navigate(SERVER.url("/" + language + "/verify"));
                for (int[] size : new int[][] {{360, 640}, {1280, 800}}) {
                    page.setViewportSize(size[0], size[1]);
                    page.navigate(SERVER.url("/" + language + "/verify"));
                    Chromium.assertAccessible(page, "verify");
                    outcome(page, qr, "شيرين احمد حسن");
                    Chromium.picture(page, "verify-" + language + "-" + size[0]);
                    Chromium.assertAccessible(page, "verified");
                    assertEquals(0, ((Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).intValue());
                }
                page.close();
            }
        }
    }

    private static Path offline(String language) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = fetch("/verify/offline-" + language + ".html", OTHER);
        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().firstValue("Content-Disposition").orElse("").startsWith("attachment"));
        Path file = Path.of("target", "offline-" + language + ".html").toAbsolutePath();
        Files.write(file, answer.body());
        return file;
    }

    private static String offlineOutcome(Page page, String text, String name) {
        page.locator("#text").fill(text);
        page.locator("#name").fill(name);
        page.evaluate("document.getElementById('result').removeAttribute('data-outcome')");
        page.locator("button").click();
        page.locator("#result[data-outcome]").waitFor();
        return page.locator("#result").getAttribute("data-outcome");
    }

    @Test
    @Order(4)
    void aFileChecksItWithoutANetwork() throws Exception {
        try (BrowserContext context = Chromium.desk()) {
            context.setOffline(true);
            for (String language : List.of("en", "ar")) {
                Page page = context.newPage();
                page.navigate(offline(language).toUri().toString());
                assertEquals("VALID", offlineOutcome(page, qr, "Shirin Ahmed Hassan"));
                assertTrue(page.locator("#named").isVisible());
                double ms = Double.parseDouble(page.locator("#result").getAttribute("data-ms"));
                assertEquals("VALID", offlineOutcome(page, qr, ""));
                double again = Double.parseDouble(page.locator("#result").getAttribute("data-ms"));
                System.out.println("offline check: " + ms + " ms, again " + again + " ms");
                assertTrue(again < 50, again + " ms");
                assertEquals("VALID", offlineOutcome(page, credential, "رێزلێنان ئەحمەد".replace("ر", "ڕ")));
                Chromium.picture(page, "offline-" + language);
                Chromium.assertAccessible(page, "offline");
                assertEquals("ALTERED", offlineOutcome(page, turned(qr), ""));
                assertEquals("ALTERED", offlineOutcome(page, credential.substring(0, credential.length() - 8) + "AAAAAAAA", ""));
                assertEquals("UNREADABLE", offlineOutcome(page, "hello", ""));
                assertEquals("WRONG_KEY", offlineOutcome(page, wrongKey(), ""));
                String none = "eyJhbGciOiJub25lIn0." + credential.split("\\.")[1] + ".";
                assertEquals("FORGED", offlineOutcome(page, none, ""));
                page.locator("#file").setInputFiles(new FilePayload("my.pdf", "application/pdf", paper));
                assertEquals("VALID", offlineOutcome(page, "", ""));
                page.locator("#file").setInputFiles(new FilePayload[0]);
                page.close();
            }
            Page old = context.newPage();
            old.addInitScript("crypto.subtle.importKey = () => Promise.reject(new Error('this browser has no Ed25519'))");
            old.navigate(offline("en").toUri().toString());
            assertEquals("VALID", offlineOutcome(old, qr, ""));
            System.out.println("offline check with the library: " + old.locator("#result").getAttribute("data-ms") + " ms first");
            assertEquals("VALID", offlineOutcome(old, qr, ""));
            System.out.println("offline check with the library: " + old.locator("#result").getAttribute("data-ms") + " ms again");
            assertEquals("ALTERED", offlineOutcome(old, turned(qr), ""));
            assertEquals("VALID", offlineOutcome(old, credential, ""));
        }
        // A browser's clock is its context's.
        try (BrowserContext context = Chromium.desk()) {
            Page late = context.newPage();
            late.clock().setFixedTime(java.util.Date.from(Instant.now().plusSeconds(4L * 366 * 86_400)));
            late.navigate(offline("en").toUri().toString());
            assertEquals("EXPIRED", offlineOutcome(late, qr, ""));
        }
        try (BrowserContext context = Chromium.desk()) {
            Page early = context.newPage();
            early.clock().setFixedTime(java.util.Date.from(Instant.now().minusSeconds(86_400)));
            early.navigate(offline("en").toUri().toString());
            assertEquals("FUTURE", offlineOutcome(early, qr, ""));
        }
    }

    /** The same, but it names another key. */
    private static String wrongKey() {
        Claim claim = Claim.read(qr).orElseThrow().claim();
        return new Claim("0011223344556677", claim.code(), claim.number(), claim.issued(), claim.expires(), claim.track(), claim.salt(),
                claim.digests()).qr(new byte[64]);
    }

    @Test
    @Order(5)
    void aCertifierRevokesItAndEverybodyIsTold() throws Exception {
        assertEquals(200, certifier.open("/staff/certificate/list.xhtml"));
        certifier.look("certificates");
        certifier.open("/staff/certificate/list.xhtml?lang=en");
        Page page = certifier.page();
        page.locator("#sought").fill("شيرين");
        Walk.press(page.locator("#find"));
        assertEquals(1, page.locator("#list tbody tr").count());
        Walk.press(page.locator("#list button").first());
        assertTrue(page.locator("#one-h").innerText().contains("Shirin Ahmed Hassan"));
        certifier.lookAsItStands("certificate-one");
        page.locator("#revoke").click();
        Walk.press(page.locator(".ui-confirmdialog-yes"));
        assertTrue(page.locator("#errors").innerText().contains("choose the reason"));
        page.locator("#ground").selectOption("RESULT");
        page.locator("#revoke").click();
        page.locator(".ui-confirmdialog-yes").waitFor();
        Chromium.picture(page, "staff-certificate-revoke");
        Walk.press(page.locator(".ui-confirmdialog-yes"));
        assertTrue(page.locator(".ui-message-success").innerText().contains("is revoked"));
        assertEquals(1, ROWS.count("SELECT COUNT(*) FROM audit_event WHERE act = 'certificate.revoke' AND subject = ? AND detail = 'RESULT'", id));
        try (BrowserContext context = Chromium.phone(true)) {
            Page stranger = context.newPage();
            stranger.navigate(SERVER.url("/ar/verify"));
            outcome(stranger, qr, "");
            assertTrue(stranger.locator("main").innerText().contains("تغيّرت نتيجة الامتحان"));
            Chromium.picture(stranger, "verify-revoked-ar");
            Chromium.assertAccessible(stranger, "revoked");
            Page file = context.newPage();
            file.navigate(offline("en").toUri().toString());
            assertEquals("REVOKED", offlineOutcome(file, qr, ""));
        }
    }

    @Test
    @Order(6)
    void keysAndListsArePublished() throws Exception {
        String kid = ROWS.of("SELECT id FROM certificate_key").get(0);
        assertTrue(new String(fetch("/verify/keys.json", OTHER).body(), StandardCharsets.UTF_8).contains(kid));
        HttpResponse<byte[]> list = fetch("/verify/status/1", OTHER);
        assertEquals("application/vc+jwt;charset=UTF-8", list.headers().firstValue("Content-Type").orElse(""));
        assertEquals(3, new String(list.body(), StandardCharsets.US_ASCII).split("\\.").length);
        for (String nothing : List.of("/verify/status/2", "/verify/status/0", "/verify/keys", "/verify/own/x.pdf", "/verify/offline-xx.html")) {
            assertEquals(404, fetch(nothing, OTHER).statusCode(), nothing);
        }
        try (Stream<Path> keys = Files.list(SERVER.data().resolveSibling(SERVER.data().getFileName() + ".keys").resolve("certificates"))) {
            for (Path key : keys.toList()) {
                assertEquals("rw-------", java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
            }
        }
    }
}
