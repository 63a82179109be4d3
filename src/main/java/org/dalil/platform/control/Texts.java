package org.dalil.platform.control;

import com.ibm.icu.text.MessageFormat;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.dalil.platform.entity.Language;

/**
 * Every word of the interface, by key and language: {@code i18n/<feature>_<language>.properties}, UTF-8, in the syntax of
 * ICU's MessageFormat, so that plurals are each language's own.
 */
@ApplicationScoped
public class Texts {

    /** Features with texts of their own. */
    public static final List<String> FEATURES =
            List.of("platform", "account", "card", "help", "course", "scenario", "assessment", "learning", "authoring", "workshop",
                    "sheet", "exam", "certificate", "report", "admin");

    private final Map<Language, Map<String, String>> texts = new HashMap<>();

    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    @PostConstruct
    void read() {
        for (Language language : Language.ALL) {
            Map<String, String> all = new HashMap<>();
            for (String feature : FEATURES) {
                readInto(all, "/i18n/" + feature + "_" + language + ".properties");
            }
            texts.put(language, all);
        }
    }

    private static void readInto(Map<String, String> all, String resource) {
        try (InputStream in = Texts.class.getResourceAsStream(resource)) {
            if (in == null) {
                return;
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            properties.forEach((key, value) -> all.put((String) key, (String) value));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /**
     * The text in this language.
     *
     * @return the key itself where there is none: visible, and a failure of the contract test
     */
    public String get(Language language, String key, Object... arguments) {
        String pattern = texts.getOrDefault(language, Map.of()).get(key);
        if (pattern == null) {
            return key;
        }
        if (arguments.length == 0 && pattern.indexOf('{') < 0) {
            return pattern.replace("''", "'");
        }
        MessageFormat format = formats.computeIfAbsent(language.tag() + ' ' + key, k -> new MessageFormat(pattern, language.cldr()));
        // Reading a pattern takes far longer than using it, and a format may be used by one thread at a time.
        synchronized (format) {
            return format.format(arguments);
        }
    }

    /** Whether there is such a text. */
    public boolean has(Language language, String key) {
        return texts.getOrDefault(language, Map.of()).containsKey(key);
    }
}
