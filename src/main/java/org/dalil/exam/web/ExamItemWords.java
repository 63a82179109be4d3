package org.dalil.exam.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dalil.assessment.entity.ScoreAndRest;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Quiz;
import org.dalil.exam.entity.ItemContent;
import org.dalil.exam.entity.ItemFigures;
import org.dalil.platform.entity.Language;
import org.dalil.platform.web.PageTexts;

/** What an item of the bank says, and how it did, as a certifier reads it. */
@RequestScoped
public class ExamItemWords {

    @Inject ExamWords words;
    @Inject PageTexts texts;

    /** An item in one language, as a reviewer reads it. */
    public record Words(String language, String tag, String dir, String stem, List<Choice> choices, String explanation) { }

    /** A choice. @param right whether it is the key @param marked how often it was marked; empty where that is not shown */
    public record Choice(String text, boolean right, String marked) { }

    List<Words> words(ItemContent content, ItemFigures.Marks marks) {
        return content.words().entrySet().stream().map(e -> new Words(new Language(e.getKey()).ownName(), e.getKey(), new Language(e.getKey()).dir(),
                e.getValue().stem(), choices(content.item(), e.getValue(), marks), e.getValue().explanation())).toList();
    }

    private List<Choice> choices(Bank.Item item, Bank.ItemWords said, ItemFigures.Marks marks) {
        if (item.kind() == Quiz.Kind.MATCH) {
            return IntStream.range(0, item.choices().size()).mapToObj(n -> new Choice(said.choices().get(item.choices().get(n)) + " – "
                    + said.right().get(item.key().get(n)), true, marked(marks, item.choices().get(n) + ":" + item.key().get(n)))).toList();
        }
        if (item.kind() == Quiz.Kind.ORDER) {
            return item.key().stream().map(id -> new Choice(said.choices().get(id), true, "")).toList();
        }
        return item.choices().stream().map(id -> new Choice(said.choices().get(id), item.key().contains(id), marked(marks, id))).toList();
    }

    private String marked(ItemFigures.Marks marks, String id) {
        return marks.isHidden() ? "" : texts.of("exam.bank.marked", marks.marks().getOrDefault(id, 0));
    }

    /** What the figures say, each in a sentence. */
    List<String> sentences(ItemFigures f, ItemFigures.Marks marks) {
        List<String> all = new ArrayList<>();
        all.add(texts.of("exam.bank.sentence", figures(f)));
        if (f.percent().isEmpty()) {
            all.add(texts.of("exam.bank.few", ScoreAndRest.LEAST));
        }
        if (f.isProvisional()) {
            all.add(texts.of("exam.bank.provisional", ScoreAndRest.STEADY));
        }
        f.flag().ifPresent(d -> all.add(texts.of("exam.bank.band." + d.band().name().toLowerCase(Locale.ROOT), words.decimal(d.value()))));
        if (!marks.isHidden()) {
            all.add(texts.of("exam.bank.skipped", marks.skipped()));
        }
        return all;
    }

    /** How it did; an average only where enough people were asked. */
    String figures(ItemFigures f) {
        return f.percent().isPresent() ? texts.of("exam.bank.figures", f.asked(), f.percent().getAsLong()) : texts.of("exam.bank.asked", f.asked());
    }

    /** Its flag in a word; empty where there is none. */
    String flag(ItemFigures f) {
        return f.flag().map(d -> texts.get("exam.bank.flag." + d.band().name().toLowerCase(Locale.ROOT))).orElse("");
    }

    String severity(ItemFigures f) {
        return f.flag().map(d -> switch (d.band()) {
            case CHECK_KEY -> "danger";
            case REVISE -> "warning";
            default -> "success";
        }).orElse("info");
    }
}
