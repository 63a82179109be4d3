package org.dalil.scenario.entity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dalil.course.entity.Scenario;
import org.dalil.platform.entity.Refused;

/**
 * A chat as it has been played so far: where it stands is worked out from the choices alone, so that a run is nothing but
 * their ids. Immutable.
 */
public final class Run {

    private final Scenario scenario;
    private final List<String> choices;
    private final List<Turn> turns = new ArrayList<>();
    private final Set<String> memory = new HashSet<>();
    private String node;

    /**
     * What happened at one point.
     *
     * @param node   the node's id
     * @param line   the id of its words
     * @param choice what was chosen there; null at the point where the chat stands now
     */
    public record Turn(String node, String line, String choice) { }

    /**
     * Replays a run.
     *
     * @param choices ids in their order
     * @throws Refused if the chat does not offer one of them where it stands
     */
    public Run(Scenario scenario, List<String> choices) {
        this.scenario = scenario;
        this.choices = List.copyOf(choices);
        this.node = scenario.start();
        choices.forEach(this::take);
        turns.add(new Turn(node, line(), null));
    }

    private void take(String id) {
        if (!scenario.nodes().get(node).choices().contains(id)) {
            throw new Refused("scenario.choice.gone");
        }
        turns.add(new Turn(node, line(), id));
        Scenario.Choice choice = scenario.choices().get(id);
        node = choice.when() == null || memory.contains(choice.when()) ? choice.to() : choice.otherwise();
        if (choice.sets() != null) {
            memory.add(choice.sets());
        }
    }

    /** The words of the present node: those of the first memory that it has other words for. */
    private String line() {
        Scenario.Node here = scenario.nodes().get(node);
        return here.lines() == null ? node : here.lines().entrySet().stream()
                .filter(l -> memory.contains(l.getKey())).map(java.util.Map.Entry::getValue).findFirst().orElse(node);
    }

    /** With one more choice. */
    public Run with(String choice) {
        List<String> more = new ArrayList<>(choices);
        more.add(choice);
        return new Run(scenario, more);
    }

    /** Everything said so far, the present point last. */
    public List<Turn> turns() {
        return List.copyOf(turns);
    }

    public List<String> choices() {
        return choices;
    }

    public Scenario.Node here() {
        return scenario.nodes().get(node);
    }

    public boolean hasEnded() {
        return here().ends();
    }
}
