package org.dalil.exam.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Quiz;
import org.dalil.exam.entity.Redraw;
import org.dalil.platform.web.PageTexts;

/**
 * A question as a certifier sees it again, in the words it was asked in.
 *
 * @param choices as they stood for this candidate; with marks where choices are what is marked
 * @param key     of an order or a match, in words; empty otherwise, as {@code answer}
 */
public record ExamRedrawn(String title, String stem, List<Choice> choices, String key, String answer, String state) {

    /** A choice. @param marked whether the candidate chose it @param right whether it is in the key */
    public record Choice(String text, boolean marked, boolean right) { }

    static ExamRedrawn of(Redraw.Asked asked, String language, PageTexts texts) {
        Bank.Item item = asked.content().item();
        Bank.ItemWords words = asked.content().words().get(language);
        String state = asked.struck() ? texts.get("exam.item.faulty") : asked.answer().skipped() ? texts.get("exam.sitting.unanswered")
                : texts.of("exam.redraw.points", Math.round(100 * asked.points()));
        String title = texts.of("exam.redraw.question", asked.position(), item.id());
        boolean placed = item.kind() == Quiz.Kind.ORDER || item.kind() == Quiz.Kind.MATCH;
        List<Choice> choices = asked.paper().choices().stream().map(id -> new Choice(words.choices().get(id),
                !placed && asked.answer().marks().contains(id), !placed && item.key().contains(id))).toList();
        return new ExamRedrawn(title, words.stem(), choices, placed ? told(item, words, key(item), language) : "",
                placed ? told(item, words, asked.answer().marks(), language) : "", state);
    }

    /** As an answer would write it. */
    private static List<String> key(Bank.Item item) {
        return item.kind() == Quiz.Kind.ORDER ? item.key()
                : IntStream.range(0, item.key().size()).mapToObj(n -> item.choices().get(n) + ":" + item.key().get(n)).toList();
    }

    private static String told(Bank.Item item, Bank.ItemWords words, List<String> marks, String language) {
        if (marks.isEmpty()) {
            return "–";
        }
        String semicolon = List.of("ar", "ckb").contains(language) ? "؛ " : "; ";
        Map<String, String> left = words.choices();
        return item.kind() == Quiz.Kind.ORDER
                ? IntStream.range(0, marks.size()).mapToObj(n -> "(" + (n + 1) + ") " + left.get(marks.get(n))).collect(Collectors.joining(semicolon))
                : marks.stream().map(m -> left.get(m.substring(0, m.indexOf(':'))) + " – " + words.right().get(m.substring(m.indexOf(':') + 1)))
                        .collect(Collectors.joining(semicolon));
    }
}
