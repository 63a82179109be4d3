package org.dalil.authoring.control;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dalil.course.entity.Quiz;
import org.dalil.course.entity.Quiz.Item;
import org.dalil.course.entity.Quiz.Kind;

/**
 * Whether the answer can be had without reading: by its position, or because it is the longest. Chance would put a quarter
 * of the keys of four choices at each position; half is where guessing starts to pay. Under six items either says nothing.
 */
final class QuizBalance {

    private static final int ENOUGH = 6;

    private final CourseRead read;
    private final Findings findings;
    private final List<Item> singles;

    QuizBalance(CourseRead read, Findings findings) {
        this.read = read;
        this.findings = findings;
        this.singles = read.course().quiz().items().stream().filter(i -> i.kind() == Kind.SINGLE && i.scored()).toList();
    }

    /** The positions of the right answers over all scored single-choice items. */
    void checkPositions() {
        Map<Integer, Integer> positions = new TreeMap<>();
        singles.forEach(i -> positions.merge(i.choices().indexOf(i.key().get(0)) + 1, 1, Integer::sum));
        positions.forEach((position, times) -> {
            if (tooOften(times)) {
                findings.refuse(read.file("quiz.yaml"), "", "the right answer is in position " + position + " in " + times + " of "
                        + singles.size() + " single-choice items; spread the keys");
            }
        });
    }

    /** The lengths of the right answers in one language. */
    void checkLengths(String file, Quiz.Words words) {
        long longest = singles.stream().filter(i -> words.items().containsKey(i.id()))
                .filter(i -> rightIsLongest(i, words.items().get(i.id()))).count();
        if (tooOften(longest)) {
            findings.refuse(file, "", "the right answer is the longest in " + longest + " of " + singles.size()
                    + " single-choice items; lengthen wrong ones or shorten right ones");
        }
    }

    private boolean tooOften(long times) {
        return singles.size() >= ENOUGH && times * 2 > singles.size();
    }

    private static boolean rightIsLongest(Item item, Quiz.ItemWords words) {
        int right = length(words, item.key().get(0));
        return item.choices().stream().filter(c -> !item.key().contains(c)).allMatch(c -> length(words, c) < right);
    }

    private static int length(Quiz.ItemWords words, String choice) {
        Quiz.ChoiceWords own = words.choices().get(choice);
        return own == null ? 0 : own.text().codePointCount(0, own.text().length());
    }
}
