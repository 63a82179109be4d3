package org.dalil.authoring.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Difficulty;
import org.dalil.course.entity.Quiz.Kind;

/** Reads {@code bank.yaml} and its words. */
final class BankReader {

    private final Documents documents;
    private final String folder;
    private final KeyReader keys;

    BankReader(Documents documents, String folder) {
        this.documents = documents;
        this.folder = folder;
        this.keys = new KeyReader(folder + "/bank.yaml", documents.findings());
    }

    /** @param languages the languages whose words are read if there are any */
    Optional<Bank> read(List<String> languages, String sourceLanguage) {
        return documents.yaml(folder + "/bank.yaml", "bank").map(structure -> {
            Map<String, Bank.Words> words = new TreeMap<>();
            for (String language : languages) {
                words(language, sourceLanguage).ifPresent(w -> words.put(language, w));
            }
            return new Bank(structure.path("demonstration").asBoolean(), Fields.list(structure.path("items"), this::item), words);
        });
    }

    private Bank.Item item(JsonNode item) {
        Kind kind = Kind.valueOf(KeyReader.constant(Fields.text(item, "kind")));
        List<String> choices = Fields.texts(item, kind == Kind.MATCH ? "left" : "choices");
        return new Bank.Item(Fields.text(item, "id"), Fields.text(item, "topic"),
                Difficulty.valueOf(KeyReader.constant(Fields.text(item, "difficulty"))), kind, choices, Fields.texts(item, "right"),
                keys.key(item, choices), Fields.texts(item, "sources"), provision(item.path("provision")));
    }

    private static Bank.Provision provision(JsonNode provision) {
        if (provision.isMissingNode()) {
            return null;
        }
        String checked = Fields.text(provision, "checked-on");
        return new Bank.Provision(checked.equals("never") ? null : LocalDate.parse(checked),
                LocalDate.parse(Fields.text(provision, "review-by")));
    }

    private Optional<Bank.Words> words(String language, String sourceLanguage) {
        String file = folder + "/bank." + language + ".yaml";
        return documents.yaml(file, "bank-words").map(w -> new Bank.Words(
                documents.state(file, w, folder + "/bank." + sourceLanguage + ".yaml"),
                Fields.map(w.path("items"), (id, i) -> itemWords(i))));
    }

    private static Bank.ItemWords itemWords(JsonNode item) {
        return new Bank.ItemWords(Fields.text(item, "stem"), Fields.textMap(item, item.has("left") ? "left" : "choices"),
                Fields.textMap(item, "right"), Fields.text(item, "explanation"));
    }
}
