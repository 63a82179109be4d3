package org.dalil.authoring.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dalil.course.entity.Form;
import org.dalil.course.entity.Module;
import org.dalil.course.entity.Quiz;
import org.dalil.course.entity.Quiz.Item;
import org.dalil.course.entity.Quiz.Kind;

/** Rules on {@code quiz.yaml}: keys, forms and objectives. */
final class QuizRules {

    private static final int FEWEST = 8;
    private static final int MOST = 10;
    private static final int FEWEST_ANCHORS = 2;
    private static final int MOST_ANCHORS = 4;

    private final CourseRead read;
    private final Quiz quiz;
    private final Findings findings;
    private final String file;

    QuizRules(CourseRead read, Findings findings) {
        this.read = read;
        this.quiz = read.course().quiz();
        this.findings = findings;
        this.file = read.file("quiz.yaml");
    }

    void check() {
        if (quiz == null) {
            return;
        }
        checkIds();
        KeyRules keys = new KeyRules(file, findings);
        quiz.items().forEach(keys::check);
        quiz.items().stream().filter(i -> i.kind() != Kind.SCALE).forEach(this::checkModule);
        checkAnchors();
        checkForm(Form.A);
        checkForm(Form.B);
        checkUse();
        new KeyBalance(quiz.items().stream().filter(Item::scored).toList(), findings).checkPositions(file);
    }

    private void refuse(Item item, String sentence) {
        findings.refuse(file, "item " + item.id(), sentence);
    }

    private void checkIds() {
        Set<String> seen = new HashSet<>();
        quiz.items().stream().filter(i -> !seen.add(i.id())).forEach(i -> refuse(i, "this id is used twice; give one item another"));
    }

    private void checkModule(Item item) {
        if (read.course().module(item.module()).isEmpty()) {
            refuse(item, "there is no module " + item.module());
            return;
        }
        Module module = read.course().module(item.module()).get();
        if (!module.objective().equals(item.objective())) {
            refuse(item, "module " + item.module() + " tests " + module.objective() + ", not " + item.objective());
        }
    }

    private void checkAnchors() {
        long anchors = quiz.items().stream().filter(i -> i.form() == Form.ANCHOR).count();
        if (anchors < FEWEST_ANCHORS || anchors > MOST_ANCHORS) {
            findings.refuse(file, "", "there are " + anchors + " anchors; forms A and B share 2 to 4");
        }
    }

    private void checkForm(Form form) {
        List<Item> scored = quiz.of(form).stream().filter(Item::scored).toList();
        if (scored.size() < FEWEST || scored.size() > MOST) {
            findings.refuse(file, "form " + form, "it has " + scored.size() + " scored items with the anchors; it must have 8 to 10");
        }
        Set<String> tested = new TreeSet<>();
        scored.forEach(i -> tested.add(i.objective()));
        read.course().modules().stream().filter(m -> !tested.contains(m.objective())).forEach(m ->
                findings.refuse(file, "form " + form, "no item tests " + m.objective() + " of module " + m.number() + "; add one"));
    }

    /** A check that no lesson shows is not wrong, but somebody wrote it for nothing. */
    private void checkUse() {
        List<String> shown = new ArrayList<>();
        read.lessons().values().forEach(m -> m.values().forEach(l -> l.cards().forEach(c -> shown.addAll(c.structure()))));
        quiz.items().stream().filter(i -> i.form() == Form.CHECK && !shown.contains("check " + i.id()))
                .forEach(i -> findings.warn(file, "item " + i.id(), "no lesson shows this check; add ::: check " + i.id() + " to one"));
    }
}
