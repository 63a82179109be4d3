package org.dalil.certificate.control;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dalil.certificate.entity.Checked.Outcome;
import org.dalil.certificate.entity.Claim;
import org.dalil.certificate.entity.PublicKeyHalf;

/** Reads what somebody holds out as a certificate: the text of a square code, a credential, or a file that holds one of them. */
public final class CredentialReader {

    /** The most that is looked at. */
    public static final int LARGEST = 2 * 1024 * 1024;

    private static final int LONGEST_TOKEN = 16_000;
    private static final ObjectMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final Pattern SQUARE = Pattern.compile("DL1:[A-Z2-7]{100,396}");
    private static final Pattern TOKEN = Pattern.compile("([A-Za-z0-9_-]{10,2000})\\.([A-Za-z0-9_-]{10,12000})\\.([A-Za-z0-9_-]{0,1000})");

    /** What was found out. @param claim proved by a key of ours; null where the outcome says why not */
    public record Reading(Outcome outcome, Claim claim) {

        static Reading nothing(Outcome outcome) {
            return new Reading(outcome, null);
        }
    }

    private CredentialReader() { }

    /** @param keys all of ours */
    public static Reading read(String text, List<PublicKeyHalf> keys) {
        Matcher square = SQUARE.matcher(text);
        if (square.find()) {
            return Claim.read(square.group()).map(signed -> {
                Optional<PublicKeyHalf> key = keys.stream().filter(signed.claim()::names).findFirst();
                return key.isEmpty() ? Reading.nothing(Outcome.WRONG_KEY)
                        : key.get().verifies(signed.content(), signed.signature()) ? new Reading(Outcome.VALID, signed.claim())
                        : Reading.nothing(Outcome.ALTERED);
            }).orElse(Reading.nothing(Outcome.UNREADABLE));
        }
        Matcher token = TOKEN.matcher(text.length() < LONGEST_TOKEN ? text.strip() : "");
        return token.matches() ? token(token, keys) : Reading.nothing(Outcome.UNREADABLE);
    }

    private static Reading token(Matcher token, List<PublicKeyHalf> keys) {
        try {
            JsonNode header = JSON.readTree(Base64.getUrlDecoder().decode(token.group(1)));
            if (!"EdDSA".equals(header.path("alg").asText()) || token.group(3).isEmpty()) {
                return Reading.nothing(Outcome.FORGED);
            }
            // A key that the credential brings itself proves nothing: only ours count, by address or, of before, by bare thumbprint.
            String named = header.path("kid").asText();
            String thumbprint = named.substring(named.lastIndexOf('/') + 1);
            Optional<PublicKeyHalf> key = keys.stream().filter(k -> k.id().equals(thumbprint)).findFirst();
            if (key.isEmpty()) {
                return Reading.nothing(Outcome.WRONG_KEY);
            }
            byte[] content = (token.group(1) + "." + token.group(2)).getBytes(StandardCharsets.US_ASCII);
            byte[] signature = Base64.getUrlDecoder().decode(token.group(3));
            // The last character has bits that no byte takes: as it was written, or not at all.
            boolean asWritten = Base64.getUrlEncoder().withoutPadding().encodeToString(signature).equals(token.group(3));
            if (!asWritten || !key.get().verifies(content, signature)) {
                return Reading.nothing(Outcome.ALTERED);
            }
            JsonNode payload = JSON.readTree(Base64.getUrlDecoder().decode(token.group(2)));
            byte[] claim = Base64.getUrlDecoder().decode(payload.path("dalil").asText());
            return Claim.parse(claim).map(c -> new Reading(Outcome.VALID, c)).orElse(Reading.nothing(Outcome.UNREADABLE));
        } catch (IOException | IllegalArgumentException broken) {
            return Reading.nothing(Outcome.UNREADABLE);
        }
    }
}
