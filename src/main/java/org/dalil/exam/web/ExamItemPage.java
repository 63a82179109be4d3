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
import java.util.stream.IntStream;
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
    private transient List<Line> lines;
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

    /** A line of an order or a match: its place, or its partner. */
    public static final class Line {
        private final String id;
        private final String name;
        private String answer;

        Line(String id, String name, String answer) {
            this.id = id;
            this.name = name;
            this.answer = answer;
        }

        public String getName() {
            return name;
        }

        public String getAnswer() {
            return answer;
        }

        public void setAnswer(String answer) {
            this.answer = answer == null ? "" : answer;
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
        lines = isPlaced() ? IntStream.range(0, item.choices().size()).mapToObj(n -> line(item, n)).toList() : List.of();
        languages = content.words().entrySet().stream().map(e -> in(new Language(e.getKey()), item, e.getValue())).toList();
    }

    private Line line(Bank.Item item, int n) {
        String id = item.choices().get(n);
        return new Line(id, shown().choices().get(id), isOrder() ? String.valueOf(item.key().indexOf(id) + 1) : item.key().get(n));
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
        try {
            bank.edit(id, new ItemEdit(topic, Difficulty.valueOf(difficulty), key(item), said));
            saved = true;
        } catch (Refused e) {
            problems.add(e.key().equals("assessment.answer.places") ? "lines" : "words", e);
        }
    }

    /** What is right, as it was chosen. @throws Refused if two lines have one place */
    private List<String> key(Bank.Item item) {
        if (isOne()) {
            return List.of(single);
        }
        if (isMany()) {
            return item.choices().stream().filter(several::contains).toList();
        }
        if (!isOrder()) {
            return lines.stream().map(l -> l.answer).toList();
        }
        Map<Integer, String> places = new TreeMap<>();
        lines.forEach(l -> places.put(Integer.valueOf(l.answer), l.id));
        if (places.size() < lines.size()) {
            throw new Refused("assessment.answer.places");
        }
        return List.copyOf(places.values());
    }

    /** An order's or a match's lines. */
    public List<Line> getLines() {
        return lines;
    }

    /** What can be chosen for each of them: places, or partners. */
    public Map<String, String> getAnswers() {
        Bank.Item item = content.item();
        if (!isOrder()) {
            return numbered(item.right(), shown().right());
        }
        Map<String, String> places = new LinkedHashMap<>();
        for (int n = 1; n <= item.choices().size(); n++) {
            places.put(language.number(n), String.valueOf(n));
        }
        return places;
    }

    /** The language that choices are shown in: the reader's, or the first there is. */
    private String shownIn() {
        return content.words().containsKey(language.getTag()) ? language.getTag() : content.words().keySet().iterator().next();
    }

    private Bank.ItemWords shown() {
        return content.words().get(shownIn());
    }

    public String getShownTag() {
        return shownIn();
    }

    public String getShownDir() {
        return new Language(shownIn()).dir();
    }

    /** Ids by the words they have, with a number: two may say the same. */
    private Map<String, String> numbered(List<String> ids, Map<String, String> said) {
        Map<String, String> numbered = new LinkedHashMap<>();
        int n = 0;
        for (String id : ids) {
            numbered.put(texts.of("exam.edit.numbered", ++n, said.get(id)), id);
        }
        return numbered;
    }

    public List<InLanguage> getLanguages() {
        load();
        return languages;
    }

    /** The choices, by their words in the reader's language or the first there is. */
    public Map<String, String> getChoices() {
        return numbered(content.item().choices(), shown().choices());
    }

    /** Whether exactly one choice is right. */
    public boolean isOne() {
        return content.item().kind() == Quiz.Kind.SINGLE || content.item().kind() == Quiz.Kind.TRUE_FALSE;
    }

    /** Whether several can be. */
    public boolean isMany() {
        return content.item().kind() == Quiz.Kind.MULTIPLE;
    }

    /** Whether each line has a place or a partner. */
    public boolean isPlaced() {
        return !isOne() && !isMany();
    }

    public boolean isOrder() {
        return content.item().kind() == Quiz.Kind.ORDER;
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
