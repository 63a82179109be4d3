package org.dalil.assessment.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dalil.course.entity.Question;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.entity.Refused;

/**
 * What a learner marked at one item: ids of choices, never words.
 *
 * <p>Written as one line: the ids with commas between; for order in the chosen order; for match {@code left:right}; for scale
 * one digit. Skipped is a response, too: it says that the item was seen.
 *
 * @param value   empty if skipped
 * @param skipped whether the learner passed on
 */
public record Response(String value, boolean skipped) {

    /** The learner passed on. */
    public static final Response SKIPPED = new Response("", true);

    /**
     * Reads the fields of an item's form: {@code a} for choices, {@code p-ID} for places, {@code m-ID} for pairs.
     *
     * @return nothing if nothing was marked
     * @throws Refused if it is no possible answer: some places twice, some pairs missing, an id the item doesn't have
     */
    public static Optional<Response> of(Question item, Map<String, String[]> fields) {
        return switch (item.kind()) {
            case SINGLE, TRUE_FALSE -> one(item.choices(), fields);
            case SCALE -> one(List.of("1", "2", "3", "4", "5"), fields);
            case MULTIPLE, SPOT -> some(item, fields);
            case ORDER -> order(item, fields);
            case MATCH -> match(item, fields);
        };
    }

    private static Optional<Response> one(List<String> possible, Map<String, String[]> fields) {
        String[] given = fields.get("a");
        if (given == null) {
            return Optional.empty();
        }
        if (given.length != 1 || !possible.contains(given[0])) {
            throw new Refused("assessment.answer.impossible");
        }
        return Optional.of(new Response(given[0], false));
    }

    private static Optional<Response> some(Question item, Map<String, String[]> fields) {
        List<String> given = Arrays.asList(fields.getOrDefault("a", new String[0]));
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (!item.choices().containsAll(given)) {
            throw new Refused("assessment.answer.impossible");
        }
        // In the order of the item, so that the same marks are the same answer.
        return Optional.of(new Response(String.join(",", item.choices().stream().filter(given::contains).toList()), false));
    }

    private static Optional<Response> order(Question item, Map<String, String[]> fields) {
        TreeMap<Integer, String> places = new TreeMap<>();
        int given = 0;
        for (String choice : item.choices()) {
            String place = first(fields, "p-" + choice);
            if (!place.isEmpty()) {
                given++;
                if (!place.matches("[1-9]") || Integer.parseInt(place) > item.choices().size()) {
                    throw new Refused("assessment.answer.impossible");
                }
                places.put(Integer.valueOf(place), choice);
            }
        }
        if (given == 0) {
            return Optional.empty();
        }
        if (places.size() < item.choices().size()) {
            throw new Refused("assessment.answer.places");
        }
        return Optional.of(new Response(String.join(",", places.values()), false));
    }

    private static Optional<Response> match(Question item, Map<String, String[]> fields) {
        List<String> pairs = new ArrayList<>();
        for (String left : item.choices()) {
            String right = first(fields, "m-" + left);
            if (!right.isEmpty()) {
                if (!item.right().contains(right)) {
                    throw new Refused("assessment.answer.impossible");
                }
                pairs.add(left + ":" + right);
            }
        }
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        if (pairs.size() < item.choices().size()) {
            throw new Refused("assessment.answer.pairs");
        }
        return Optional.of(new Response(String.join(",", pairs), false));
    }

    /**
     * The same answer, written as the form of this item on a phone would send it.
     *
     * @throws Refused if it is no possible answer to this item
     */
    public Response checked(Quiz.Item item) {
        if (skipped) {
            return SKIPPED;
        }
        Map<String, String[]> fields = new HashMap<>();
        switch (item.kind()) {
            case SINGLE, TRUE_FALSE, SCALE, MULTIPLE, SPOT -> fields.put("a", marks().toArray(String[]::new));
            case ORDER -> marks().forEach(choice -> fields.put("p-" + choice, new String[] {String.valueOf(marks().indexOf(choice) + 1)}));
            case MATCH -> marks().stream().map(pair -> pair.split(":", 2))
                    .forEach(pair -> fields.put("m-" + pair[0], new String[] {pair.length > 1 ? pair[1] : ""}));
        }
        if (fields.size() != (item.kind() == Quiz.Kind.ORDER || item.kind() == Quiz.Kind.MATCH ? marks().size() : 1)) {
            throw new Refused("assessment.answer.impossible");
        }
        return of(item, fields).orElseThrow(() -> new Refused("assessment.answer.impossible"));
    }

    private static String first(Map<String, String[]> fields, String name) {
        String[] values = fields.get(name);
        return values == null || values.length == 0 ? "" : values[0];
    }

    /** The marked ids in their order; for match the pairs. */
    public List<String> marks() {
        return value.isEmpty() ? List.of() : List.of(value.split(","));
    }

    /** The score of a quiz's item, 0 to 1; nothing for one that does not count. */
    public double score(Quiz.Item item) {
        return item.scored() ? points(item) : 0;
    }

    /**
     * What it is worth, 0 to 1 (measurement, section 5): single and true-false right or not; multiple and spot (right
     * marks − wrong marks) / right marks there are, not below 0; order the share of neighbouring pairs in the right order;
     * match the share of right pairs; skipped 0.
     */
    public double points(Question item) {
        if (skipped) {
            return 0;
        }
        List<String> key = item.key();
        return switch (item.kind()) {
            case SINGLE, TRUE_FALSE -> marks().equals(key) ? 1 : 0;
            case MULTIPLE, SPOT -> {
                long right = marks().stream().filter(key::contains).count();
                yield Math.max(0, (2.0 * right - marks().size()) / key.size());
            }
            case ORDER -> neighbours(key);
            case MATCH -> {
                List<String> marks = marks();
                long right = java.util.stream.IntStream.range(0, key.size())
                        .filter(i -> marks.contains(item.choices().get(i) + ":" + key.get(i))).count();
                yield (double) right / key.size();
            }
            case SCALE -> 0;
        };
    }

    /** Share of the key's neighbouring pairs whose first stands before its second in what was given. */
    private double neighbours(List<String> key) {
        List<String> marks = marks();
        int right = 0;
        for (int i = 0; i + 1 < key.size(); i++) {
            if (marks.indexOf(key.get(i)) < marks.indexOf(key.get(i + 1))) {
                right++;
            }
        }
        return (double) right / (key.size() - 1);
    }
}
