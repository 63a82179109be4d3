package org.dalil.authoring.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every channel has words in every language its region has, and no words are left over. */
final class HelpWordsRule {

    private HelpWordsRule() { }

    /** @param words the words files of the region by language */
    static void check(String path, JsonNode region, Map<String, JsonNode> words, Findings findings) {
        List<String> ids = Fields.list(region.path("channels"), c -> Fields.text(c, "id"));
        String stem = path.substring(0, path.length() - ".yaml".length());
        words.forEach((language, w) -> {
            Set<String> found = new TreeSet<>();
            w.path("channels").fieldNames().forEachRemaining(found::add);
            WordsMatch.check(stem + "." + language + ".yaml", "channel", ids, found, findings);
        });
    }
}
