package org.dalil.authoring.control;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Module;
import org.dalil.course.entity.Question;
import org.dalil.course.entity.Quiz;

/** No two scenarios are alike, and no question or line of a chat is another one in disguise. */
final class TwinRules {

    private static final int LONG_STEM = 6;

    private final List<CourseRead> courses;
    private final Findings findings;

    /** @param group texts of one group are variants of each other and may be alike */
    private record Place(String file, String item, String group) {

        String name() {
            return item + " of courses/" + file;
        }
    }

    TwinRules(List<CourseRead> courses, Findings findings) {
        this.courses = courses;
        this.findings = findings;
    }

    void check() {
        checkGraphs();
        Map<String, NearTwins<Place>> byLanguage = new TreeMap<>();
        for (CourseRead read : courses) {
            addQuestions(read, byLanguage);
            addExamItems(read, byLanguage);
            read.course().modules().stream().filter(m -> m.scenario() != null).forEach(m -> addLines(read, m, byLanguage));
        }
    }

    private void checkGraphs() {
        Map<String, String> shapes = new HashMap<>();
        for (CourseRead read : courses) {
            for (Module module : read.course().modules()) {
                if (module.scenario() != null) {
                    String file = read.file(module, "scenario.yaml");
                    String other = shapes.putIfAbsent(GraphShape.of(module.scenario()), file);
                    if (other != null) {
                        findings.refuse(file, "", "the graph has the same shape as courses/" + other + "; let this story branch in its own way");
                    }
                }
            }
        }
    }

    private void add(Map<String, NearTwins<Place>> byLanguage, String language, Place place, String text) {
        byLanguage.computeIfAbsent(language, l -> new NearTwins<>()).add(place, text, (own, other) -> {
            if (!own.group().equals(other.group())) {
                findings.refuse(own.file(), own.item(), "the text is nearly the same as " + other.name() + "; write another");
            }
        });
    }

    /** Scale items are asked again on purpose: they measure change. */
    private void addQuestions(CourseRead read, Map<String, NearTwins<Place>> byLanguage) {
        Quiz quiz = read.course().quiz();
        if (quiz == null) {
            return;
        }
        quiz.words().forEach((language, words) -> words.items().forEach((id, w) -> {
            if (quiz.item(id).map(i -> i.kind() != Quiz.Kind.SCALE).orElse(false)) {
                String file = read.words("quiz", language);
                add(byLanguage, language, new Place(file, "item " + id, file + " " + id), comparable(quiz.item(id).get(), w.stem(),
                        w.choices().values().stream().map(Quiz.ChoiceWords::text), w.right().values()));
            }
        }));
    }

    /** An exam item that learners know from the course would measure memory. */
    private void addExamItems(CourseRead read, Map<String, NearTwins<Place>> byLanguage) {
        Bank bank = read.course().bank();
        if (bank == null) {
            return;
        }
        bank.words().forEach((language, words) -> words.items().forEach((id, w) -> bank.item(id).ifPresent(item -> {
            String file = read.words("bank", language);
            add(byLanguage, language, new Place(file, "item " + id, file + " " + id),
                    comparable(item, w.stem(), w.choices().values().stream(), w.right().values()));
        })));
    }

    /** A stem that says it all, or the whole item where the stem could stand over many, such as "Put these in order". */
    private static String comparable(Question question, String stem, Stream<String> choices, Collection<String> right) {
        boolean telling = switch (question.kind()) {
            case SINGLE, MULTIPLE, TRUE_FALSE -> Sentence.words(stem) >= LONG_STEM;
            default -> false;
        };
        return telling ? stem : stem + " " + choices.collect(Collectors.joining(" ")) + " " + String.join(" ", right);
    }

    private void addLines(CourseRead read, Module module, Map<String, NearTwins<Place>> byLanguage) {
        Map<String, String> groups = new HashMap<>();
        module.scenario().nodes().forEach((id, node) -> node.lines().values().forEach(line -> groups.put(line, id)));
        module.scenario().words().forEach((language, words) -> {
            String file = read.file(module, "scenario." + language + ".yaml");
            words.nodes().forEach((id, text) -> add(byLanguage, language,
                    new Place(file, "node " + id, file + " " + groups.getOrDefault(id, id)), text));
        });
    }
}
