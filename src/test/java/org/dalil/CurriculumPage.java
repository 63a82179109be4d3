package org.dalil;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dalil.authoring.entity.Curriculum;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Audience;
import org.dalil.course.entity.Block;
import org.dalil.course.entity.Blueprint;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseDraft;
import org.dalil.course.entity.Difficulty;
import org.dalil.course.entity.Form;
import org.dalil.course.entity.Lesson;
import org.dalil.course.entity.Module;
import org.dalil.course.entity.Question;
import org.dalil.course.entity.Quiz;
import org.dalil.course.entity.Scenario;
import org.dalil.course.entity.Sheet;
import org.dalil.course.entity.Source;
import org.dalil.course.entity.WordsState;

/** Writes {@code src/site/markdown/curriculum.md}: what the curriculum holds, counted from the files themselves. */
final class CurriculumPage {

    private static final Pattern SOURCE = Pattern.compile("href=\"source:([a-z0-9-]+)\"");
    private static final Pattern SENTENCE = Pattern.compile("[.!?؟…]+[\"”»’]*(\\s|$)");

    private final Curriculum curriculum;
    private final List<Course> courses;
    private final StringBuilder out = new StringBuilder();

    CurriculumPage(Curriculum curriculum) {
        this.curriculum = curriculum;
        this.courses = curriculum.courses().stream().map(CourseDraft::course)
                .sorted(Comparator.comparing(Course::audience).thenComparing(Course::code)).toList();
    }

    String text() {
        line("# The curriculum in figures");
        line("");
        line("Written by `CurriculumPageTest` from `courses/`; a test fails when it no longer tells the truth. To write it anew: "
                + "`mvn -q test -Dtest=CurriculumPageTest -Dcurriculum=write`.");
        line("");
        line("All wording is a **draft** unless a state below says otherwise. Words are those that a reader meets: lessons, chats, "
                + "questions, run sheets. Readability is the mean length of a sentence of the lessons, in words.");
        line("");
        overview();
        courses.forEach(this::course);
        sheets();
        return out.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void row(Object... cells) {
        line("| " + Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(" | ")) + " |");
    }

    private void head(String... cells) {
        row((Object[]) cells);
        line("|" + "---|".repeat(cells.length));
    }

    private void overview() {
        head("course", "for", "minutes", "modules", "cards", "chat nodes", "endings", "scored items", "languages");
        for (Course c : courses) {
            row(c.code() + " " + c.words().get(c.sourceLanguage()).title(), c.audience().name().toLowerCase(Locale.ROOT), c.minutes(),
                    c.modules().size(), c.modules().stream().mapToInt(Module::cards).sum(),
                    c.modules().stream().mapToInt(m -> m.scenario().nodes().size()).sum(),
                    c.modules().stream().mapToLong(CurriculumPage::endings).sum(),
                    c.quiz().items().stream().filter(Quiz.Item::scored).count(), String.join(", ", c.languages()));
        }
        line("");
        line("Terms in the glossary: " + curriculum.glossary().terms().size() + ". Sources: " + curriculum.sources().size()
                + ". Regions of the help directory: " + curriculum.help().size() + ".");
        line("");
    }

    private static long endings(Module module) {
        return module.scenario().nodes().values().stream().filter(Scenario.Node::ends).count();
    }

    private void course(Course course) {
        line("## " + course.code() + " " + course.words().get(course.sourceLanguage()).title());
        line("");
        head("module", "minutes", "cards", "chat nodes", "endings", "choices", "remembers");
        for (Module m : course.modules()) {
            row(m.number() + " " + course.words().get(course.sourceLanguage()).modules().get(m.name()).title(), m.minutes(), m.cards(),
                    m.scenario().nodes().size(), endings(m), m.scenario().choices().size(), m.scenario().remembers().size());
        }
        line("");
        head("objective", "form A", "form B", "in both", "in a lesson");
        for (String objective : course.objectives()) {
            row(objective, items(course, objective, Form.A), items(course, objective, Form.B), items(course, objective, Form.ANCHOR),
                    items(course, objective, Form.CHECK));
        }
        line("");
        head("language", "state", "words", "words a sentence", "right choice is the longest");
        for (String language : course.languages()) {
            row(language, state(course, language), words(course, language), sentence(course, language), longest(course, language));
        }
        line("");
        line("Keys of items with one right choice, by its place: " + places(singles(course)) + ".");
        line("");
        line("Sources by grade: " + grades(course) + ".");
        line("");
        if (course.blueprint() != null) {
            exam(course);
        }
    }

