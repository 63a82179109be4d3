package org.dalil.platform.web;

import jakarta.enterprise.context.RequestScoped;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the address of this request says: the values of its route's braces. */
@RequestScoped
public class Address {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");

    private Map<String, String> values = Map.of();
    private Route route;

    void set(Route route, Map<String, String> values) {
        this.route = route;
        this.values = values;
    }

    /** The value, or nothing where this route has no such part. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The value as a small positive number, or nothing. */
    public Optional<Integer> number(String name) {
        return get(name).filter(v -> NUMBER.matcher(v).matches()).map(Integer::valueOf);
    }

    public Route route() {
        return route;
    }
}
