package org.dalil.authoring.control;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Blueprint;
import org.dalil.course.entity.Module;

/** Rules on {@code bank.yaml}: for demonstration only, enough of each topic, keys that fit, facts with a source. */
final class BankRules {

    private static final int FEWEST = 5;

    private final CourseRead read;
    private final References references;
    private final Optional<LocalDate> today;
    private final Findings findings;
    private final String file;

    /** @param today nothing if what is overdue does not matter */
    BankRules(CourseRead read, References references, Optional<LocalDate> today, Findings findings) {
        this.read = read;
        this.references = references;
        this.today = today;
        this.findings = findings;
        this.file = read.file("bank.yaml");
    }

    void check() {
        Bank bank = read.course().bank();
        if (bank == null) {
            return;
        }
        if (!bank.demonstration()) {
            findings.refuse(file, "", "demonstration is false; real exam items are uploaded and never kept in courses/, so take them out");
        }
        checkIds(bank);
        checkTopics(bank);
        KeyRules keys = new KeyRules(file, findings);
        bank.items().forEach(keys::check);
        bank.items().forEach(this::checkSources);
        new KeyBalance(bank.items(), findings).checkPositions(file);
    }

    private void refuse(Bank.Item item, String sentence) {
        findings.refuse(file, "item " + item.id(), sentence);
    }

    private void checkIds(Bank bank) {
        Set<String> seen = new HashSet<>();
        for (Bank.Item item : bank.items()) {
            if (!seen.add(item.id())) {
                refuse(item, "this id is used twice; give one item another");
            } else if (read.course().quiz() != null && read.course().quiz().item(item.id()).isPresent()) {
                refuse(item, "quiz.yaml has an item with this id; give this one another");
            }
        }
    }

    private void checkTopics(Bank bank) {
        List<String> objectives = read.course().modules().stream().map(Module::objective).toList();
        bank.items().stream().filter(i -> !objectives.contains(i.topic())).forEach(i ->
                refuse(i, "no module has the objective " + i.topic() + "; a topic is the objective of a module"));
        Blueprint blueprint = read.course().blueprint();
        if (blueprint != null) {
            blueprint.topics().stream().map(Blueprint.Topic::id).distinct()
                    .filter(t -> objectives.contains(t) && bank.count(t) < FEWEST).forEach(t -> findings.refuse(file, "topic " + t,
                            "there are " + bank.count(t) + " items; a demonstration shows at least " + FEWEST + " of each topic"));
        }
    }

    private void checkSources(Bank.Item item) {
        item.sources().stream().filter(references::lacksSource).forEach(s -> refuse(item, "there is no source " + s + " in sources.yaml"));
        if (!item.sources().isEmpty() && item.sources().stream().noneMatch(references::standsAlone)) {
            refuse(item, "it rests on weak or unverified sources only; add one of grade P or S");
        }
        if (item.provision() != null && item.sources().isEmpty()) {
            refuse(item, "it has a legal provision without a source; add sources");
        }
        Optional.ofNullable(item.provision()).map(Bank.Provision::reviewBy).filter(by -> today.filter(t -> t.isAfter(by)).isPresent())
                .ifPresent(by -> findings.warn(file, "item " + item.id(), "its legal provision was to be reviewed by " + by
                        + "; look whether it is still right and set a new day"));
    }
}
