package org.dalil.authoring.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a schema says about a document, in words for somebody who has never seen a schema. */
final class SchemaSentence {

    private static final Map<String, String> NOUNS = Map.ofEntries(Map.entry("items", "item"), Map.entry("nodes", "node"),
            Map.entry("choices", "choice"), Map.entry("ends", "end"), Map.entry("terms", "term"),
            Map.entry("channels", "channel"), Map.entry("modules", "module"), Map.entry("objectives", "objective"),
            Map.entry("topics", "topic"), Map.entry("tools", "sheet"));
    private static final Map<String, String> ROOTS = Map.of("sources", "source", "terms", "term");

    private final ValidationMessage message;
    private final String item;
    private final List<String> field;

    SchemaSentence(String schema, JsonNode document, ValidationMessage message) {
        this.message = message;
        List<String> path = elements(message.getInstanceLocation());
        int taken = 0;
        String noun = "";
        if (ROOTS.containsKey(schema) && !path.isEmpty()) {
            noun = ROOTS.get(schema) + " " + path.get(0);
            taken = 1;
        } else if (path.size() > 1 && NOUNS.containsKey(path.get(0))) {
            noun = NOUNS.get(path.get(0)) + " " + name(document.get(path.get(0)), path.get(1));
            taken = 2;
        }
        item = noun;
        field = path.subList(taken, path.size());
    }

    private static List<String> elements(JsonNodePath path) {
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < path.getNameCount(); i++) {
            elements.add(String.valueOf(path.getElement(i)));
        }
        return elements;
    }

    /** In a list, the id or name of the entry rather than its position. */
    private static String name(JsonNode collection, String element) {
        if (!collection.isArray()) {
            return element;
        }
        int position = Integer.parseInt(element);
        JsonNode entry = collection.get(position);
        JsonNode id = entry.has("id") ? entry.get("id") : entry.get("name");
        return id == null ? String.valueOf(position + 1) : id.asText();
    }

    String item() {
        return item;
    }

    String sentence() {
        String property = message.getProperty();
        return switch (message.getType()) {
            case "required" -> where() + quoted(missing()) + " is missing";
            case "dependentRequired" -> where() + quoted(missing()) + " is missing: when and else need each other";
            case "additionalProperties" -> property.contains(" ")
                    ? where() + "a text without quotes ends at the comma before " + quoted(property.replace("\"", ""))
                            + "; put straight quotes (\") around the whole text"
                    : where() + quoted(property) + " is not known here; check the spelling";
            case "false" -> quoted(last()) + " does not belong here; take it out";
            case "propertyNames" -> quoted(property) + " " + message.getArguments()[1];
            case "type" -> what() + " " + expected();
            case "enum" -> what() + " is " + value() + "; it must be one of " + listed(message.getSchemaNode());
            case "const" -> what() + " is " + value() + "; it must be " + message.getSchemaNode().asText();
            case "pattern" -> what() + ": " + value() + " " + message.getMessage();
            case "format" -> what() + ": " + value() + " is no day; write it as 2026-11-20";
            default -> size();
        };
    }

    private String size() {
        String limit = String.valueOf(message.getSchemaNode().asText());
        return switch (message.getType()) {
            case "minLength" -> what() + " is empty; write the text";
            case "maxLength" -> what() + " is longer than " + limit + " letters";
            case "minimum" -> what() + " must be at least " + limit;
            case "maximum" -> what() + " must be at most " + limit;
            case "minItems", "minProperties" -> what() + " needs at least " + limit + " entries";
            case "maxItems" -> what() + " has room for " + limit + " entries";
            case "uniqueItems" -> what() + " holds something twice; keep one";
            default -> what() + " is not as it should be: " + message.getMessage();
        };
    }

    private String missing() {
        return String.valueOf(message.getArguments()[0]);
    }

    private String expected() {
        String found = String.valueOf(message.getArguments()[0]);
        if (found.equals("null")) {
            return "is empty; write something after the colon";
        }
        return switch (String.valueOf(message.getArguments()[1])) {
            case "string" -> "must be text; put quotes around it";
            case "integer" -> "must be a whole number without quotes";
            case "boolean" -> "must be true or false";
            case "array" -> "must be a list in [ ]";
            default -> "must hold names, each with a colon and a value";
        };
    }

    private String where() {
        return field.isEmpty() ? "" : "in " + String.join(".", field) + ", ";
    }

    private String what() {
        return field.isEmpty() ? "this" : String.join(".", field);
    }

    private String last() {
        return field.isEmpty() ? item : field.get(field.size() - 1);
    }

    private String value() {
        JsonNode node = message.getInstanceNode();
        return node == null ? "it" : quoted(node.isValueNode() ? node.asText() : node.toString());
    }

    private static String listed(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false).map(JsonNode::asText).collect(Collectors.joining(", "));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
