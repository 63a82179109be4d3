package org.dalil.authoring.control;

import java.util.ArrayList;
import java.util.List;
import org.dalil.authoring.entity.Finding;
import org.dalil.authoring.entity.Severity;

/** Collects what is found, in the order of finding; the same thing is said once. */
final class Findings {

    private final List<Finding> all = new ArrayList<>();

    /** @param file path inside the tree, without {@code courses/} */
    void refuse(String file, String item, String sentence) {
        add(new Finding("courses/" + file, item, sentence, Severity.REFUSES));
    }

    /** @param file path inside the tree, without {@code courses/} */
    void warn(String file, String item, String sentence) {
        add(new Finding("courses/" + file, item, sentence, Severity.WARNS));
    }

    void add(Finding finding) {
        if (!all.contains(finding)) {
            all.add(finding);
        }
    }

    /** @param file path inside the tree, without {@code courses/} */
    boolean refuses(String file) {
        return all.stream().anyMatch(f -> f.refuses() && f.file().equals("courses/" + file));
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
