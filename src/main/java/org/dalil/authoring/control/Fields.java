package org.dalil.authoring.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Takes fields out of documents that a schema has found in order; keeps the order of the file. */
final class Fields {

    private Fields() { }

    /** The text, empty if there is none. */
    static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    /** The text, or null. */
    static String textOrNull(JsonNode node, String field) {
        return node.has(field) ? node.get(field).asText() : null;
    }

    static List<String> texts(JsonNode node, String field) {
        return list(node.path(field), JsonNode::asText);
    }

    static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        List<T> list = new ArrayList<>();
        array.forEach(n -> list.add(read.apply(n)));
        return List.copyOf(list);
    }

    static Map<String, String> textMap(JsonNode node, String field) {
        return map(node.path(field), (id, n) -> n.asText());
    }

    static <T> Map<String, T> map(JsonNode object, BiFunction<String, JsonNode, T> read) {
        Map<String, T> map = new LinkedHashMap<>();
        object.properties().forEach(e -> map.put(e.getKey(), read.apply(e.getKey(), e.getValue())));
        return Collections.unmodifiableMap(map);
    }
}
