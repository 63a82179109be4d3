package org.dalil.authoring.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.dalil.course.entity.Scenario;

/** Reads {@code scenario.yaml} and its words. */
final class ScenarioReader {

    private final Documents documents;
    private final String folder;

    /** @param folder of the module */
    ScenarioReader(Documents documents, String folder) {
        this.documents = documents;
        this.folder = folder;
    }

    /** @param languages the languages whose words are read if there are any */
    Optional<Scenario> read(List<String> languages, String sourceLanguage) {
        return documents.yaml(folder + "/scenario.yaml", "scenario").map(s -> {
            Map<String, Scenario.Words> words = new TreeMap<>();
            for (String language : languages) {
                words(language, sourceLanguage).ifPresent(w -> words.put(language, w));
            }
            return new Scenario(UUID.fromString(Fields.text(s, "id")), Fields.text(s, "objective"),
                    Fields.texts(s, "remembers"), Fields.text(s, "start"),
                    Fields.map(s.path("nodes"), (id, n) -> node(n)), Fields.map(s.path("choices"), (id, c) -> choice(c)), words);
        });
    }

    private static Scenario.Node node(JsonNode node) {
        return new Scenario.Node(Fields.textOrNull(node, "from"), Fields.textMap(node, "lines"),
                Fields.texts(node, "choices"), Fields.textOrNull(node, "end"), node.path("help").asBoolean(false));
    }

    private static Scenario.Choice choice(JsonNode choice) {
        return new Scenario.Choice(Fields.text(choice, "to"),
                Scenario.Effect.valueOf(Fields.text(choice, "effect").toUpperCase(Locale.ROOT)),
                Fields.textOrNull(choice, "sets"), Fields.textOrNull(choice, "when"), Fields.textOrNull(choice, "else"));
    }

    private Optional<Scenario.Words> words(String language, String sourceLanguage) {
        String file = folder + "/scenario." + language + ".yaml";
        return documents.yaml(file, "scenario-words").map(w -> new Scenario.Words(
                documents.state(file, w, folder + "/scenario." + sourceLanguage + ".yaml"),
                Fields.text(w, "title"), Fields.text(w, "before"), Fields.textMap(w, "speakers"), Fields.textMap(w, "nodes"),
                Fields.map(w.path("choices"), (id, c) -> new Scenario.Said(Fields.text(c, "say"), Fields.text(c, "then"))),
                Fields.map(w.path("ends"), (id, e) -> new Scenario.End(Fields.text(e, "title"), Fields.text(e, "text")))));
    }
}
