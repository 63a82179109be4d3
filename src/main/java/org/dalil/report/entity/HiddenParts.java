package org.dalil.report.entity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which numbers of a table are shown when their sum is known. Small ones are hidden, and others with them, until each hidden
 * number could be anything that a small one can be; otherwise the sum would give it back.
 */
final class HiddenParts {

    private HiddenParts() { }

    /** @param parts that make up the known sum */
    static Map<String, Optional<Integer>> ofSum(Map<String, Integer> parts, Group smallest) {
        return show(parts, smallest, smallest.people() + smallest.most());
    }

    /** @param parts each out of {@code all}, without a sum; one that is hidden alone might follow from a mean */
    static Map<String, Optional<Integer>> ofEach(Map<String, Integer> parts, int all, Group smallest) {
        Map<String, Integer> nearest = new LinkedHashMap<>();
        parts.forEach((id, count) -> nearest.put(id, Math.min(count, all - count)));
        Map<String, Optional<Integer>> shown = show(nearest, smallest, 0);
        shown.replaceAll((id, value) -> value.isPresent() ? Optional.of(parts.get(id)) : value);
        return shown;
    }

    /** The next one to go is the next by its id, not by its size: the sizes that are shown would be bounds of those that aren't. */
    private static Map<String, Optional<Integer>> show(Map<String, Integer> parts, Group smallest, int enough) {
        List<String> order = parts.keySet().stream().sorted().toList();
        Set<String> gone = new TreeSet<>(order.stream().filter(id -> !smallest.holds(parts.get(id))).toList());
        boolean whole = gone.isEmpty();
        for (String id : order) {
            if (!whole && (gone.size() < 2 || gone.stream().mapToInt(parts::get).sum() < enough)) {
                gone.add(id);
            }
        }
        Map<String, Optional<Integer>> shown = new LinkedHashMap<>();
        parts.forEach((id, count) -> shown.put(id, gone.contains(id) ? Optional.empty() : Optional.of(count)));
        return shown;
    }
}
