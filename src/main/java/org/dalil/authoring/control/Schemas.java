package org.dalil.authoring.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The JSON Schemas of {@code courses/schema/}, as they were when this program was built: those of the tree being checked
 * are for editors, and not to be trusted. Nothing is fetched from anywhere.
 */
final class Schemas {

    private static final String SCHEME = "dalil:/";
    private static final int ENOUGH = 20;
    private static final Map<String, JsonSchema> READ = new ConcurrentHashMap<>();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012,
            b -> b.schemaLoaders(l -> l.values(v -> v.clear()).schemas(Schemas::content)));
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true).errorMessageKeyword("errorMessage").build();

    private Schemas() { }

    /**
     * Checks a document.
     *
     * @param schema for example {@code quiz-words}
     * @return whether nothing was found
     */
    static boolean check(String schema, String file, JsonNode document, Findings findings) {
        List<ValidationMessage> messages = List.copyOf(schema(schema).validate(document));
        messages.stream().limit(ENOUGH).map(m -> new SchemaSentence(schema, document, m))
                .forEach(s -> findings.refuse(file, s.item(), s.sentence()));
        return messages.isEmpty();
    }

    private static JsonSchema schema(String name) {
        return READ.computeIfAbsent(name,
                n -> FACTORY.getSchema(SchemaLocation.of(SCHEME + n + ".schema.json"), CONFIG));
    }

    private static String content(String address) {
        if (!address.startsWith(SCHEME)) {
            return null;
        }
        try (InputStream in = Schemas.class.getResourceAsStream("/org/dalil/authoring/schema/" + address.substring(SCHEME.length()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
