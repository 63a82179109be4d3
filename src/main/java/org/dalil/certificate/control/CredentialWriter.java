package org.dalil.certificate.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.dalil.certificate.entity.Certificate;
import org.dalil.certificate.entity.Claim;
import org.dalil.certificate.entity.NameDigest;
import org.dalil.certificate.entity.Order;
import org.dalil.certificate.entity.PublicKeyHalf;
import org.dalil.certificate.entity.RevokedList;
import org.dalil.platform.control.Installation;
import org.dalil.platform.control.Texts;
import org.dalil.platform.entity.Language;

/** Writes signed JSON: Open Badges 3.0 credentials and lists of revoked ones, both as VC-JWT (EdDSA), and the list of keys. */
@ApplicationScoped
public class CredentialWriter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CREDENTIALS = "https://www.w3.org/ns/credentials/v2";
    private static final String BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    @Inject Installation installation;
    @Inject SigningKeys keys;
    @Inject Texts texts;

    /**
     * The certificate as an Open Badge. The holder is named by salted digests of the spellings on the paper.
     *
     * @param claim what it says
     * @param names the spellings
     * @param order of a renewal it says what was renewed
     */
    public String badge(PublicKeyHalf key, Certificate certificate, Claim claim, List<String> names, Order order) {
        String track = texts.get(Language.ENGLISH, "certificate.track." + claim.track());
        ObjectNode badge = credential("urn:uuid:" + certificate.id(), "OpenBadgeCredential", claim.issued());
        ((ArrayNode) badge.get("@context")).add(BADGES);
        badge.put("name", track);
        badge.put("validUntil", iso(claim.expires()));
        ObjectNode subject = badge.putObject("credentialSubject");
        subject.putArray("type").add("AchievementSubject");
        ArrayNode holders = subject.putArray("identifier");
        for (String name : names) {
            holders.addObject().put("type", "IdentityObject").put("identityType", "name").put("hashed", true)
                    .put("identityHash", "sha256$" + NameDigest.of(name, claim.salt())).put("salt", claim.salt());
        }
        if (order.firstPassed() != null) {
            subject.put("narrative", texts.get(Language.ENGLISH, "certificate.badge.renewed", day(order.firstPassed()), day(order.passed())));
        }
        ObjectNode achievement = subject.putObject("achievement");
        achievement.put("id", installation.site() + "/verify/track/" + claim.track());
        achievement.putArray("type").add("Achievement");
        achievement.put("name", track);
        achievement.put("description", texts.get(Language.ENGLISH, "certificate.badge.description", track));
        achievement.putObject("criteria").put("narrative", texts.get(Language.ENGLISH, "certificate.badge.criteria"));
        String list = installation.site() + "/verify/status/" + RevokedList.list(claim.number());
        badge.putObject("credentialStatus").put("id", list + "#" + RevokedList.index(claim.number()))
                .put("type", "BitstringStatusListEntry").put("statusPurpose", "revocation")
                .put("statusListIndex", String.valueOf(RevokedList.index(claim.number()))).put("statusListCredential", list);
        badge.put("jti", badge.get("id").asText());
        badge.put("exp", claim.expires().getEpochSecond());
        // The same claim as the square code's, so that one check serves both.
        badge.put("dalil", Base64.getUrlEncoder().withoutPadding().encodeToString(claim.content()));
        return sign(key, badge, claim.issued());
    }

    /** A list of revoked ones, signed now. */
    public String revoked(PublicKeyHalf key, int list, Collection<Integer> numbers, Instant now) {
        String id = installation.site() + "/verify/status/" + list;
        ObjectNode credential = credential(id, "BitstringStatusListCredential", now);
        credential.putObject("credentialSubject").put("id", id + "#list").put("type", "BitstringStatusList")
                .put("statusPurpose", "revocation").put("encodedList", RevokedList.encoded(numbers, list));
        return sign(key, credential, now);
    }

    /** All keys as a JWK set (RFC 7517, RFC 8037). */
    public String keySet(List<PublicKeyHalf> all) {
        ObjectNode set = JSON.createObjectNode();
        ArrayNode list = set.putArray("keys");
        for (PublicKeyHalf key : all) {
            ObjectNode jwk = list.addObject().put("kty", "OKP").put("crv", "Ed25519").put("alg", "EdDSA").put("use", "sig")
                    .put("kid", key.id()).put("x", key.x()).put("nbf", key.made().getEpochSecond());
            key.retired().ifPresent(end -> jwk.put("retired", end.getEpochSecond()));
        }
        return set.toString();
    }

    private ObjectNode credential(String id, String type, Instant from) {
        ObjectNode credential = JSON.createObjectNode();
        credential.putArray("@context").add(CREDENTIALS);
        credential.put("id", id);
        credential.putArray("type").add("VerifiableCredential").add(type);
        ObjectNode issuer = credential.putObject("issuer");
        issuer.put("id", issuer());
        issuer.putArray("type").add("Profile");
        issuer.put("name", installation.setting("DALIL_NAME").orElse("Dalil")).put("url", installation.site() + "/");
        credential.put("validFrom", iso(from));
        return credential;
    }

    private String issuer() {
        return installation.site() + "/verify";
    }

    private String sign(PublicKeyHalf key, ObjectNode payload, Instant from) {
        payload.put("iss", issuer());
        payload.put("nbf", from.getEpochSecond());
        ObjectNode header = JSON.createObjectNode().put("alg", "EdDSA").put("typ", "JWT").put("kid", key.id());
        String content = part(header) + "." + part(payload);
        byte[] signature = keys.sign(key, content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private static String part(ObjectNode json) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String day(Instant moment) {
        return moment.atZone(installation.zone()).toLocalDate().toString();
    }

    private static String iso(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
