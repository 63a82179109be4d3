package org.dalil.authoring.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dalil.course.entity.Glossary;
import org.dalil.course.entity.Source;
import org.dalil.help.entity.Channel;
import org.dalil.help.entity.HelpRegion;

/** Reads what all courses share: sources, glossary and help. Their source language is English. */
final class DirectoryReader {

    private static final String SOURCE_LANGUAGE = "en";

    private final Documents documents;

    DirectoryReader(Documents documents) {
        this.documents = documents;
    }

    /** All sources by id, if the file can be read. */
    Optional<Map<String, Source>> sources() {
        require("sources.yaml");
        return documents.yaml("sources.yaml", "sources").map(s -> Fields.map(s, DirectoryReader::source));
    }

    private static Source source(String id, JsonNode s) {
        return new Source(id, Fields.text(s, "title"), Fields.text(s, "publisher"),
                s.has("year") ? s.get("year").asInt() : null, Fields.text(s, "url"), Source.Grade.valueOf(Fields.text(s, "grade")));
    }

    /** The glossary, if its ids can be read. */
    Optional<Glossary> glossary() {
        require("glossary/terms.yaml");
        return documents.yaml("glossary/terms.yaml", "terms").map(t -> {
            List<Glossary.Term> terms = new ArrayList<>(Fields.map(t, (id, n) ->
                    new Glossary.Term(id, n.path("type").asBoolean(false), Fields.texts(n, "related"))).values());
            Map<String, Glossary.Words> words = new TreeMap<>();
            for (String language : CourseLayout.languages(documents.files().below("glossary"))) {
                String file = "glossary/terms." + language + ".yaml";
                documents.yaml(file, "terms-words").ifPresent(w -> words.put(language, new Glossary.Words(
                        documents.state(file, w, "glossary/terms." + SOURCE_LANGUAGE + ".yaml"),
                        Fields.map(w.path("terms"), (id, n) -> new Glossary.TermWords(Fields.text(n, "term"), Fields.text(n, "text"))))));
            }
            return new Glossary(terms, words);
        });
    }

    private void require(String path) {
        if (!documents.files().has(path)) {
            documents.findings().refuse(path, "", "the file is missing; see courses/README.md for what stands in it");
        }
    }

    /** The regions whose channels can be read. */
    List<HelpRegion> help() {
        List<HelpRegion> regions = new ArrayList<>();
        regions().forEach(path -> documents.yaml(path, "help").map(h -> region(path, h)).ifPresent(regions::add));
        return List.copyOf(regions);
    }

    /** The files of all regions, whether they can be read or not. */
    List<String> regions() {
        return documents.files().below("help").stream()
                .filter(p -> p.endsWith(".yaml") && !CourseLayout.LANGUAGE.matcher(p).matches()).toList();
    }

    private HelpRegion region(String path, JsonNode region) {
        String name = path.substring("help/".length(), path.length() - ".yaml".length());
        if (!Fields.text(region, "region").equals(name)) {
            documents.findings().refuse(path, "", "region is \"" + Fields.text(region, "region") + "\" but the file is called " + name);
        }
        Map<String, JsonNode> words = new LinkedHashMap<>();
        Map<String, HelpRegion.Words> titles = new TreeMap<>();
        for (String language : CourseLayout.languages(documents.files().below("help"))) {
            String file = "help/" + name + "." + language + ".yaml";
            documents.yaml(file, "help-words").ifPresent(w -> {
                words.put(language, w);
                titles.put(language, new HelpRegion.Words(Fields.text(w, "title"),
                        documents.state(file, w, "help/" + name + "." + SOURCE_LANGUAGE + ".yaml").reviewed()));
            });
        }
        HelpWordsRule.check(path, region, words, documents.findings());
        return new HelpRegion(name, Fields.list(region.path("channels"), c -> channel(c, words)), titles);
    }

    private static Channel channel(JsonNode c, Map<String, JsonNode> words) {
        String id = Fields.text(c, "id");
        Map<String, Channel.Words> own = new TreeMap<>();
        words.forEach((language, w) -> {
            JsonNode entry = w.path("channels").path(id);
            if (entry.isObject()) {
                own.put(language, new Channel.Words(Fields.text(entry, "name"), Fields.text(entry, "what"), Fields.texts(entry, "expect")));
            }
        });
        return new Channel(id, Channel.Kind.valueOf(Fields.text(c, "kind").toUpperCase(Locale.ROOT)), Fields.text(c, "value"),
                new LinkedHashSet<>(Fields.texts(c, "for")), Fields.text(c, "hours"), Fields.texts(c, "sources"),
                LocalDate.parse(Fields.text(c, "review-by")), own);
    }
}