    private void exam(Course course) {
        line("An exam: " + course.blueprint().items() + " items, " + course.blueprint().minutes() + " minutes, pass mark "
                + course.blueprint().passMark() + "%. The demonstration bank holds " + course.bank().items().size()
                + " items; real ones are not in the files.");
        line("");
        head("topic", "drawn: easy", "medium", "hard", "minimum", "to show: easy", "medium", "hard", "kinds");
        for (Blueprint.Topic t : course.blueprint().topics()) {
            row(t.id(), t.easy(), t.medium(), t.hard(), t.minimum() + "%", course.bank().count(t.id(), Difficulty.EASY),
                    course.bank().count(t.id(), Difficulty.MEDIUM), course.bank().count(t.id(), Difficulty.HARD), kinds(course.bank(), t.id()));
        }
        line("");
        List<Bank.Item> singles = course.bank().items().stream().filter(i -> i.kind() == Quiz.Kind.SINGLE).toList();
        line("Of its " + singles.size() + " items with one right choice, the longest is right in "
                + course.languages().stream().map(l -> longestRight(singles, course.bank().words().get(l)) + " (" + l + ")")
                        .collect(Collectors.joining(", ")) + "; keys by place: " + places(singles) + ". Items that rest on a source: "
                + course.bank().items().stream().filter(i -> !i.sources().isEmpty()).count() + "; that name a legal provision: "
                + course.bank().items().stream().filter(i -> i.provision() != null).count() + ".");
        line("");
    }

