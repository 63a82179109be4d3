package org.dalil.report.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dalil.platform.control.Texts;
import org.dalil.platform.entity.Language;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.report.entity.BeforeAfter;
import org.dalil.report.entity.Cube;
import org.dalil.report.entity.Dimension;
import org.dalil.report.entity.Gathered;
import org.dalil.report.entity.ItemAnswer;
import org.dalil.report.entity.ItemBench;
import org.dalil.report.entity.ItemTally;
import org.dalil.report.entity.LanguageTally;
import org.dalil.report.entity.Pairs;
import org.dalil.report.entity.Party;
import org.dalil.report.entity.Place;
import org.dalil.report.entity.PublishedItem;
import org.dalil.report.entity.SmallestGroup;
import org.dalil.report.entity.Stage;
import org.dalil.report.entity.Stratum;
import org.dalil.report.entity.Turnout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {

    /** The texts of the report, without a container to read them. */
    private static final class ReportTexts extends Texts {
        @Override
        public String get(Language language, String key, Object... arguments) {
            Properties texts = new Properties();
            try (var in = new InputStreamReader(Texts.class.getResourceAsStream("/i18n/report_" + language + ".properties"),
                    StandardCharsets.UTF_8)) {
                texts.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new MessageFormat(texts.getProperty(key), language.cldr()).format(arguments);
        }
    }

    private static FigureWords words(Language language) {
        FigureWords words = new FigureWords();
        words.texts = new ReportTexts();
        words.language = new CurrentLanguage();
        words.language.set(language);
        return words;
    }

    private static List<String> cube(Language language, int workshops) {
        CubeSentences sentences = new CubeSentences();
        sentences.words = words(language);
        List<Party> parties = IntStream.range(0, workshops).mapToObj(i -> new Party(new UUID(1, i), Optional.of(new UUID(2, i)),
                new Place(Map.of(Dimension.REGION, "DUHOK")), new Turnout(0, 0, 0, 0, 20, 0), new Pairs(20, 41, 60 + i % 3, 4000, 4000, 3000, new BeforeAfter(3, 9, 1, 7)))).toList();
        Cube cube = Cube.from(Gathered.of(parties, SmallestGroup.TEN, Set.of()).batches(), Dimension.REGION, Optional.empty(), SmallestGroup.TEN);
        return sentences.of(Stage.COURSE, "Duhok", cube.all());
    }

    private static List<ItemAnswer> answers(int right, int wrong) {
        return IntStream.range(0, right + wrong).mapToObj(i -> new ItemAnswer(i < right ? 1 : 0, i < right ? 0.6 + i % 5 / 10.0 : 0.4 + i % 5 / 10.0,
                false, List.of(i < right ? "a" : "b"))).toList();
    }

    private static PublishedItem item(int answers) {
        ItemTally tally = new ItemTally("keys-1", true, Set.of("a"), ItemTally.Occasion.of(answers(answers / 2, answers / 2)),
                ItemTally.Occasion.of(answers(answers * 3 / 4, answers / 4)), new BeforeAfter(20, 30, 10, 15));
        LanguageTally language = new LanguageTally("keys-1", "ckb", List.of(new Stratum(60, 20, 20, 60), new Stratum(70, 10, 30, 50)));
        return ItemBench.from(List.of(tally), List.of(language), SmallestGroup.TEN).items().get(0);
    }

    private static List<String> bench(Language language, int answers) {
        ItemSentences sentences = new ItemSentences();
        sentences.words = words(language);
        return sentences.of("Keys", item(answers), tag -> "Sorani");
    }

    @Test
    void sentences_across_workshops() {
        assertEquals(List.of("\u2068Duhok\u2069: 240 people were reached. Of these took both tests: 240.",
                "\u2068Duhok\u2069: the mean score went from 41% to 61%, a change of +20 points (95% range: +20 to +20).",
                "\u2068Duhok\u2069: 60% reached the pass mark after the course; before it, 20% did."), cube(Language.ENGLISH, 12));
        assertTrue(cube(Language.ENGLISH, 5).get(1).endsWith("a change of +20 points."), "a few workshops have no range");
    }

    @Test
    void sentences_of_an_item() {
        assertEquals(List.of("\u2068Keys\u2069: 50% were right before the course (120 answers) and 75% after it (120 answers).",
                "\u2068Keys\u2069: a shift of +25 points.", "\u2068Keys\u2069: it tells very well who knows the rest (r = 0.58).",
                "\u2068Keys\u2069: of those who answered it twice, 30 gained the right answer, 10 lost it, 20 had it both times and 15 never.",
                "\u2068Keys\u2069: much harder in \u2068Sorani\u2069 than in the other languages for people who know as much."
                        + " Do not use it in \u2068Sorani\u2069 before somebody has checked the translation."), bench(Language.ENGLISH, 120));
        assertTrue(bench(Language.ENGLISH, 40).contains("\u2068Keys\u2069: fewer than 100 answers, so take it as a first hint."));
        assertEquals(List.of("\u2068Keys\u2069: not shown, since there are fewer than 30 answers."), bench(Language.ENGLISH, 20));
    }

    static Stream<Language> languages() {
        return Language.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_language_says_every_sentence(Language language) {
        List<String> all = new ArrayList<>(cube(language, 12));
        all.addAll(bench(language, 120));
        all.addAll(bench(language, 20));
        all.forEach(s -> {
            assertFalse(s.contains("{") || s.contains("report."), s);
            if (language.isRightToLeft()) {
                assertFalse(s.matches(".*[0-9].*"), "digits of another language: " + s);
            }
        });
    }

    @Test
    void a_quarter_is_written_without_a_comma_in_the_year() {
        CubeSentences sentences = new CubeSentences();
        sentences.words = words(Language.ENGLISH);
        assertEquals("Quarter 4, 2026", sentences.quarter("2026-Q4"));
        sentences.words = words(new Language("ar"));
        assertEquals("الربع ٤ من ٢٠٢٦", sentences.quarter("2026-Q4"));
    }
}
