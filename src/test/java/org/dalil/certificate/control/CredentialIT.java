package org.dalil.certificate.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.Ed25519Signer;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.OctetKeyPairGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.dalil.TestDatabase;
import org.dalil.certificate.Certificates;
import org.dalil.certificate.Verification;
import org.dalil.certificate.control.CredentialReader.Reading;
import org.dalil.certificate.entity.Certificate;
import org.dalil.certificate.entity.CertificateCode;
import org.dalil.certificate.entity.Checked;
import org.dalil.certificate.entity.Checked.Outcome;
import org.dalil.certificate.entity.Claim;
import org.dalil.certificate.entity.PublicKeyHalf;
import org.dalil.exam.entity.ExamPassed;
import org.dalil.exam.entity.Track;
import org.dalil.platform.entity.Refused;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A credential as the standards have it, and what becomes of it when somebody alters it or signs one of their own. */
class CredentialIT {

    private static final String SITE = "https://dalil.example";
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String SQUARE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static CertificateRoom room;
    private static Certificate certificate;
    private static List<PublicKeyHalf> keys;

    @BeforeAll
    static void one_is_issued() {
        room = new CertificateRoom(TestDatabase.fresh());
        certificate = issued(room);
        keys = room.in(SigningKeyStore.class, SigningKeyStore::all);
    }

    private static Certificate issued(CertificateRoom room) {
        ExamPassed passed = room.passes(CertificateRoom.SHIRIN, Track.JUDGES);
        while (room.in(Certificates.class, Certificates::issueNext)) {
            // until it was this one's turn
        }
        return room.in(CertificateStore.class, store -> store.get(store.of(List.of(passed.candidate()), 1).get(0).id()));
    }

