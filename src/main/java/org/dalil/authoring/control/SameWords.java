package org.dalil.authoring.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds what was copied from another language and not translated yet: the first place of each file, and how many more. */
final class SameWords {

    /** Names, greetings and titles of apps may be the same in two languages. */
    private static final int FEWEST_WORDS = 4;

    private final List<String> languages;
    private final Map<String, String> first = new HashMap<>();
    private final Map<String, List<Passage>> copied = new LinkedHashMap<>();

    /** @param languages in the order in which one is taken for the model of the next: the source first */
    SameWords(List<String> languages) {
        this.languages = languages;
    }

    void check(List<Passage> passages, Findings findings) {
        List<String> order = new ArrayList<>(languages);
        passages.stream().map(Passage::language).distinct().filter(l -> !order.contains(l)).sorted().forEach(order::add);
        for (String language : order) {
            List<Passage> own = passages.stream().filter(p -> p.language().equals(language))
                    .filter(p -> Sentence.words(p.text()) >= FEWEST_WORDS).toList();
            own.stream().filter(p -> first.containsKey(p.text())).forEach(p -> copied.computeIfAbsent(p.file(), f -> new ArrayList<>()).add(p));
            own.stream().filter(p -> !isQuoted(p)).forEach(p -> first.putIfAbsent(p.text(), language));
        }
        copied.forEach((file, all) -> findings.warn(file, all.get(0).item(), sentence(all)));
    }

    /** Whether it stands there in another script than the language's: then it does so on purpose, and in every language. */
    private static boolean isQuoted(Passage passage) {
        return Script.hasArabicLetters(passage.text()) != Script.isArabic(passage.language());
    }

    private String sentence(List<Passage> all) {
        int more = all.size() - 1;
        String places = more == 0 ? "" : ", here and in " + more + " more " + (more == 1 ? "place" : "places") + " of the file";
        return "the words are the same as in " + first.get(all.get(0).text()) + places + "; translate them";
    }
}
