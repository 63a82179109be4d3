package org.dalil.authoring.control;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dalil.course.entity.Module;
import org.dalil.course.entity.Scenario;

/**
 * Rules on {@code scenario.yaml} and its words. First that everything named exists; only then what can happen on the ways
 * through it.
 */
final class ScenarioRules {

    private static final int FEWEST_NODES = 8;
    private static final int FEWEST_ENDS = 3;

    private final CourseRead read;
    private final Findings findings;

    ScenarioRules(CourseRead read, Findings findings) {
        this.read = read;
        this.findings = findings;
    }

    void check() {
        read.course().modules().stream().filter(m -> m.scenario() != null).forEach(this::checkModule);
    }

    private void checkModule(Module module) {
        Scenario scenario = module.scenario();
        String file = read.file(module, "scenario.yaml");
        if (!read.course().objectives().contains(scenario.objective())) {
            findings.refuse(file, "", "there is no objective " + scenario.objective() + " in course.yaml");
        }
        checkSize(file, scenario);
        if (checkNames(file, scenario) & checkMemory(file, scenario)) {
            new ScenarioPaths(scenario, file, findings).check();
        }
        scenario.words().forEach((language, words) ->
                checkWords(read.file(module, "scenario." + language + ".yaml"), scenario, words));
    }

    private void checkSize(String file, Scenario scenario) {
        if (scenario.nodes().size() < FEWEST_NODES) {
            findings.refuse(file, "", "there are " + scenario.nodes().size() + " nodes; a scenario has at least 8");
        }
        Set<String> ends = ends(scenario);
        if (ends.size() < FEWEST_ENDS) {
            findings.refuse(file, "", "there are " + ends.size() + " different endings; a scenario has at least 3");
        }
        scenario.nodes().forEach((id, node) -> {
            if (node.ends() && !node.help()) {
                findings.refuse(file, "node " + id, "this ending does not offer help; add help: true");
            }
        });
    }

    private static Set<String> ends(Scenario scenario) {
        Set<String> ends = new LinkedHashSet<>();
        scenario.nodes().values().stream().filter(Scenario.Node::ends).forEach(n -> ends.add(n.end()));
        return ends;
    }

    private boolean checkNames(String file, Scenario scenario) {
        List<String> missing = new ArrayList<>();
        if (!scenario.nodes().containsKey(scenario.start())) {
            missing.add("");
            findings.refuse(file, "", "start is " + scenario.start() + ", but there is no such node");
        }
        scenario.nodes().forEach((id, node) -> node.choices().stream().filter(c -> !scenario.choices().containsKey(c)).forEach(c -> {
            missing.add(c);
            findings.refuse(file, "node " + id, "there is no choice " + c + "; add it under choices");
        }));
        scenario.choices().forEach((id, choice) -> {
            for (String target : targets(choice)) {
                if (!scenario.nodes().containsKey(target)) {
                    missing.add(target);
                    findings.refuse(file, "choice " + id, "it leads to " + target + ", but there is no such node");
                }
            }
        });
        return missing.isEmpty();
    }

    /** Where a choice can lead. */
    static List<String> targets(Scenario.Choice choice) {
        return choice.otherwise() == null ? List.of(choice.to()) : List.of(choice.to(), choice.otherwise());
    }

    private boolean checkMemory(String file, Scenario scenario) {
        Set<String> set = new LinkedHashSet<>();
        Set<String> used = new LinkedHashSet<>();
        scenario.choices().forEach((id, choice) -> {
            if (choice.sets() != null) {
                set.add(choice.sets());
            }
            if (choice.when() != null) {
                used.add(choice.when());
            }
        });
        scenario.nodes().values().forEach(n -> used.addAll(n.lines().keySet()));
        if (used.isEmpty()) {
            findings.refuse(file, "", "no later line or choice depends on an earlier choice; let something be remembered and used");
        }
        Set<String> named = new LinkedHashSet<>(set);
        named.addAll(used);
        named.stream().filter(m -> !scenario.remembers().contains(m))
                .forEach(m -> findings.refuse(file, "", "\"" + m + "\" is used but does not stand in remembers; add it"));
        scenario.remembers().forEach(m -> checkUse(file, m, set.contains(m), used.contains(m)));
        return scenario.remembers().containsAll(named);
    }

    private void checkUse(String file, String memory, boolean set, boolean used) {
        if (!set) {
            findings.refuse(file, "", "\"" + memory + "\" stands in remembers, but no choice sets it");
        } else if (!used) {
            findings.refuse(file, "", "\"" + memory + "\" is remembered, but no line or choice makes use of it");
        }
    }

    private void checkWords(String file, Scenario scenario, Scenario.Words words) {
        Set<String> lines = new LinkedHashSet<>();
        Set<String> speakers = new LinkedHashSet<>();
        scenario.nodes().forEach((id, node) -> {
            if (!node.ends()) {
                lines.add(id);
                lines.addAll(node.lines().values());
                speakers.add(node.from());
            }
        });
        WordsMatch.check(file, "node", lines, words.nodes().keySet(), findings);
        WordsMatch.check(file, "choice", scenario.choices().keySet(), words.choices().keySet(), findings);
        WordsMatch.check(file, "end", ends(scenario), words.ends().keySet(), findings);
        WordsMatch.check(file, "speaker", speakers, words.speakers().keySet(), findings);
    }
}
