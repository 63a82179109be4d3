package org.dalil.authoring.control;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences and words as a reader counts them, in all our scripts. */
final class Sentence {

    /** A full stop, question or exclamation mark or ellipsis, with the quotes and brackets that close after it. */
    private static final Pattern END = Pattern.compile("[.!?؟۔…]+[\"'”’»)\\]]*(?=\\s|$)");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");
    private static final int MOST_WORDS = 20;
    /**
     * Arabic and Sorani run clauses on with و where English and Kurmanji put a full stop, and good prose in them does; what
     * is a short word elsewhere hangs on the next one, so that longer sentences are read with as much ease.
     */
    private static final int MOST_WORDS_IN_ARABIC_SCRIPT = 24;

    private Sentence() { }

    static int mostWords(String language) {
        return Script.isArabic(language) ? MOST_WORDS_IN_ARABIC_SCRIPT : MOST_WORDS;
    }

    /** The sentences of a passage; what follows the last full stop is one, too. */
    static List<String> of(String passage) {
        List<String> sentences = new ArrayList<>();
        Matcher end = END.matcher(passage);
        int from = 0;
        while (end.find()) {
            add(sentences, passage.substring(from, end.end()));
            from = end.end();
        }
        add(sentences, passage.substring(from));
        return sentences;
    }

    private static void add(List<String> sentences, String sentence) {
        if (words(sentence) > 0) {
            sentences.add(sentence.strip());
        }
    }

    /** Stretches between spaces that hold a letter or digit. */
    static int words(String text) {
        return (int) SPACE.splitAsStream(text).filter(w -> LETTER.matcher(w).find()).count();
    }
}
