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
import java.util.UUID;
import org.dalil.certificate.entity.Certificate;
import org.dalil.certificate.entity.Claim;
import org.dalil.certificate.entity.NameDigest;
import org.dalil.certificate.entity.Order;
import org.dalil.certificate.entity.PublicKeyHalf;
import org.dalil.certificate.entity.RevokedList;
import org.dalil.platform.control.Installation;
import org.dalil.platform.control.Texts;
import org.dalil.platform.entity.Language;

/**
 * Writes signed JSON: Open Badges 3.0 credentials and lists of revoked ones, both as VC-JWT (EdDSA), and what others need to check
 * them: who signs, and with which keys. A credential names its key by an address that answers with it, so that whoever trusts this
 * site's address trusts the key.
 */
@ApplicationScoped
public class CredentialWriter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CREDENTIALS = "https://www.w3.org/ns/credentials/v2";
    private static final String BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    private static final String CONTROLLERS = "https://www.w3.org/ns/cid/v1";

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
        // Words of our own are in no published list of words: the credential brings what they mean.
        ((ArrayNode) badge.get("@context")).add(BADGES).addObject().put("dalil", issuer() + "#claim");
        badge.put("name", track);
        badge.put("validUntil", iso(claim.expires()));
        // Another for each certificate, so that it says nothing about who: two credentials of one person have nothing in common.
        ObjectNode subject = badge.putObject("credentialSubject").put("id", "urn:uuid:" + UUID.randomUUID());
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
        badge.put("exp", claim.expires().getEpochSecond());
        // The same claim as the square code's, so that one check serves both.
        badge.put("dalil", Base64.getUrlEncoder().withoutPadding().encodeToString(claim.content()));
        // Open Badges 3.0 allows this type and no other.
        return sign(key, "JWT", badge, claim.issued());
    }

    /** A list of revoked ones, signed now. */
    public String revoked(PublicKeyHalf key, int list, Collection<Integer> numbers, Instant now) {
        String id = installation.site() + "/verify/status/" + list;
        ObjectNode credential = credential(id, "BitstringStatusListCredential", now);
        credential.putObject("credentialSubject").put("id", id + "#list").put("type", "BitstringStatusList")
                .put("statusPurpose", "revocation").put("encodedList", RevokedList.encoded(numbers, list));
        return sign(key, "vc+jwt", credential, now);
    }

    /**
     * All keys as a JWK set (RFC 7517, RFC 8037). Each stands there by its address and by its bare thumbprint, as credentials of before
     * name it.
     */
    public String keySet(List<PublicKeyHalf> all) {
        ObjectNode set = JSON.createObjectNode();
        ArrayNode list = set.putArray("keys");
        for (PublicKeyHalf key : all) {
            for (String name : List.of(address(key), key.id())) {
                ObjectNode jwk = jwk(key);
                list.add(jwk);
                jwk.put("alg", "EdDSA").put("use", "sig").put("kid", name).put("nbf", key.made().getEpochSecond());
                key.retired().ifPresent(end -> jwk.put("retired", end.getEpochSecond()));
            }
        }
        return set.toString();
    }

    /** One key, as its address answers. */
    public String key(PublicKeyHalf key) {
        return jwk(key).put("alg", "EdDSA").put("use", "sig").put("kid", address(key)).toString();
    }

    /** Who signs: a profile as Open Badges 3.0 has it, which is also the list of keys that may sign for it (Controlled Identifiers 1.0). */
    public String profile(List<PublicKeyHalf> all) {
        return profile(issuer(), all);
    }

    /** The same under the name that credentials had in them at first. */
    public String formerProfile(List<PublicKeyHalf> all) {
        return profile(installation.site() + "/verify", all);
    }

    private String profile(String id, List<PublicKeyHalf> all) {
        ObjectNode profile = JSON.createObjectNode();
        profile.putArray("@context").add(CONTROLLERS).add(BADGES);
        describe(profile, id);
        ArrayNode methods = profile.putArray("verificationMethod");
        ArrayNode may = profile.putArray("assertionMethod");
        for (PublicKeyHalf key : all) {
            methods.addObject().put("id", address(key)).put("type", "JsonWebKey").put("controller", id).set("publicKeyJwk", jwk(key));
            may.add(address(key));
        }
        return profile.toString();
    }

    private static ObjectNode jwk(PublicKeyHalf key) {
        return JSON.createObjectNode().put("kty", "OKP").put("crv", "Ed25519").put("x", key.x());
    }

    private String address(PublicKeyHalf key) {
        return installation.site() + "/verify/keys/" + key.id();
    }

    private void describe(ObjectNode issuer, String id) {
        issuer.put("id", id).putArray("type").add("Profile");
        issuer.put("name", installation.setting("DALIL_NAME").orElse("Dalil")).put("url", installation.site() + "/");
    }

    private ObjectNode credential(String id, String type, Instant from) {
        ObjectNode credential = JSON.createObjectNode();
        credential.putArray("@context").add(CREDENTIALS);
        credential.put("id", id);
        credential.putArray("type").add("VerifiableCredential").add(type);
        describe(credential.putObject("issuer"), issuer());
        credential.put("validFrom", iso(from));
        return credential;
    }

    private String issuer() {
        return installation.site() + "/verify/issuer";
    }

    private String sign(PublicKeyHalf key, String type, ObjectNode payload, Instant from) {
        payload.put("iss", issuer()).put("jti", payload.get("id").asText()).put("sub", payload.at("/credentialSubject/id").asText())
                .put("nbf", from.getEpochSecond());
        ObjectNode header = JSON.createObjectNode().put("alg", "EdDSA").put("typ", type).put("kid", address(key));
        // For whoever has no network. It proves nothing alone: whose key it is, the address says.
        header.set("jwk", jwk(key));
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
