package org.dalil.authoring.control;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dalil.course.entity.Scenario;
import org.dalil.course.entity.Scenario.Choice;
import org.dalil.course.entity.Scenario.Effect;
import org.dalil.course.entity.Scenario.Node;

/**
 * What can happen on the ways through a scenario. A way is told from another by where it stands and what is remembered,
 * not by how it got there, so that there are few enough to visit all of them.
 */
final class ScenarioPaths {

    private final Scenario scenario;
    private final String file;
    private final Findings findings;
    private final Set<String> nodes = new HashSet<>();
    private final Set<String> lines = new HashSet<>();
    private final Set<String> branches = new HashSet<>();

    /** @param memory sorted, so that equal memories are equal */
    private record State(String node, TreeSet<String> memory) { }

    /** @param scenario one in which everything named exists */
    ScenarioPaths(Scenario scenario, String file, Findings findings) {
        this.scenario = scenario;
        this.file = file;
        this.findings = findings;
    }

    void check() {
        Optional<String> loop = loop(scenario.start(), new LinkedHashSet<>(), new HashSet<>());
        if (loop.isPresent()) {
            findings.refuse(file, "node " + loop.get(), "a way leads back to this node; every way must come to an end");
            return;
        }
        visit();
        boolean allReached = checkReached();
        if (allReached) {
            checkMemory();
        }
        unsafeEnd().ifPresent(end -> findings.refuse(file, "node " + end,
                "this ending can be reached without ever being offered a safe choice; add one on the way"));
    }

    private Optional<String> loop(String node, Set<String> way, Set<String> done) {
        if (way.contains(node)) {
            return Optional.of(node);
        }
        if (!done.add(node)) {
            return Optional.empty();
        }
        way.add(node);
        for (String choice : scenario.nodes().get(node).choices()) {
            for (String target : ScenarioRules.targets(scenario.choices().get(choice))) {
                Optional<String> loop = loop(target, way, done);
                if (loop.isPresent()) {
                    return loop;
                }
            }
        }
        way.remove(node);
        return Optional.empty();
    }

    private void visit() {
        Deque<State> open = new ArrayDeque<>();
        Set<State> seen = new HashSet<>();
        open.add(new State(scenario.start(), new TreeSet<>()));
        while (!open.isEmpty()) {
            State state = open.poll();
            if (seen.add(state)) {
                Node node = scenario.nodes().get(state.node());
                nodes.add(state.node());
                node.lines().entrySet().stream().filter(l -> state.memory().contains(l.getKey())).findFirst()
                        .ifPresent(l -> lines.add(state.node() + " " + l.getKey()));
                node.choices().forEach(c -> open.add(take(state, c)));
            }
        }
    }

    private State take(State state, String id) {
        Choice choice = scenario.choices().get(id);
        boolean first = choice.when() == null || state.memory().contains(choice.when());
        branches.add(id + " " + first);
        TreeSet<String> memory = new TreeSet<>(state.memory());
        if (choice.sets() != null) {
            memory.add(choice.sets());
        }
        return new State(first ? choice.to() : choice.otherwise(), memory);
    }

    private boolean checkReached() {
        Set<String> offered = new HashSet<>();
        scenario.nodes().values().forEach(n -> offered.addAll(n.choices()));
        scenario.choices().keySet().stream().filter(c -> !offered.contains(c)).forEach(c ->
                findings.refuse(file, "choice " + c, "no node offers this choice; name it at a node or take it out"));
        Set<String> lost = new LinkedHashSet<>(scenario.nodes().keySet());
        lost.removeAll(nodes);
        lost.forEach(n -> findings.refuse(file, "node " + n, "no way leads to this node; let a choice lead there or take it out"));
        return lost.isEmpty() && offered.containsAll(scenario.choices().keySet());
    }

    private void checkMemory() {
        scenario.nodes().forEach((id, node) -> node.lines().forEach((memory, line) -> {
            if (!lines.contains(id + " " + memory)) {
                findings.refuse(file, "node " + id, "the line " + line + " can never be shown: nothing before it sets "
                        + memory + ", or an earlier line always wins");
            }
        }));
        for (Map.Entry<String, Choice> entry : scenario.choices().entrySet()) {
            Choice choice = entry.getValue();
            if (choice.when() != null && !(branches.contains(entry.getKey() + " true") && branches.contains(entry.getKey() + " false"))) {
                findings.refuse(file, "choice " + entry.getKey(), "it always goes the same way, because " + choice.when()
                        + " is always or never remembered there");
            }
        }
    }

    /** An end that can be reached over nodes none of which offers a safe choice. */
    private Optional<String> unsafeEnd() {
        Deque<String> open = new ArrayDeque<>(Set.of(scenario.start()));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String id = open.poll();
            Node node = scenario.nodes().get(id);
            if (node.ends()) {
                return Optional.of(id);
            }
            boolean offersSafety = node.choices().stream().anyMatch(c -> scenario.choices().get(c).effect() == Effect.SAFE);
            if (!offersSafety && seen.add(id)) {
                node.choices().forEach(c -> open.addAll(ScenarioRules.targets(scenario.choices().get(c))));
            }
        }
        return Optional.empty();
    }
}
