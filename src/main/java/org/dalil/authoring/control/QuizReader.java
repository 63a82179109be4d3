package org.dalil.authoring.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dalil.course.entity.Form;
import org.dalil.course.entity.Quiz;
import org.dalil.course.entity.Quiz.Kind;

/** Reads {@code quiz.yaml} and its words. */
final class QuizReader {

    private final Documents documents;
    private final String folder;
    private final KeyReader keys;

    QuizReader(Documents documents, String folder) {
        this.documents = documents;
        this.folder = folder;
        this.keys = new KeyReader(folder + "/quiz.yaml", documents.findings());
    }

    /** @param languages the languages whose words are read if there are any */
    Optional<Quiz> read(List<String> languages, String sourceLanguage) {
        return documents.yaml(folder + "/quiz.yaml", "quiz").map(structure -> {
            List<Quiz.Item> items = Fields.list(structure.path("items"), this::item);
            Map<String, Quiz.Words> words = new TreeMap<>();
            for (String language : languages) {
                words(language, sourceLanguage).ifPresent(w -> words.put(language, w));
            }
            return new Quiz(items, words);
        });
    }

    private Quiz.Item item(JsonNode item) {
        Kind kind = Kind.valueOf(KeyReader.constant(Fields.text(item, "kind")));
        String construct = Fields.textOrNull(item, "construct");
        List<String> choices = Fields.texts(item, kind == Kind.MATCH ? "left" : "choices");
        return new Quiz.Item(Fields.text(item, "id"), kind, item.path("module").asInt(0),
                Fields.textOrNull(item, "objective"), Form.valueOf(KeyReader.constant(Fields.text(item, "form"))), choices,
                Fields.texts(item, "right"), keys.key(item, choices),
                construct == null ? null : Quiz.Construct.valueOf(KeyReader.constant(construct)), item.path("reverse").asBoolean(false));
    }

    private Optional<Quiz.Words> words(String language, String sourceLanguage) {
        String file = folder + "/quiz." + language + ".yaml";
        return documents.yaml(file, "quiz-words").map(w -> new Quiz.Words(
                documents.state(file, w, folder + "/quiz." + sourceLanguage + ".yaml"),
                Fields.map(w.path("items"), (id, i) -> itemWords(i))));
    }

    /** The left side of a match is its choices, without an explanation each. */
    private static Quiz.ItemWords itemWords(JsonNode item) {
        Map<String, Quiz.ChoiceWords> choices = item.has("left")
                ? Fields.map(item.get("left"), (id, text) -> new Quiz.ChoiceWords(text.asText(), ""))
                : Fields.map(item.path("choices"), (id, c) -> new Quiz.ChoiceWords(Fields.text(c, "text"), Fields.text(c, "then")));
        return new Quiz.ItemWords(Fields.text(item, "stem"), choices, Fields.textMap(item, "right"), Fields.text(item, "then"));
    }
}
