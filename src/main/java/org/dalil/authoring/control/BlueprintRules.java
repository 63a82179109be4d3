package org.dalil.authoring.control;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dalil.course.entity.Blueprint;
import org.dalil.course.entity.Module;

/** Rules on {@code blueprint.yaml}: every module is asked about, and the bank holds enough for one exam. */
final class BlueprintRules {

    private final CourseRead read;
    private final Findings findings;
    private final String file;

    BlueprintRules(CourseRead read, Findings findings) {
        this.read = read;
        this.findings = findings;
        this.file = read.file("blueprint.yaml");
    }

    void check() {
        Blueprint blueprint = read.course().blueprint();
        if (blueprint == null) {
            return;
        }
        Set<String> seen = new HashSet<>();
        blueprint.topics().forEach(t -> checkTopic(t, seen));
        read.course().modules().stream().filter(m -> !seen.contains(m.objective())).forEach(m ->
                findings.refuse(file, "", "no topic asks about " + m.objective() + " of module " + m.number() + "; add one"));
        if (read.course().bank() != null) {
            blueprint.gaps(read.course().bank()).stream().filter(g -> objectives().contains(g.topic())).forEach(this::refuseGap);
        }
    }

    private List<String> objectives() {
        return read.course().modules().stream().map(Module::objective).toList();
    }

    private void refuse(String topic, String sentence) {
        findings.refuse(file, "topic " + topic, sentence);
    }

    private void checkTopic(Blueprint.Topic topic, Set<String> seen) {
        if (!seen.add(topic.id())) {
            refuse(topic.id(), "it stands here twice; keep one line");
        }
        if (!objectives().contains(topic.id())) {
            refuse(topic.id(), "no module has this objective; a topic is the objective of a module");
        }
        if (topic.items() == 0) {
            refuse(topic.id(), "an exam draws nothing of it; give easy, medium or hard a number");
        }
    }

    private void refuseGap(Blueprint.Gap gap) {
        refuse(gap.topic(), "an exam draws " + gap.wanted() + " " + gap.difficulty().name().toLowerCase(Locale.ROOT)
                + " items, the bank holds " + gap.there() + "; write more or draw fewer");
    }
}
