package org.dalil.report.entity;

import java.util.List;

/**
 * Answers to an item in one language beside those in all others, by how well people did at the rest of the form. Not for
 * anybody's eyes: see {@link ItemBench}.
 *
 * @param language tag of the language that is looked at
 * @param strata   groups of equal rest scores; skipped answers count as wrong
 */
public record LanguageTally(String item, String language, List<Stratum> strata) {

    int here() {
        return strata.stream().mapToInt(Stratum::here).sum();
    }

    int there() {
        return strata.stream().mapToInt(Stratum::there).sum();
    }
}
