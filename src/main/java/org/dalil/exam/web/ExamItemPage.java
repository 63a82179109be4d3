package org.dalil.exam.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Difficulty;
import org.dalil.course.entity.Quiz;
import org.dalil.exam.BankExchange;
import org.dalil.exam.ItemBank;
import org.dalil.exam.entity.ItemContent;
import org.dalil.exam.entity.ItemEdit;
import org.dalil.platform.entity.Language;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.Problems;

/** {@code staff/exam/item.xhtml}: one item is changed; what comes of it waits for a second reader. */
@Named
@ViewScoped
public class ExamItemPage implements Serializable {

    @Inject ItemBank bank;
    @Inject BankExchange exchange;
    @Inject ExamWords words;
    @Inject Problems problems;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;
    @Inject HttpServletRequest request;

    private UUID id;
    private String course = "";
    /** Words and keys live in memory only; after a change of server the item is read again. */
    private transient ItemContent content;
    private transient List<InLanguage> languages;
    private String topic = "";
    private String difficulty = "";
    private String single = "";
    private List<String> several = new ArrayList<>();
    private boolean saved;

    /** A text that is changed. */
    public static final class Text {
        private final String id;
        private final String name;
        private String words;

        Text(String id, String name, String words) {
            this.id = id;
            this.name = name;
            this.words = words;
        }

        public String getName() {
            return name;
        }

        public String getWords() {
            return words;
        }

        public void setWords(String words) {
            this.words = words == null ? "" : words.strip();
        }
    }

    /** The item in one language. */
    public record InLanguage(String tag, String dir, String name, List<Text> all) {

        public List<Text> getAll() {
            return all;
        }

        private Bank.ItemWords words(Bank.Item item) {
            int choices = item.choices().size();
            return new Bank.ItemWords(all.get(0).words, of(all.subList(1, 1 + choices)), of(all.subList(1 + choices, all.size() - 1)),
                    all.get(all.size() - 1).words);
        }

        private static Map<String, String> of(List<Text> texts) {
            Map<String, String> of = new LinkedHashMap<>();
            texts.forEach(t -> of.put(t.id, t.words));
            return of;
        }
    }

    /** Before the page is made. Asked in any case: who may not is told so, with or without an item in the address. */
    public void open() {
        bank.courses();
        load();
    }

    private void load() {
        if (id == null) {
            id = asked(request.getParameter("i")).orElse(null);
            course = Optional.ofNullable(request.getParameter("c")).orElse("");
        }
        if (id == null || languages != null) {
            return;
        }
        content = bank.content(id);
        Bank.Item item = content.item();
        topic = item.topic();
        difficulty = item.difficulty().name();
        single = item.key().get(0);
        several = new ArrayList<>(item.key());
        languages = content.words().entrySet().stream().map(e -> in(new Language(e.getKey()), item, e.getValue())).toList();
    }

    private static Optional<UUID> asked(String typed) {
        try {
            return Optional.ofNullable(typed).map(UUID::fromString);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private InLanguage in(Language of, Bank.Item item, Bank.ItemWords said) {
        List<Text> all = new ArrayList<>();
        all.add(new Text("", texts.get("exam.edit.stem"), said.stem()));
        int n = 0;
        for (String choice : item.choices()) {
            all.add(new Text(choice, texts.of("exam.edit.choice", ++n), said.choices().get(choice)));
        }
        n = 0;
        for (String right : item.right()) {
            all.add(new Text(right, texts.of("exam.edit.partner", ++n), said.right().get(right)));
        }
        all.add(new Text("", texts.get("exam.edit.explanation"), said.explanation()));
        return new InLanguage(of.tag(), of.dir(), of.ownName(), all);
    }

    public void save() {
        Bank.Item item = content.item();
        Map<String, Bank.ItemWords> said = new TreeMap<>();
        languages.forEach(l -> said.put(l.tag(), l.words(item)));
        List<String> key = isOne() ? List.of(single) : isMany() ? item.choices().stream().filter(several::contains).toList() : item.key();
        try {
            bank.edit(id, new ItemEdit(topic, Difficulty.valueOf(difficulty), key, said));
            saved = true;
        } catch (Refused e) {
            problems.add("words", e);
        }
    }

    public List<InLanguage> getLanguages() {
        load();
        return languages;
    }

    /** The choices, by their words in the reader's language or the first there is. */
    public Map<String, String> getChoices() {
        Bank.ItemWords said = content.words().getOrDefault(language.getTag(), content.words().values().iterator().next());
        Map<String, String> choices = new LinkedHashMap<>();
        int n = 0;
        for (String choice : content.item().choices()) {
            choices.put(texts.of("exam.edit.numbered", ++n, said.choices().get(choice)), choice);
        }
        return choices;
    }

    /** Whether exactly one choice is right. */
    public boolean isOne() {
        return content.item().kind() == Quiz.Kind.SINGLE || content.item().kind() == Quiz.Kind.TRUE_FALSE;
    }

    /** Whether several can be. */
    public boolean isMany() {
        return content.item().kind() == Quiz.Kind.MULTIPLE;
    }

    public boolean isReady() {
        load();
        return languages != null && !saved;
    }

    public boolean isSaved() {
        return saved;
    }

    public String getKey() {
        return content.item().id();
    }

    /** The topics of the course, by what they are about. */
    public Map<String, String> getTopics() {
        Map<String, String> choices = new LinkedHashMap<>();
        exchange.topics(course).forEach(t -> choices.put(words.topic(course, t), t));
        return choices;
    }

    public Map<String, String> getDifficulties() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Difficulty d : Difficulty.values()) {
            choices.put(texts.get("exam.difficulty." + d.name().toLowerCase(java.util.Locale.ROOT)), d.name());
        }
        return choices;
    }

    public String getTopic() {
        return topic;
    }

    public void setTopic(String topic) {
        this.topic = topic;
    }

    public String getDifficulty() {
        return difficulty;
    }

    public void setDifficulty(String difficulty) {
        this.difficulty = difficulty;
    }

    public String getSingle() {
        return single;
    }

    public void setSingle(String single) {
        this.single = single;
    }

    public List<String> getSeveral() {
        return several;
    }

    public void setSeveral(List<String> several) {
        this.several = several == null ? new ArrayList<>() : several;
    }
}
