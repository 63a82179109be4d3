package org.dalil.certificate.entity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.dalil.certificate.control.CredentialReader;
import org.dalil.certificate.entity.Checked.Outcome;
import org.dalil.platform.entity.Base32;
import org.junit.jupiter.api.Test;

/** The square code: its bytes, its signature, and what becomes of it when somebody turns a single bit. */
class ClaimTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

    /** RFC 8032 §7.1, TEST 1 to 3: secret key, public key, message, signature. */
    private static final String[][] VECTORS = {
        {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"},
        {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"},
        {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"}};

    private static byte[] sign(String secret, byte[] message) throws GeneralSecurityException {
        PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(
                new PKCS8EncodedKeySpec(HEX.parseHex("302e020100300506032b657004220420" + secret)));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(message);
        return signature.sign();
    }

    private static PublicKeyHalf key(int vector) {
        return PublicKeyHalf.of(HEX.parseHex(VECTORS[vector][1]), NOW, Optional.empty());
    }

    private static Claim claim() {
        return Claim.of(key(0), CertificateCode.of(HEX.parseHex("00112233445566778899aabbccddeeff")), 70_123, NOW,
                NOW.plusSeconds(94_608_000), "cybercrime-police", "0123456789abcdef",
                List.of("شيرين أحمد", "شیرین ئەحمەد", "Shirin Ahmed"));
    }

    @Test
    void signatures_are_those_of_rfc_8032() throws GeneralSecurityException {
        for (int i = 0; i < VECTORS.length; i++) {
            byte[] message = HEX.parseHex(VECTORS[i][2]);
            assertEquals(VECTORS[i][3], HEX.formatHex(sign(VECTORS[i][0], message)));
            assertTrue(key(i).verifies(message, HEX.parseHex(VECTORS[i][3])));
            assertFalse(key((i + 1) % 3).verifies(message, HEX.parseHex(VECTORS[i][3])));
        }
    }

    @Test
    void a_signature_has_64_bytes_and_not_one_more() {
        for (String more : List.of("00", "0000", "01")) {
            assertFalse(key(0).verifies(new byte[0], HEX.parseHex(VECTORS[0][3] + more)), more);
        }
        assertFalse(key(0).verifies(new byte[0], HEX.parseHex(VECTORS[0][3].substring(2))));
        assertFalse(key(0).verifies(new byte[0], new byte[0]));
    }

    /** RFC 8037, appendix A.3: the same key's thumbprint. */
    @Test
    void a_keys_id_is_its_thumbprint() {
        assertEquals("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k", key(0).id());
        assertEquals("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", key(0).x());
    }

    /** RFC 4648 §10, without the padding. */
    @Test
    void base32_is_that_of_rfc_4648() {
        for (String[] example : new String[][] {{"", ""}, {"f", "MY"}, {"fo", "MZXQ"}, {"foo", "MZXW6"}, {"foob", "MZXW6YQ"},
            {"fooba", "MZXW6YTB"}, {"foobar", "MZXW6YTBOI"}}) {
            assertEquals(example[1], Base32.encode(example[0].getBytes(StandardCharsets.US_ASCII)));
            assertArrayEquals(example[0].getBytes(StandardCharsets.US_ASCII), Base32.decode(example[1]).orElseThrow());
        }
        for (String no : List.of("M", "MZ1", "my", "MZ", "M Y")) {
            assertTrue(Base32.decode(no).isEmpty(), no);
        }
    }

    @Test
    void a_square_code_has_less_than_300_bytes_and_says_what_was_signed() throws GeneralSecurityException {
        Claim claim = claim();
        String qr = claim.qr(sign(VECTORS[0][0], claim.content()));
        assertTrue(qr.length() <= 300, qr.length() + " bytes");
        assertEquals(claim, Claim.read(qr).orElseThrow().claim());
        CredentialReader.Reading reading = CredentialReader.read("  " + qr + "\n", List.of(key(1), key(0)));
        assertEquals(Outcome.VALID, reading.outcome());
        assertEquals(claim, reading.claim());
    }

    @Test
    void no_single_bit_can_be_turned() throws GeneralSecurityException {
        Claim claim = claim();
        byte[] all = Base32.decode(claim.qr(sign(VECTORS[0][0], claim.content())).substring(Claim.PREFIX.length())).orElseThrow();
        for (int bit = 0; bit < all.length * 8; bit++) {
            byte[] turned = all.clone();
            turned[bit / 8] ^= (byte) (1 << bit % 8);
            CredentialReader.Reading reading = CredentialReader.read(Claim.PREFIX + Base32.encode(turned), List.of(key(0)));
            assertTrue(reading.claim() == null && reading.outcome() != Outcome.VALID, "bit " + bit);
        }
    }

    @Test
    void a_good_signature_of_somebody_else_is_not_ours() throws GeneralSecurityException {
        Claim claim = claim();
        String theirs = claim.qr(sign(VECTORS[1][0], claim.content()));
        assertEquals(Outcome.ALTERED, CredentialReader.read(theirs, List.of(key(0))).outcome());
        assertEquals(Outcome.WRONG_KEY, CredentialReader.read(theirs, List.of(key(2))).outcome());
        for (String nothing : List.of("", "DL1:", "DL1:" + "0".repeat(300), "DL1:" + "Z".repeat(390), "hello", "a.b.c", "{}")) {
            assertEquals(Outcome.UNREADABLE, CredentialReader.read(nothing, List.of(key(0))).outcome(), nothing);
        }
    }

    @Test
    void a_name_confirms_itself_however_it_is_typed() {
        Claim claim = claim();
        for (String same : List.of("Shirin Ahmed", " shirin   AHMED ", "Shîrin Ahmed", "شيرين احمد", "شیرین أحمد", "شِيرِين أحمد")) {
            assertTrue(claim.bears(same), same);
        }
        for (String other : List.of("Shirin", "Ahmed Shirin", "Shirin Ahmad", "")) {
            assertFalse(claim.bears(other), other);
        }
        assertFalse(HEX.formatHex(claim.content()).contains(HEX.formatHex("Shirin".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void a_code_is_understood_as_it_is_typed() {
        CertificateCode code = claim().code();
        assertEquals(26, code.value().length());
        assertEquals(Optional.of(code), CertificateCode.read(code.spaced().toLowerCase(java.util.Locale.ROOT)));
        assertEquals(Optional.of(code), CertificateCode.read(code.value().replace('0', 'o').replace('1', 'l')));
        assertTrue(CertificateCode.read("D4-7KQ2-91MX").isEmpty());
    }

    @Test
    void time_decides() {
        assertEquals(Outcome.FUTURE, Checked.at(NOW.minusSeconds(3600), claim(), null, false, Optional.empty()).outcome());
        assertEquals(Outcome.VALID, Checked.at(NOW.minusSeconds(60), claim(), null, false, Optional.empty()).outcome());
        assertEquals(Outcome.EXPIRED, Checked.at(claim().expires().plusSeconds(1), claim(), null, false, Optional.empty()).outcome());
        assertEquals(Outcome.REVOKED, Checked.at(NOW, claim(), Ground.ASKED, false, Optional.empty()).outcome());
    }
}
