package org.dalil.platform.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dalil.platform.control.Theme;

/**
 * Scripts and style sheets of our own, under addresses that name their content ({@code /s/<fingerprint>/learner.js}): a phone
 * fetches each once and never asks again.
 */
@Named("assets")
@ApplicationScoped
public class Assets {

    /** @param type media type */
    record Asset(String content, String type, String fingerprint) { }

    @Inject
    Theme theme;

    @Inject
    ServletContext context;

    private final Map<String, Asset> assets = new LinkedHashMap<>();

    @PostConstruct
    void read() {
        for (String script : new String[] {"learner.js", "staff.js"}) {
            resource("/resources/js/" + script).ifPresent(js -> put(script, js, "text/javascript"));
        }
        put("staff.css", theme.read("tokens.css") + theme.read("staff.css"), "text/css");
        put("favicon.svg", theme.read("favicon.svg"), "image/svg+xml");
    }

    private void put(String name, String content, String type) {
        assets.put(name, new Asset(content, type + ";charset=UTF-8", Theme.fingerprint(content)));
    }

    private Optional<String> resource(String path) {
        try (InputStream in = context.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a file. */
    public String url(String name) {
        return "/s/" + assets.get(name).fingerprint() + "/" + name;
    }

    Optional<Asset> find(String fingerprint, String name) {
        return Optional.ofNullable(assets.get(name)).filter(a -> a.fingerprint().equals(fingerprint));
    }
}
