package org.dalil.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Somebody who knows the answers: reads the question from the page and marks what the bank calls right. */
final class ExamAnswers {

    /** The course that journeys are examined on, unless they say another. */
    static final String FIRST_RESPONSE = "first-response";

    private final Map<String, JsonNode> byStem = new HashMap<>();
    private final Map<String, JsonNode> items = new HashMap<>();

    ExamAnswers(String language) {
        this(FIRST_RESPONSE, language);
    }

    ExamAnswers(String course, String language) {
        and(course, language);
    }

    /** Knows another course, too. */
    ExamAnswers and(String course, String language) {
        try {
            ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
            yaml.readTree(upload(course, "bank.yaml")).path("items").forEach(i -> items.put(i.path("id").asText(), i));
            yaml.readTree(upload(course, "bank." + language + ".yaml")).path("items").properties().forEach(e -> byStem.put(e.getValue().path("stem").asText(),
                    ((com.fasterxml.jackson.databind.node.ObjectNode) e.getValue()).put("id", e.getKey())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** A file of the demonstration bank as a certifier would upload it. */
    static byte[] upload(String course, String name) throws IOException {
        return Files.readString(Path.of("courses", "responders", course, name)).replace("demonstration: true", "demonstration: false").getBytes(StandardCharsets.UTF_8);
    }

    /** Marks the right answer of the question on this page. @return the item's id */
    String mark(Page page) {
        JsonNode words = byStem.get(page.locator("h1.stem").innerText().strip());
        JsonNode item = items.get(words.path("id").asText());
        JsonNode key = item.path("key");
        switch (item.path("kind").asText()) {
            case "order" -> {
                for (int place = 0; place < key.size(); place++) {
                    select(page, words.path("choices").path(key.get(place).asText()).asText(), place + 1);
                }
            }
            case "match" -> key.properties().forEach(e -> row(page, words.path("left").path(e.getKey()).asText())
                    .selectOption(new SelectOption().setLabel(words.path("right").path(e.getValue().asText()).asText())));
            case "multiple" -> key.forEach(k -> choose(page, words, k.asText()));
            default -> choose(page, words, key.asText());
        }
        return words.path("id").asText();
    }

    private static void choose(Page page, JsonNode words, String choice) {
        String text = words.path("choices").path(choice).asText();
        Locator labels = page.locator(".opts label");
        for (int i = 0; i < labels.count(); i++) {
            if (labels.nth(i).innerText().strip().equals(text.strip())) {
                labels.nth(i).click();
                return;
            }
        }
        throw new AssertionError("no choice " + text);
    }

    private static Locator row(Page page, String text) {
        Locator labels = page.locator(".pairs label");
        for (int i = 0; i < labels.count(); i++) {
            if (labels.nth(i).innerText().strip().equals(text.strip())) {
                return page.locator(".pairs select").nth(i);
            }
        }
        throw new AssertionError("no row " + text);
    }

    private static void select(Page page, String text, int place) {
        row(page, text).selectOption(new SelectOption().setIndex(place));
    }
}
