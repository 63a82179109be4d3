package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.dalil.certificate.control.CertificateStore;
import org.dalil.certificate.entity.Ground;
import org.dalil.exam.entity.Spellings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A stranger's program: Nimbus, which nobody here wrote, is given a credential and nothing else. Who issued it, with which key, and
 * whether it was revoked, it finds by the addresses in the credential, over the network.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StrangerIT {

    private static final DalilServer SERVER = DalilServer.fresh("stranger", Map.of());
    private static final Rows ROWS = new Rows(SERVER);
    private static final Inside INSIDE = new Inside(SERVER);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static BrowserContext desk;
    private static StaffWalk certifier;
    private static Holders holders;

    @BeforeAll
    static void twoPeoplePassAnExam() throws Exception {
        SERVER.start();
        certifier = StaffWalk.hired(SERVER, new StaffWalk.Newcomer("salma", "CERTIFIER", "paper with a square on it")).get(0);
        desk = certifier.page().context();
        holders = new Holders(ROWS, INSIDE, "salma");
        holders.pass("oneoneoneoneoneoneoneone", new Spellings("شيرين أحمد", "", "Shirin Ahmed"), Instant.now());
        holders.pass("twotwotwotwotwotwotwotwo", new Spellings("", "", "Somebody Else"), Instant.now());
        holders.await(2);
    }

    @AfterAll
    static void end() {
        desk.close();
        INSIDE.close();
        SERVER.close();
    }

    /** As it is answered, without following anything. */
    private static HttpResponse<String> fetch(String address, String accept) throws IOException, InterruptedException {
        return HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build().send(
                HttpRequest.newBuilder(URI.create(address)).header("Accept", accept).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(String address, String type) throws IOException, InterruptedException {
        HttpResponse<String> answer = fetch(address, "application/json, */*");
        assertEquals(200, answer.statusCode(), address);
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith(type), answer.headers().map().toString());
        return JSON.readTree(answer.body());
    }

    /** The key by its address, as Open Badges 3.0 has it, and by its name in the set of keys; both must be the issuer's own. */
    private static JWTClaimsSet accepted(String text) throws Exception {
        SignedJWT token = SignedJWT.parse(text);
        JWSHeader header = token.getHeader();
        String issuer = token.getJWTClaimsSet().getIssuer();
        JsonNode profile = json(issuer, "application/ld+json");
        assertEquals(issuer, profile.path("id").asText());
        assertTrue(JSON.convertValue(profile.path("assertionMethod"), List.class).contains(header.getKeyID()), "the issuer knows no such key");
        OctetKeyPair byAddress = OctetKeyPair.parse(json(header.getKeyID(), "application/jwk+json").toString());
        JWKSource<SecurityContext> set = JWKSourceBuilder.create(URI.create(SERVER.url("/verify/keys.json")).toURL()).build();
        List<JWK> byName = set.get(new JWKSelector(JWKMatcher.forJWSHeader(header)), null);
        assertEquals(1, byName.size());
        assertEquals(byAddress.computeThumbprint(), byName.get(0).computeThumbprint());
        for (JWK key : List.of(byAddress, byName.get(0))) {
            assertTrue(token.verify(new Ed25519Verifier(key.toOctetKeyPair())));
        }
        new DefaultJWTClaimsVerifier<>(new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("jti", "sub", "nbf")).verify(token.getJWTClaimsSet(), null);
        return token.getJWTClaimsSet();
    }

    @Test
    @Order(1)
    void aCredentialLeadsToItsIssuerItsKeyAndItsStatus() throws Exception {
        for (int number : List.of(1, 2)) {
            JWTClaimsSet claims = accepted(holders.of(number, "credential"));
            assertEquals(SERVER.url("/verify/issuer"), claims.getIssuer());
            assertEquals(0, revoked(claims));
        }
        INSIDE.in(parts -> parts.get(CertificateStore.class).revoke(2, Ground.DISHONEST, "test"));
        assertEquals(0, revoked(accepted(holders.of(1, "credential"))));
        assertEquals(1, revoked(accepted(holders.of(2, "credential"))));
    }

    /** W3C Bitstring Status List: the bit at the credential's place, from a list that is a credential of the same issuer itself. */
    private static int revoked(JWTClaimsSet claims) throws Exception {
        Map<String, Object> status = claims.getJSONObjectClaim("credentialStatus");
        String address = status.get("statusListCredential").toString();
        HttpResponse<String> answer = fetch(address, "application/vc+jwt");
        assertEquals(200, answer.statusCode());
        assertEquals("vc+jwt", SignedJWT.parse(answer.body()).getHeader().getType().getType());
        JWTClaimsSet list = accepted(answer.body());
        assertEquals(address, list.getJWTID());
        assertEquals(claims.getIssuer(), list.getIssuer());
        Map<String, Object> subject = list.getJSONObjectClaim("credentialSubject");
        assertEquals(status.get("statusPurpose"), subject.get("statusPurpose"));
        byte[] packed = Base64.getUrlDecoder().decode(subject.get("encodedList").toString().substring(1));
        byte[] bits = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
        int index = Integer.parseInt(status.get("statusListIndex").toString());
        return bits[index / 8] >> 7 - index % 8 & 1;
    }

    @Test
    @Order(2)
    void theIssuerIsAProfileAtTheAddressOfTodayAndOfBefore() throws Exception {
        JsonNode profile = json(SERVER.url("/verify/issuer"), "application/ld+json");
        assertEquals("[\"Profile\"]", profile.path("type").toString());
        assertEquals(SERVER.url("/"), profile.path("url").asText());
        JsonNode method = profile.path("verificationMethod").path(0);
        assertEquals(profile.path("id"), method.path("controller"));
        assertEquals("JsonWebKey", method.path("type").asText());
        assertEquals(Set.of("kty", "crv", "x"), JSON.convertValue(method.path("publicKeyJwk"), Map.class).keySet());
        assertEquals(SERVER.url("/verify"), json(SERVER.url("/verify"), "application/ld+json").path("id").asText());
        for (String people : List.of("text/html,application/xhtml+xml,*/*;q=0.8", "*/*", "text/html, application/json")) {
            assertEquals(303, fetch(SERVER.url("/verify"), people).statusCode(), people);
        }
        for (String nothing : List.of("/verify/keys/" + "A".repeat(43), "/verify/keys/", "/verify/issuer/", "/verify/keys/..%2fissuer")) {
            assertTrue(List.of(400, 404).contains(fetch(SERVER.url(nothing), "*/*").statusCode()), nothing);
        }
    }

    /** The file as it is downloaded now. */
    private static Path offline(String name) throws IOException, InterruptedException {
        Path file = Path.of("target", "offline-" + name + ".html").toAbsolutePath();
        Files.writeString(file, fetch(SERVER.url("/verify/offline-en.html"), "*/*").body());
        return file;
    }

    private static String offlineSays(Path file, String shown) {
        try (BrowserContext context = Chromium.desk()) {
            Page page = context.newPage();
            context.setOffline(true);
            page.navigate(file.toUri().toString());
            page.locator("#text").fill(shown);
            page.locator("button").click();
            page.locator("#result[data-outcome]").waitFor();
            return page.locator("#result").getAttribute("data-outcome");
        }
    }

    private static String siteSays(String shown) {
        try (BrowserContext context = Chromium.phone(false)) {
            Page page = context.newPage();
            page.navigate(SERVER.url("/en/verify"));
            page.locator("#code").fill(shown);
            Walk.press(page.locator("form button").first());
            return page.locator("#result").innerText();
        }
    }

    @Test
    @Order(3)
    void aCertifierLetsANewKeySignAndNothingOfBeforeIsLost() throws Exception {
        Path before = offline("before");
        String old = ROWS.of("SELECT id FROM certificate_key WHERE current_one = 1").get(0);
        assertEquals(200, certifier.open("/staff/certificate/list.xhtml?lang=en"));
        Page page = certifier.page();
        page.locator("#rotate").click();
        page.locator(".ui-confirmdialog-yes").waitFor();
        assertTrue(page.locator(".ui-confirm-dialog, .ui-dialog").first().innerText().contains("Offline checkers that were downloaded before"));
        page.locator(".ui-confirmdialog-no").click();
        assertEquals(1, ROWS.count("SELECT COUNT(*) FROM certificate_key"), "who says no gets no new key");
        page.locator("#rotate").click();
        page.locator(".ui-confirmdialog-yes").waitFor();
        Chromium.picture(page, "staff-certificate-rotate");
        Walk.press(page.locator(".ui-confirmdialog-yes"));
        assertTrue(page.locator(".ui-message-success").innerText().contains("A new key signs"));
        String now = ROWS.of("SELECT id FROM certificate_key WHERE current_one = 1").get(0);
        assertNotEquals(old, now);
        String listed = page.locator("#keys-h ~ ul").innerText();
        assertTrue(listed.contains(now.substring(0, 16) + "…: signs now") && listed.contains(old.substring(0, 16) + "…: signed until"), listed);
        assertEquals(1, ROWS.count("SELECT COUNT(*) FROM audit_event WHERE act = 'certificate.key' AND subject = ?", now));
        certifier.look("certificate-keys");

        holders.pass("threethreethreethreethree", new Spellings("", "", "Third Holder"), Instant.now());
        holders.await(3);
        String published = fetch(SERVER.url("/verify/keys.json"), "*/*").body();
        Path after = offline("after");
        for (String key : List.of(old, now)) {
            assertTrue(published.contains("\"kid\":\"" + SERVER.url("/verify/keys/" + key) + "\""), published);
            assertTrue(Files.readString(after).contains(key), "the file knows " + key);
        }
        assertEquals(old, holders.of(1, "key_id"));
        assertEquals(now, holders.of(3, "key_id"));
        for (int number : List.of(1, 3)) {
            accepted(holders.of(number, "credential"));
            for (String form : List.of("qr", "credential")) {
                assertTrue(siteSays(holders.of(number, form)).startsWith("Valid"), number + " " + form);
                assertEquals("VALID", offlineSays(after, holders.of(number, form)), number + " " + form);
                // A file of before doesn't know the new key, and says no more than it knows.
                assertEquals(number == 1 ? "VALID" : "WRONG_KEY", offlineSays(before, holders.of(number, form)));
            }
        }
    }

    @Test
    @Order(4)
    void aCertifierIssuesAgainAndTheFirstOneSaysWhyItDoesNotHold() throws Exception {
        assertEquals(200, certifier.open("/staff/certificate/list.xhtml?lang=en"));
        Page page = certifier.page();
        page.locator("#sought").fill("1");
        Walk.press(page.locator("#find"));
        Walk.press(page.locator("#list button").first());
        page.locator("#reissue").click();
        page.locator(".ui-confirmdialog-yes").waitFor();
        Chromium.picture(page, "staff-certificate-reissue");
        Walk.press(page.locator(".ui-confirmdialog-yes"));
        assertTrue(page.locator(".ui-message-success").innerText().contains("Certificate 1 is revoked; another one is being made."));
        holders.await(4);
        assertEquals(ROWS.of("SELECT hex(candidate_id) FROM certificate WHERE number = 1"), ROWS.of("SELECT hex(candidate_id) FROM certificate WHERE number = 4"));
        String said = siteSays(holders.of(1, "qr"));
        assertTrue(said.startsWith("Revoked") && said.contains("Another one was issued in its place."), said);
        assertTrue(siteSays(holders.of(4, "credential")).startsWith("Valid"));
        assertEquals(1, revoked(accepted(holders.of(1, "credential"))));
        assertEquals(0, revoked(accepted(holders.of(4, "credential"))));
        assertEquals(1, ROWS.count("SELECT COUNT(*) FROM audit_event WHERE act = 'certificate.reissue' AND subject = ?", holders.of(1, "id")));
    }

    /** Who looks after a server learns to overlook what is always there. */
    @Test
    @Order(5)
    void issuingLeavesNoErrorsInTheLog() throws IOException {
        List<String> lines = Files.readAllLines(SERVER.logs().resolve("server.log"));
        assertEquals(List.of(), lines.stream().filter(line -> line.contains(" ERROR ") || line.contains("pdfbox")).toList());
    }
}
