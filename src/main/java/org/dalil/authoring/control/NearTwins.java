package org.dalil.authoring.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Finds texts that are nearly the same: those that share at least four fifths of their three-word stretches (Jaccard
 * similarity of word shingles, Broder 1997). Short texts are alike by nature and are left alone.
 *
 * @param <T> what a text belongs to
 */
final class NearTwins<T> {

    private static final double ALIKE = 0.8;
    private static final int SHINGLE = 3;
    private static final int FEWEST_WORDS = 6;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<T> owners = new ArrayList<>();
    private final List<Set<String>> shingles = new ArrayList<>();
    private final Map<String, List<Integer>> holders = new HashMap<>();

    /** Adds a text and reports every earlier one that is its near twin. */
    void add(T owner, String text, BiConsumer<T, T> found) {
        Set<String> own = shingles(text);
        if (own.isEmpty()) {
            return;
        }
        Map<Integer, Integer> shared = new HashMap<>();
        own.forEach(s -> holders.getOrDefault(s, List.of()).forEach(h -> shared.merge(h, 1, Integer::sum)));
        shared.forEach((other, common) -> {
            if (common >= ALIKE * (own.size() + shingles.get(other).size() - common)) {
                found.accept(owner, owners.get(other));
            }
        });
        own.forEach(s -> holders.computeIfAbsent(s, k -> new ArrayList<>()).add(owners.size()));
        owners.add(owner);
        shingles.add(own);
    }

    private static Set<String> shingles(String text) {
        List<String> words = List.of(NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip().split(" "));
        Set<String> shingles = new HashSet<>();
        if (words.size() >= FEWEST_WORDS) {
            for (int i = 0; i + SHINGLE <= words.size(); i++) {
                shingles.add(String.join(" ", words.subList(i, i + SHINGLE)));
            }
        }
        return shingles;
    }
}
