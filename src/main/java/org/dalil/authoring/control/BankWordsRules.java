package org.dalil.authoring.control;

import java.util.List;
import java.util.stream.Stream;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Question;
import org.dalil.course.entity.Quiz.Kind;

/** Rules on {@code bank.<lang>.yaml}: every item and choice is there and nothing else; no length gives an answer away. */
final class BankWordsRules {

    private final CourseRead read;
    private final Bank bank;
    private final Findings findings;

    BankWordsRules(CourseRead read, Findings findings) {
        this.read = read;
        this.bank = read.course().bank();
        this.findings = findings;
    }

    void check() {
        if (bank != null) {
            bank.words().forEach((language, words) -> checkWords(read.words("bank", language), words));
        }
    }

    private void checkWords(String file, Bank.Words words) {
        List<String> ids = bank.items().stream().map(Bank.Item::id).toList();
        WordsMatch.check(file, "item", ids, words.items().keySet(), findings);
        bank.items().stream().filter(i -> words.items().containsKey(i.id())).forEach(i -> checkItem(file, i, words.items().get(i.id())));
        new KeyBalance(bank.items(), findings).checkLengthsAgainstChance(file, (q, choice) -> text(words, q, choice));
    }

    private static String text(Bank.Words words, Question question, String choice) {
        Bank.ItemWords own = words.items().get(question.id());
        return own == null ? "" : own.choices().getOrDefault(choice, "");
    }

    private void checkItem(String file, Bank.Item item, Bank.ItemWords words) {
        String name = "item " + item.id();
        WordsMatch.checkParts(file, name, item.kind() == Kind.MATCH ? "left" : "choice", item.choices(), words.choices().keySet(), findings);
        WordsMatch.checkParts(file, name, "right", item.right(), words.right().keySet(), findings);
        List<String> all = Stream.of(Stream.of(words.stem(), words.explanation()), words.choices().values().stream(),
                words.right().values().stream()).flatMap(s -> s).toList();
        if (item.provision() == null && all.stream().anyMatch(Claims::namesProvision)) {
            findings.refuse(file, name, "it names a legal provision; add provision and sources to it in bank.yaml");
        }
        if (item.sources().isEmpty() && all.stream().anyMatch(Claims::givesFigure)) {
            findings.warn(file, name, "it gives a figure without a source; add sources to it in bank.yaml or take the figure out");
        }
    }
}
