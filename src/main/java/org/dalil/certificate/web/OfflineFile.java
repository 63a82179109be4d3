package org.dalil.certificate.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.dalil.certificate.entity.Checked.Outcome;
import org.dalil.certificate.entity.PublicKeyHalf;
import org.dalil.certificate.entity.Snapshot;
import org.dalil.exam.entity.Track;
import org.dalil.platform.control.Installation;
import org.dalil.platform.control.Texts;
import org.dalil.platform.entity.Language;

/**
 * A file that an academy keeps: one HTML page with everything in it, that checks certificates without a network. Its policy lets
 * only its own script run, by fingerprint, and lets it reach nothing.
 */
@ApplicationScoped
public class OfflineFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject Texts texts;
    @Inject Installation installation;

    private String page;
    private String script;

    @PostConstruct
    void read() {
        page = resource("offline.html");
        String library = resource("noble-ed25519.js").replaceAll("(?s)/\\*(?!!).*?\\*/", "")
                .replaceFirst("(?m)^export \\{[^}]*};?\\s*$", "return { verifyAsync };");
        script = "const ed25519 = (() => {\n" + library + "\n})();\n" + resource("verify.js");
    }

    private static String resource(String name) {
        try (InputStream in = OfflineFile.class.getResourceAsStream("/verify/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** The file, with what is known now. */
    public String make(Language language, Snapshot snapshot) {
        Map<String, String> parts = new TreeMap<>();
        parts.put("lang", language.tag());
        parts.put("dir", language.dir());
        parts.put("site", escaped(installation.site().replaceFirst("^https?://", "")));
        for (String key : new String[] {"certificate.offline.title", "certificate.offline.lead", "certificate.offline.later",
            "certificate.offline.text", "certificate.offline.script", "certificate.verify.name", "certificate.verify.go",
            "certificate.verify.file"}) {
            parts.put(key, escaped(texts.get(language, key)));
        }
        String asOf = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(zone()).format(snapshot.asOf());
        String known = texts.get(language, "certificate.offline.asOf", "\u2066" + asOf + "\u2069");
        parts.put("asOf", escaped(known));
        // Inside a script element nothing is an entity: only what could end it is written otherwise.
        parts.put("data", data(language, snapshot, known).toString().replace("<", "\\u003c"));
        parts.put("script", script);
        parts.put("hash", digest(script));
        StringBuilder file = new StringBuilder();
        int from = 0;
        for (int at = page.indexOf("{{"); at >= 0; at = page.indexOf("{{", from)) {
            int end = page.indexOf("}}", at);
            file.append(page, from, at).append(parts.get(page.substring(at + 2, end)));
            from = end + 2;
        }
        return file.append(page.substring(from)).toString();
    }

    private ZoneId zone() {
        return installation.zone();
    }

    private ObjectNode data(Language language, Snapshot snapshot, String known) {
        ObjectNode data = JSON.createObjectNode();
        ArrayNode keys = data.putArray("keys");
        for (PublicKeyHalf key : snapshot.keys()) {
            keys.addObject().put("kid", key.id()).put("x", key.x());
        }
        ArrayNode revoked = data.putArray("revoked");
        snapshot.revoked().forEach(revoked::add);
        data.put("offset", zone().getRules().getOffset(snapshot.asOf()).getTotalSeconds());
        ObjectNode words = data.putObject("words").put("asOf", known);
        for (Outcome outcome : Outcome.values()) {
            words.put(outcome + ".title", texts.get(language, "certificate.outcome." + outcome + ".title"));
            words.put(outcome + ".text", texts.get(language, "certificate.outcome." + outcome + ".text"));
        }
        for (String key : new String[] {"number", "track", "issued", "until", "nameYes", "nameNo"}) {
            words.put(key, texts.get(language, "certificate.shown." + key));
        }
        for (Track track : Track.values()) {
            words.put("track." + track.slug(), texts.get(language, "certificate.track." + track.slug()));
        }
        return data;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String digest(String script) {
        try {
            return "sha256-" + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256")
                    .digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
