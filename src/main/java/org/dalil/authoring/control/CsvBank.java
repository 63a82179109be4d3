package org.dalil.authoring.control;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A bank as a table: a line for each item and language, with the columns {@code id, topic, difficulty, kind, key, language, stem,
 * a, b, c, d, e, f, explanation}. It becomes the same files as any other bank and passes the same checks. For single, multiple
 * ({@code key} like {@code a c}) and true-false ({@code a} says true, {@code b} false, {@code key} is {@code t} or {@code f}).
 */
final class CsvBank {

    static final List<String> CHOICES = List.of("a", "b", "c", "d", "e", "f");
    static final List<String> COLUMNS = List.of("id", "topic", "difficulty", "kind", "key", "language", "stem", "a", "b", "c", "d", "e", "f",
            "explanation");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String file;
    private final Findings findings;
    private final Map<String, ObjectNode> items = new LinkedHashMap<>();
    private final Map<String, ObjectNode> words = new TreeMap<>();

    CsvBank(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** The files that say the same, by name; none if the table can't be read. */
    Map<String, byte[]> files(byte[] csv) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(csv)).toString().replace("\uFEFF", "");
            String first = text.lines().findFirst().orElse("");
            CsvSchema schema = CsvSchema.emptySchema().withHeader().withColumnSeparator(first.indexOf(';') >= 0 ? ';' : ',');
            try (MappingIterator<Map<String, String>> lines = new CsvMapper().readerForMapOf(String.class).with(schema).readValues(text)) {
                for (int line = 2; lines.hasNextValue(); line++) {
                    read(line, lines.nextValue());
                }
            }
        } catch (CharacterCodingException notUtf8) {
            findings.refuse(file, "", Sentences.NOT_UTF8);
            return Map.of();
        } catch (IOException broken) {
            findings.refuse(file, "", "the table can't be read; look for a quotation mark that is never closed and for a line with too many fields");
            return Map.of();
        }
        return written();
    }

    private void read(int line, Map<String, String> row) {
        String id = cell(row, "id");
        String kind = cell(row, "kind");
        if (!List.of("single", "multiple", "true-false").contains(kind)) {
            findings.refuse(file, "line " + line, "a table holds single, multiple and true-false; write order and match in bank.yaml");
            return;
        }
        List<String> choices = kind.equals("true-false") ? List.of("t", "f")
                : CHOICES.stream().filter(c -> !cell(row, c).isEmpty()).toList();
        ObjectNode item = item(row, kind, choices);
        ObjectNode before = items.putIfAbsent(id, item);
        if (before != null && !before.equals(item)) {
            findings.refuse(file, "line " + line, "item " + id + " is not the same here as above: topic, difficulty, kind, key and choices must be");
        }
        ObjectNode own = words.computeIfAbsent(cell(row, "language").toLowerCase(Locale.ROOT), l -> JSON.objectNode());
        if (own.has(id)) {
            findings.refuse(file, "line " + line, "item " + id + " stands here twice in this language; keep one");
        }
        ObjectNode texts = own.putObject(id).put("stem", cell(row, "stem"));
        ObjectNode choiceTexts = texts.putObject("choices");
        for (int i = 0; i < choices.size(); i++) {
            choiceTexts.put(choices.get(i), cell(row, kind.equals("true-false") ? CHOICES.get(i) : choices.get(i)));
        }
        texts.put("explanation", cell(row, "explanation"));
    }

    private static ObjectNode item(Map<String, String> row, String kind, List<String> choices) {
        ObjectNode item = JSON.objectNode().put("id", cell(row, "id")).put("topic", cell(row, "topic"))
                .put("difficulty", cell(row, "difficulty").toLowerCase(Locale.ROOT)).put("kind", kind);
        ArrayNode all = item.putArray("choices");
        choices.forEach(all::add);
        if (kind.equals("multiple")) {
            ArrayNode key = item.putArray("key");
            List.of(cell(row, "key").split("[ ,;]+")).forEach(key::add);
        } else {
            item.put("key", cell(row, "key"));
        }
        return item;
    }

    private static String cell(Map<String, String> row, String column) {
        String value = row.get(column);
        return value == null ? "" : BankTable.read(value.strip());
    }

    /** JSON is YAML, too. */
    private Map<String, byte[]> written() {
        Map<String, byte[]> files = new TreeMap<>();
        ObjectNode bank = JSON.objectNode().put("demonstration", false);
        ArrayNode all = bank.putArray("items");
        items.values().forEach(all::add);
        files.put("bank.yaml", bank.toString().getBytes(StandardCharsets.UTF_8));
        words.forEach((language, own) -> {
            ObjectNode document = JSON.objectNode().put("status", "draft");
            document.set("items", own);
            files.put("bank." + language + ".yaml", document.toString().getBytes(StandardCharsets.UTF_8));
        });
        return files;
    }
}