    private static String kinds(Bank bank, String topic) {
        return bank.items().stream().filter(i -> i.topic().equals(topic)).map(i -> i.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.groupingBy(k -> k, TreeMap::new, Collectors.counting())).entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey()).collect(Collectors.joining(", "));
    }

    private static long longestRight(List<Bank.Item> singles, Bank.Words words) {
        return singles.stream().filter(i -> {
            Map<String, String> choices = words.items().get(i.id()).choices();
            return i.choices().stream().filter(c -> !i.key().contains(c))
                    .allMatch(c -> choices.get(c).length() < choices.get(i.key().get(0)).length());
        }).count();
    }

    private void sheets() {
        line("## Sheets to print");
        line("");
        List<String> languages = List.of("en", "ar", "ckb", "kmr");
        head(Stream.concat(Stream.of("sheet", "address", "for", "courses", "paper"), languages.stream()).toArray(String[]::new));
        for (Sheet s : curriculum.sheets()) {
            row(Stream.concat(Stream.of(s.words().get("en").title(), s.address(),
                    s.audiences().stream().map(Audience::slug).collect(Collectors.joining(", ")), String.join(", ", s.courses()), paper(s)),
                    languages.stream().map(l -> s.words().containsKey(l) ? state(s.words().get(l).state()) : "")).toArray());
        }
        line("");
    }

    private static String paper(Sheet sheet) {
        return sheet.paper() == Sheet.Paper.WALLET ? "card, 86 × 54 mm" : sheet.onePage() ? "A4, one page" : "A4";
    }

    private static String state(WordsState words) {
        return (words.reviewed() ? "reviewed" : "draft") + (words.stale() ? ", stale" : "");
    }

    private static long items(Course course, String objective, Form form) {
        return course.quiz().items().stream().filter(i -> objective.equals(i.objective()) && i.form() == form).count();
    }

    private static String state(Course course, String language) {
        List<WordsState> states = new ArrayList<>(List.of(course.words().get(language).state(), course.quiz().words().get(language).state()));
        if (course.bank() != null) {
            states.add(course.bank().words().get(language).state());
        }
        course.modules().forEach(m -> states.addAll(List.of(m.lessons().get(language).state(),
                m.scenario().words().get(language).state(), m.runSheets().get(language).state())));
        long drafts = states.stream().filter(s -> !s.reviewed()).count();
        long stale = states.stream().filter(WordsState::stale).count();
        return (drafts == states.size() ? "draft" : drafts == 0 ? "reviewed" : drafts + " of " + states.size() + " files are drafts")
                + (stale == 0 ? "" : ", " + stale + " stale");
    }

    private static Stream<String> html(Lesson lesson) {
        return lesson.cards().stream().flatMap(card -> Stream.concat(Stream.of(card.title()), card.blocks().stream().flatMap(CurriculumPage::html)));
    }

    /** What stands in a block, in pieces of HTML. */
    static Stream<String> html(Block block) {
        if (block instanceof Block.Text text) {
            return Stream.of(text.html());
        } else if (block instanceof Block.Key key) {
            return Stream.of(key.html());
        } else if (block instanceof Block.Note note) {
            return Stream.of(note.html());
        } else if (block instanceof Block.Try steps) {
            return steps.steps().stream();
        } else if (block instanceof Block.Steps steps) {
            return steps.steps().stream();
        } else if (block instanceof Block.Print print) {
            return print.lines().stream();
        }
        return Stream.empty();
    }

    private static String plain(String html) {
        return html.replaceAll("</(p|li|blockquote|h3|td|th)>", ". ").replaceAll("<[^>]+>", "").replaceAll("[.]\\s*[.]+", ".");
    }

    private static int count(String text) {
        String plain = plain(text).replaceAll("[^\\p{L}\\p{N}\\p{M}'’ -]", " ").strip();
        return plain.isEmpty() ? 0 : plain.split("\\s+").length;
    }

    private static String words(Course course, String language) {
        Stream<String> lessons = course.modules().stream().flatMap(m -> html(m.lessons().get(language)));
        Stream<String> chats = course.modules().stream().map(m -> m.scenario().words().get(language)).flatMap(w -> Stream.of(
                w.nodes().values().stream(), w.choices().values().stream().map(s -> s.say() + " " + s.then()),
                w.ends().values().stream().map(e -> e.title() + " " + e.text())).flatMap(s -> s));
        Stream<String> quiz = course.quiz().words().get(language).items().values().stream().flatMap(i -> Stream.concat(
                Stream.of(i.stem(), i.then()), i.choices().values().stream().map(c -> c.text() + " " + c.then())));
        Stream<String> sheets = course.modules().stream().map(m -> m.runSheets().get(language).html());
        int all = Stream.of(lessons, chats, quiz, sheets).flatMap(s -> s).filter(s -> s != null).mapToInt(CurriculumPage::count).sum();
        return String.format(Locale.ROOT, "%,d", all);
    }

    private static String sentence(Course course, String language) {
        String text = course.modules().stream().flatMap(m -> html(m.lessons().get(language))).map(CurriculumPage::plain)
                .collect(Collectors.joining(". "));
        int[] lengths = SENTENCE.splitAsStream(text).mapToInt(CurriculumPage::count).filter(n -> n > 0).toArray();
        return String.format(Locale.ROOT, "%.1f", Arrays.stream(lengths).average().orElse(0));
    }

    private static List<Quiz.Item> singles(Course course) {
        return course.quiz().items().stream().filter(i -> i.scored() && i.kind() == Quiz.Kind.SINGLE).toList();
    }

    /** How often the right choice of an item with one right choice is longer than all others. */
    static long longestRight(Course course, String language) {
        Map<String, Quiz.ItemWords> words = course.quiz().words().get(language).items();
        return singles(course).stream().filter(i -> {
            int right = words.get(i.id()).choices().get(i.key().get(0)).text().length();
            return i.choices().stream().filter(c -> !i.key().contains(c)).allMatch(c -> words.get(i.id()).choices().get(c).text().length() < right);
        }).count();
    }

    static int singleItems(Course course) {
        return singles(course).size();
    }

    private static String longest(Course course, String language) {
        return longestRight(course, language) + " of " + singleItems(course);
    }

    private static String places(List<? extends Question> singles) {
        int[] places = new int[6];
        singles.forEach(i -> places[i.choices().indexOf(i.key().get(0))]++);
        int last = singles.stream().mapToInt(i -> i.choices().size()).max().orElse(1);
        return Arrays.stream(places).limit(last).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    }

    private String grades(Course course) {
        Set<String> cited = new TreeSet<>();
        course.modules().stream().flatMap(m -> html(m.lessons().get(course.sourceLanguage())))
                .forEach(h -> SOURCE.matcher(h).results().map((MatchResult r) -> r.group(1)).forEach(cited::add));
        return Arrays.stream(Source.Grade.values()).map(g -> g + " " + cited.stream()
                .filter(id -> curriculum.sources().get(id).grade() == g).count()).collect(Collectors.joining(", "));
    }
}
