package org.dalil.report.entity;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where people stand in the dimensions.
 *
 * @param values by dimension; one that isn't there is several at once, or not known
 */
public record Place(Map<Dimension, String> values) {

    public Place {
        values = Map.copyOf(values);
    }

    public Optional<String> in(Dimension dimension) {
        return Optional.ofNullable(values.get(dimension));
    }

    /** The same, without these dimensions. */
    Place without(Collection<Dimension> dimensions) {
        Map<Dimension, String> rest = new EnumMap<>(Dimension.class);
        values.forEach((d, v) -> {
            if (!dimensions.contains(d)) {
                rest.put(d, v);
            }
        });
        return new Place(rest);
    }

    /** What both have alike. */
    Place common(Place other) {
        return without(values.keySet().stream().filter(d -> !values.get(d).equals(other.values.get(d))).toList());
    }
}