    private static Checked check(String shown) {
        return room.in(Verification.class, v -> v.check(shown, Optional.empty(), UUID.randomUUID().toString()));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Open Badges 3.0, 8.2: these headers and no others; the key by an address that answers with it. */
    @Test
    void its_header_names_the_key_by_an_address_and_brings_it() throws Exception {
        SignedJWT token = SignedJWT.parse(certificate.credential());
        Map<String, Object> header = token.getHeader().toJSONObject();
        String address = SITE + "/verify/keys/" + certificate.keyId();
        assertEquals(Map.of("alg", "EdDSA", "typ", "JWT", "kid", address, "jwk", Map.of("kty", "OKP", "crv", "Ed25519", "x", keys.get(0).x())), header);
        OctetKeyPair answered = OctetKeyPair.parse(room.in(Verification.class, v -> v.key(certificate.keyId())).orElseThrow());
        assertEquals(address, answered.getKeyID());
        assertFalse(answered.isPrivate());
        assertTrue(token.verify(new Ed25519Verifier(answered)));
        assertTrue(token.verify(new Ed25519Verifier(token.getHeader().getJWK().toOctetKeyPair())));
        assertEquals(Optional.empty(), room.in(Verification.class, v -> v.key("x".repeat(43))));
        JWKSet published = JWKSet.parse(room.in(Verification.class, Verification::keySet));
        for (String name : List.of(address, certificate.keyId())) {
            assertEquals(keys.get(0).x(), published.getKeyByKeyId(name).toOctetKeyPair().getX().toString(), name);
        }
    }

    @Test
    void its_claims_are_those_of_the_credential() throws Exception {
        Map<String, Object> badge = SignedJWT.parse(certificate.credential()).getPayload().toJSONObject();
        JWTClaimsSet claims = SignedJWT.parse(certificate.credential()).getJWTClaimsSet();
        Map<?, ?> subject = (Map<?, ?>) badge.get("credentialSubject");
        assertEquals(SITE + "/verify/issuer", claims.getIssuer());
        assertEquals(claims.getIssuer(), ((Map<?, ?>) badge.get("issuer")).get("id"));
        assertEquals(claims.getJWTID(), badge.get("id"));
        assertEquals(claims.getSubject(), subject.get("id"));
        assertEquals(claims.getNotBeforeTime().toInstant(), Instant.parse(badge.get("validFrom").toString()));
        assertEquals(claims.getExpirationTime().toInstant(), Instant.parse(badge.get("validUntil").toString()));
        assertEquals(certificate.expiresAt(), claims.getExpirationTime().toInstant());
        assertTrue(claims.getSubject().matches("urn:uuid:[0-9a-f-]{36}"), claims.getSubject());
        assertNotEquals(claims.getSubject(), SignedJWT.parse(issued(room).credential()).getJWTClaimsSet().getSubject(), "it says nothing about who");
    }

    @Test
    void it_is_an_open_badge_without_a_name_that_brings_what_its_own_word_means() throws Exception {
        Map<String, Object> badge = SignedJWT.parse(certificate.credential()).getPayload().toJSONObject();
        assertEquals(List.of("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                Map.of("dalil", SITE + "/verify/issuer#claim")), badge.get("@context"));
        assertEquals(List.of("VerifiableCredential", "OpenBadgeCredential"), badge.get("type"));
        assertFalse(badge.containsKey("vc"), "the credential is the payload");
        Map<?, ?> subject = (Map<?, ?>) badge.get("credentialSubject");
        assertEquals(List.of("AchievementSubject"), subject.get("type"));
        assertEquals(List.of("Achievement"), ((Map<?, ?>) subject.get("achievement")).get("type"));
        Map<?, ?> holder = (Map<?, ?>) ((List<?>) subject.get("identifier")).get(0);
        assertEquals(Boolean.TRUE, holder.get("hashed"));
        assertTrue(holder.get("identityHash").toString().matches("sha256\\$[0-9a-f]{64}"));
        for (String name : CertificateRoom.SHIRIN.names().all().flatMap(n -> Stream.of(n.split(" "))).toList()) {
            assertFalse(badge.toString().contains(name), "the name is in it");
        }
    }

    /** As it lies in people's files: with a bare thumbprint, and from before there was anything about the key in it. */
    @Test
    void those_that_were_issued_before_hold_as_they_did() throws IOException {
        String kept;
        try (InputStream in = CredentialIT.class.getResourceAsStream("/certificate/before.txt")) {
            kept = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
        PublicKeyHalf key = PublicKeyHalf.of(Base64.getUrlDecoder().decode(line(kept, "x")), Instant.EPOCH, Optional.empty());
        assertEquals(line(kept, "kid"), key.id());
        for (String form : List.of("square", "credential")) {
            Reading reading = CredentialReader.read(line(kept, form), List.of(keys.get(0), key));
            assertEquals(Outcome.VALID, reading.outcome(), form);
            assertEquals("judges", reading.claim().track());
            assertEquals(Outcome.WRONG_KEY, CredentialReader.read(line(kept, form), keys).outcome());
        }
    }

    private static String line(String kept, String name) {
        return kept.lines().filter(l -> l.startsWith(name + " ")).findFirst().orElseThrow().substring(name.length() + 1);
    }

    @Test
    void no_character_of_a_credential_can_be_another() {
        String credential = certificate.credential();
        int signature = credential.lastIndexOf('.') + 1;
        int tried = 0;
        for (int at = 0; at < credential.length(); at++) {
            // At the end, where bits are left over, every other character; before it the neighbour, whose bits differ least, and one far away.
            boolean last = at == signature - 2 || at >= credential.length() - 2;
            String others = last ? BASE64 : credential.charAt(at) == '.' ? "A-" : neighbours(credential.charAt(at));
            for (char other : others.toCharArray()) {
                if (other != credential.charAt(at)) {
                    refused(credential.substring(0, at) + other + credential.substring(at + 1), "character " + at + " as " + other);
                    tried++;
                }
            }
        }
        assertEquals(2 * (credential.length() - 3) + 3 * 63, tried);
        for (String longer : List.of(credential + "A", credential + "=", credential + ".", "A" + credential, credential.substring(1),
                credential.substring(0, credential.length() - 1), credential + "\u0000")) {
            refused(longer, longer.substring(longer.length() - 4));
        }
        assertEquals(Outcome.VALID, CredentialReader.read(credential, keys).outcome());
    }

    private static String neighbours(char c) {
        int at = BASE64.indexOf(c);
        return "" + BASE64.charAt(at ^ 1) + BASE64.charAt((at + 29) % 64);
    }

    @Test
    void no_character_of_a_square_code_can_be_another() {
        String square = certificate.qr();
        for (int at = 0; at < square.length(); at++) {
            int place = Math.max(0, SQUARE.indexOf(square.charAt(at)));
            String others = at >= square.length() - 8 ? SQUARE + "01a=. " : "" + SQUARE.charAt(place ^ 1) + SQUARE.charAt((place + 13) % 32) + "1a";
            for (char other : others.toCharArray()) {
                if (other != square.charAt(at)) {
                    refused(square.substring(0, at) + other + square.substring(at + 1), "character " + at + " as " + other);
                }
            }
        }
        for (char more : SQUARE.toCharArray()) {
            refused(square + more, "one more: " + more);
        }
        refused(square.substring(0, square.length() - 1), "one less");
        assertEquals(Outcome.VALID, CredentialReader.read(square, keys).outcome());
    }

    private static void refused(String altered, String what) {
        Reading reading = CredentialReader.read(altered, keys);
        assertNotEquals(Outcome.VALID, reading.outcome(), what);
        assertNull(reading.claim(), what);
    }

    /** Nimbus, which nobody here wrote, refuses what ours refuses. */
    @Test
    void a_strangers_library_refuses_altered_ones_too() throws Exception {
        Ed25519Verifier verifier = new Ed25519Verifier(SignedJWT.parse(certificate.credential()).getHeader().getJWK().toOctetKeyPair());
        String[] parts = certificate.credential().split("\\.");
        byte[] payload = Base64.getUrlDecoder().decode(parts[1]);
        for (int i = 0; i < payload.length; i += 7) {
            byte[] other = payload.clone();
            other[i] ^= 1;
            String altered = parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(other) + "." + parts[2];
            assertFalse(accepts(verifier, altered), "byte " + i);
            assertEquals(Outcome.ALTERED, check(altered).outcome(), "byte " + i);
        }
    }

    private static boolean accepts(Ed25519Verifier verifier, String text) {
        try {
            return SignedJWT.parse(text).verify(verifier);
        } catch (java.text.ParseException | JOSEException refused) {
            return false;
        }
    }

    /** Whoever brings a key of their own, under our address or theirs, is not believed. */
    @Test
    void a_key_that_a_credential_brings_itself_proves_nothing() throws Exception {
        OctetKeyPair theirs = new OctetKeyPairGenerator(Curve.Ed25519).generate();
        SignedJWT ours = SignedJWT.parse(certificate.credential());
        Map<String, Outcome> names = Map.of(SITE + "/verify/keys/" + certificate.keyId(), Outcome.ALTERED, certificate.keyId(), Outcome.ALTERED,
                "https://thief.example/verify/keys/" + theirs.computeThumbprint(), Outcome.WRONG_KEY, theirs.computeThumbprint().toString(),
                Outcome.WRONG_KEY, "", Outcome.WRONG_KEY, SITE + "/verify/keys/" + certificate.keyId() + "/", Outcome.WRONG_KEY);
        for (Map.Entry<String, Outcome> name : names.entrySet()) {
            SignedJWT forged = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.EdDSA).keyID(name.getKey()).jwk(theirs.toPublicJWK()).build(),
                    ours.getJWTClaimsSet());
            forged.sign(new Ed25519Signer(theirs));
            assertEquals(name.getValue(), check(forged.serialize()).outcome(), name.getKey());
        }
    }

    /** Pictures cost more to look at than codes: whoever sends ten of nothing is closed out before the next is unpacked. */
    @Test
    void pictures_of_nothing_are_counted_like_codes() {
        byte[] nothing = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'};
        room.in(Verification.class, v -> {
            for (int i = 0; i < 10; i++) {
                assertEquals("certificate.verify.picture", assertThrows(Refused.class, () -> v.picture(nothing, Optional.empty(), "192.0.2.7")).key());
            }
            assertEquals("certificate.verify.wait", assertThrows(Refused.class, () -> v.picture(nothing, Optional.empty(), "192.0.2.7")).key());
            assertEquals("certificate.verify.wait",
                    assertThrows(Refused.class, () -> v.check(certificate.qr(), Optional.empty(), "192.0.2.7")).key(), "codes, too");
            return v.check(certificate.qr(), Optional.empty(), "192.0.2.8");
        });
    }

    @Test
    void forged_ones_are_told_apart() {
        String[] parts = certificate.credential().split("\\.");
        for (String alg : List.of("none", "None", "HS256", "RS256", "")) {
            assertEquals(Outcome.FORGED, check(base64("{\"alg\":\"" + alg + "\"}") + "." + parts[1] + "." + parts[2]).outcome(), alg);
        }
        assertEquals(Outcome.FORGED, check(base64("{\"alg\":\"none\"}") + "." + parts[1] + ".").outcome());
        assertEquals(Outcome.FORGED, check(parts[0] + "." + parts[1] + ".").outcome());
        // Whoever stole the key signs what was never issued here.
        Certificate elsewhere = issued(new CertificateRoom(TestDatabase.shared()));
        assertEquals(Outcome.WRONG_KEY, check(elsewhere.qr()).outcome());
        assertEquals(Outcome.WRONG_KEY, check(elsewhere.credential()).outcome());
        String stolen = room.in(SigningKeys.class, signing -> {
            Claim claim = Claim.read(certificate.qr()).orElseThrow().claim();
            Claim invented = new Claim(claim.keyId(), CertificateCode.of(new byte[16]), claim.number() + 1_000, claim.issued(), claim.expires(),
                    claim.track(), claim.salt(), claim.digests());
            return invented.qr(signing.sign(signing.current(), invented.content()));
        });
        assertEquals(Outcome.FORGED, check(stolen).outcome());
    }
}
