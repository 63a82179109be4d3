package org.dalil.authoring.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads how a question is answered, the same way in a quiz and in a bank. */
final class KeyReader {

    private final String file;
    private final Findings findings;

    KeyReader(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** The name of an enum's constant as the files write it, made the constant's own. */
    static String constant(String id) {
        return id.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** The key as a list, whatever its shape in the file; see {@link org.dalil.course.entity.Question#key()}. */
    List<String> key(JsonNode item, List<String> left) {
        JsonNode key = item.path("key");
        if (key.isTextual()) {
            return List.of(key.asText());
        }
        if (key.isArray()) {
            return Fields.list(key, JsonNode::asText);
        }
        key.fieldNames().forEachRemaining(l -> {
            if (!left.contains(l)) {
                findings.refuse(file, "item " + Fields.text(item, "id"), "the key names \"" + l + "\", which is not on the left");
            }
        });
        List<String> rights = new ArrayList<>();
        left.stream().filter(l -> key.isObject()).forEach(l -> rights.add(Fields.text(key, l)));
        return List.copyOf(rights);
    }
}
