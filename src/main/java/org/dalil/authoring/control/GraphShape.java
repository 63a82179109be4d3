package org.dalil.authoring.control;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dalil.course.entity.Scenario;

/**
 * The shape of a scenario's graph without its names, its order, its memory and its effects: two scenarios of one shape are
 * one scenario with other words. Nodes are told apart by where they lead and by what leads to them, refined until nothing
 * changes (colour refinement; it may call two different graphs alike only in cases far more regular than a chat).
 */
final class GraphShape {

    private final Map<String, List<String>> next = new TreeMap<>();
    private final Map<String, List<String>> previous = new TreeMap<>();

    private GraphShape(Scenario scenario) {
        scenario.nodes().keySet().forEach(n -> {
            next.put(n, new ArrayList<>());
            previous.put(n, new ArrayList<>());
        });
        scenario.nodes().forEach((id, node) -> node.choices().stream().filter(scenario.choices()::containsKey)
                .flatMap(c -> ScenarioRules.targets(scenario.choices().get(c)).stream()).filter(next::containsKey)
                .forEach(target -> {
                    next.get(id).add(target);
                    previous.get(target).add(id);
                }));
    }

    /** Equal for graphs of the same shape. */
    static String of(Scenario scenario) {
        GraphShape shape = new GraphShape(scenario);
        Map<String, String> colours = new TreeMap<>();
        scenario.nodes().forEach((id, node) -> colours.put(id, (id.equals(scenario.start()) ? "s" : "") + (node.ends() ? "e" : "n")));
        Map<String, String> refined = colours;
        for (int i = 0; i < colours.size(); i++) {
            refined = shape.refined(refined);
        }
        return Fingerprint.sha256(String.join(",", refined.values().stream().sorted().toList()).getBytes(StandardCharsets.US_ASCII));
    }

    private Map<String, String> refined(Map<String, String> colours) {
        Map<String, String> finer = new TreeMap<>();
        colours.forEach((id, colour) -> {
            String around = colour + "(" + sorted(next.get(id), colours) + ")(" + sorted(previous.get(id), colours) + ")";
            finer.put(id, Fingerprint.sha256(around.getBytes(StandardCharsets.US_ASCII)));
        });
        return finer;
    }

    private static String sorted(List<String> nodes, Map<String, String> colours) {
        return String.join(",", nodes.stream().map(colours::get).sorted().toList());
    }
}
