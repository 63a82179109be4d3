package org.dalil.platform.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dalil.platform.entity.CannotStart;

/**
 * The site's brand: {@code themes/<brand>/}, chosen by {@code DALIL_THEME}. Learner pages carry their style in the page, so
 * that the first one needs no second request; its fingerprint stands in the content security policy.
 */
@Named("theme")
@ApplicationScoped
public class Theme {

    @Inject
    Installation installation;

    private static final Pattern OTHER = Pattern.compile("@import \"([a-z-]+)\\.css\";");

    @Inject
    ServletContext context;

    private String folder;
    private final Map<String, String> styles = new ConcurrentHashMap<>();
    private final Map<String, String> digests = new ConcurrentHashMap<>();

    @PostConstruct
    void find() {
        folder = "/WEB-INF/themes/" + installation.theme() + "/";
        if (!installation.theme().matches("[a-z0-9-]+") || read("tokens.css").isEmpty()) {
            throw new CannotStart("DALIL_THEME names \"" + installation.theme() + "\", but there is no such folder in themes/.");
        }
    }

    /** The style of a learner page: tokens, what all pages share, what only this one has, or has from another one. */
    public String style(String page) {
        return styles.computeIfAbsent(page, p -> compact(read("tokens.css") + read("learner.css") + own(p)));
    }

    /** A page's own style; {@code @import "card.css";} in it stands for that of another page. */
    private String own(String page) {
        return OTHER.matcher(read("learner/" + page + ".css")).replaceAll(other -> Matcher.quoteReplacement(own(other.group(1))));
    }

    /** The style's fingerprint as the content security policy wants it. */
    public String digest(String page) {
        return digests.computeIfAbsent(page, p -> "sha256-" + Base64.getEncoder().encodeToString(sha256(style(p))));
    }

    /** A file of the brand; empty where it has none. */
    public String read(String file) {
        try (InputStream in = context.getResourceAsStream(folder + file)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Comments and line breaks are for authors; a phone on 2G pays for each byte. */
    private static String compact(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\s*\\n\\s*", "").strip();
    }

    /** Eight bytes of SHA-256 in hex, for addresses that change with the content. */
    public static String fingerprint(String content) {
        return HexFormat.of().formatHex(sha256(content), 0, 8);
    }

    private static byte[] sha256(String content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
