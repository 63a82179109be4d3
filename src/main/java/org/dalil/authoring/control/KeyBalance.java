package org.dalil.authoring.control;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.dalil.course.entity.Question;
import org.dalil.course.entity.Quiz.Kind;

/**
 * Whether the answer can be had without reading: by its position, or because it is the longest. Chance would put a quarter
 * of the keys of four choices at each position; half is where guessing starts to pay. Under six items either says nothing.
 */
final class KeyBalance {

    private static final int ENOUGH = 6;

    private final Findings findings;
    private final List<? extends Question> singles;

    /** @param scored the questions that count */
    KeyBalance(List<? extends Question> scored, Findings findings) {
        this.findings = findings;
        this.singles = scored.stream().filter(q -> q.kind() == Kind.SINGLE).toList();
    }

    /** The positions of the right answers over all single-choice items. */
    void checkPositions(String file) {
        Map<Integer, Integer> positions = new TreeMap<>();
        singles.forEach(q -> positions.merge(q.choices().indexOf(q.key().get(0)) + 1, 1, Integer::sum));
        positions.forEach((position, times) -> {
            if (tooOften(times)) {
                findings.refuse(file, "", "the right answer is in position " + position + " in " + times + " of "
                        + singles.size() + " single-choice items; spread the keys");
            }
        });
    }

    /**
     * The lengths of the right answers in one language.
     *
     * @param text the words of a choice, by question and choice; empty where there are none
     */
    void checkLengths(String file, BiFunction<Question, String, String> text) {
        long longest = longest(text);
        if (tooOften(longest)) {
            refuseLengths(file, longest);
        }
    }

    /**
     * The same where a certificate hangs on it: whoever always marks the longest choice must not do better than by a die,
     * and whoever has learnt that must not gain by marking the shortest.
     */
    void checkLengthsAgainstChance(String file, BiFunction<Question, String, String> text) {
        long longest = longest(text);
        double chance = singles.stream().mapToDouble(q -> 1.0 / q.choices().size()).sum();
        if (singles.size() >= ENOUGH && longest > Math.ceil(chance)) {
            refuseLengths(file, longest);
        }
        long shortest = singles.stream().filter(q -> lengthsOfWrong(q, text).allMatch(n -> n > lengthOfRight(q, text))).count();
        if (tooOften(shortest)) {
            findings.refuse(file, "", "the right answer is the shortest in " + shortest + " of " + singles.size()
                    + " single-choice items; shorten wrong ones or lengthen right ones");
        }
    }

    private void refuseLengths(String file, long longest) {
        findings.refuse(file, "", "the right answer is the longest in " + longest + " of " + singles.size()
                + " single-choice items; lengthen wrong ones or shorten right ones");
    }

    private boolean tooOften(long times) {
        return singles.size() >= ENOUGH && times * 2 > singles.size();
    }

    private long longest(BiFunction<Question, String, String> text) {
        return singles.stream().filter(q -> lengthsOfWrong(q, text).allMatch(n -> n < lengthOfRight(q, text))).count();
    }

    private static int lengthOfRight(Question question, BiFunction<Question, String, String> text) {
        return length(text.apply(question, question.key().get(0)));
    }

    private static IntStream lengthsOfWrong(Question question, BiFunction<Question, String, String> text) {
        return question.choices().stream().filter(c -> !question.key().contains(c)).mapToInt(c -> length(text.apply(question, c)));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
