package org.dalil.authoring.control;

import java.util.List;
import java.util.Set;
import org.dalil.course.entity.Question;
import org.dalil.course.entity.Quiz;
import org.dalil.course.entity.Quiz.Item;
import org.dalil.course.entity.Quiz.Kind;

/** Rules on {@code quiz.<lang>.yaml}: every item, choice and explanation is there, and nothing else. */
final class QuizWordsRules {

    private final CourseRead read;
    private final Quiz quiz;
    private final Findings findings;

    QuizWordsRules(CourseRead read, Findings findings) {
        this.read = read;
        this.quiz = read.course().quiz();
        this.findings = findings;
    }

    void check() {
        if (quiz != null) {
            quiz.words().forEach((language, words) -> checkWords(read.words("quiz", language), words));
        }
    }

    private void checkWords(String file, Quiz.Words words) {
        List<String> ids = quiz.items().stream().map(Item::id).toList();
        WordsMatch.check(file, "item", ids, words.items().keySet(), findings);
        for (Item item : quiz.items()) {
            Quiz.ItemWords own = words.items().get(item.id());
            if (own != null) {
                checkItem(file, item, own);
            }
        }
        new KeyBalance(quiz.items().stream().filter(Item::scored).toList(), findings)
                .checkLengths(file, (q, choice) -> text(words, q, choice));
    }

    private static String text(Quiz.Words words, Question question, String choice) {
        Quiz.ItemWords own = words.items().get(question.id());
        return own == null || !own.choices().containsKey(choice) ? "" : own.choices().get(choice).text();
    }

    private void checkItem(String file, Item item, Quiz.ItemWords words) {
        String name = "item " + item.id();
        boolean match = item.kind() == Kind.MATCH;
        WordsMatch.checkParts(file, name, match ? "left" : "choice", item.choices(), words.choices().keySet(), findings);
        WordsMatch.checkParts(file, name, "right", item.right(), words.right().keySet(), findings);
        boolean whole = match || item.kind() == Kind.ORDER;
        if (whole && words.then().isEmpty()) {
            findings.refuse(file, name, "no explanation; add then for the whole item");
        }
        if (!whole && !words.then().isEmpty()) {
            findings.refuse(file, name, "an explanation for the whole item belongs to order and match only; write one for each choice");
        }
        Set<String> known = Set.copyOf(item.choices());
        words.choices().forEach((choice, w) -> {
            if (known.contains(choice) && !match && w.then().isEmpty() == !whole) {
                findings.refuse(file, name, whole ? "choice " + choice + " has an explanation of its own; write one then for the whole item"
                        : "no explanation for choice " + choice + "; add then");
            }
        });
    }
}
