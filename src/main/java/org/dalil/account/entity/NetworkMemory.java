package org.dalil.account.entity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What is known of each address's {@link Network}, in memory only. Beyond ten thousand networks the one that was quiet longest is
 * forgotten first, so that a million addresses don't fill the memory. Whoever keeps one guards it against two at once.
 *
 * @param <T> what is known
 */
final class NetworkMemory<T> {

    /** Networks that are remembered at once. */
    static final int MOST = 10_000;

    private final Map<String, T> known = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > MOST;
        }
    };

    /** What is known of this address's network. */
    Optional<T> of(String address) {
        return Optional.ofNullable(known.get(Network.of(address)));
    }

    /** Puts what comes of what was known, or of the first, in its place. @return that */
    T change(String address, Supplier<T> first, UnaryOperator<T> next) {
        return known.compute(Network.of(address), (network, before) -> next.apply(before == null ? first.get() : before));
    }

    /** How many networks are remembered now. */
    int size() {
        return known.size();
    }
}
