package org.dalil.authoring.control;

import java.util.List;
import org.dalil.course.entity.Question;

/** Whether the key of a question fits its choices. */
final class KeyRules {

    private final String file;
    private final Findings findings;

    KeyRules(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    private void refuse(Question question, String sentence) {
        findings.refuse(file, "item " + question.id(), sentence);
    }

    void check(Question question) {
        switch (question.kind()) {
            case TRUE_FALSE -> {
                if (!question.choices().equals(List.of("t", "f"))) {
                    refuse(question, "the choices of true-false are [t, f]");
                } else {
                    checkAmong(question);
                }
            }
            case SINGLE, MULTIPLE, SPOT -> checkAmong(question);
            case ORDER -> {
                checkAmong(question);
                question.choices().stream().filter(c -> !question.key().contains(c))
                        .forEach(c -> refuse(question, "the key leaves out " + c + "; it must hold every choice once"));
            }
            case MATCH -> checkMatch(question);
            case SCALE -> { }
        }
    }

    private void checkAmong(Question question) {
        question.key().stream().filter(k -> !question.choices().contains(k))
                .forEach(k -> refuse(question, "the key \"" + k + "\" is none of its choices; correct the key"));
    }

    private void checkMatch(Question question) {
        for (int i = 0; i < question.choices().size(); i++) {
            String right = question.key().get(i);
            if (right.isEmpty()) {
                refuse(question, "the key has nothing for " + question.choices().get(i) + "; add it");
            } else if (!question.right().contains(right)) {
                refuse(question, "the key \"" + right + "\" is not on the right side; correct the key");
            }
        }
    }
}
