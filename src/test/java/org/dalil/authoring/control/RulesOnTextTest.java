package org.dalil.authoring.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dalil.authoring.entity.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences, twins, fingerprints and the rules on words, on single texts. */
class RulesOnTextTest {

    private static final References NOTHING = new References(Optional.empty(), Optional.empty(), List.of(), true, Set.of(), true);

    private static List<String> found(String language, String text) {
        Findings findings = new Findings();
        new WordsRules(NOTHING, findings).check(List.of(new Passage("x.md", "", language, text)));
        return findings.all().stream().map(Finding::sentence).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "en  | Is it? Yes! It is… And “so on.” Fine           | 5",
        "ar  | هل هذا صحيح؟ نعم! هذا صحيح. حسنًا               | 4",
        "ckb | ئایا ڕاستە؟ بەڵێ۔ باشە.                        | 3",
        "en  | Version 3.5 costs 1.000 now                    | 1",
        "en  | …                                              | 0",
    })
    void sentences_are_counted_in_all_scripts(String language, String text, int count) {
        assertEquals(count, Sentence.of(text).size());
    }

    @Test
    void words_are_what_stands_between_spaces() {
        assertEquals(5, Sentence.words("One – two, “three” four-five ! ٣"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ar  | افتح تطبيق MP4 أو T2 الآن.",
        "ar  | لديك ٣ خطوات، ثم انتهى!",
        "ar  | اسم الحساب Golden_77 أو @k_mist7، وكلمة المرور Z@na!9",
        "ckb | چاپ و ڤان و گوڵ و ڕۆژ.",
        "ckb | WhatsApp, Telegram",
        "kmr | Tu dizanî ku ev rast e?",
        "en  | It happened in 2024, to 12 people.",
    })
    void good_text_is_left_alone(String language, String text) {
        assertEquals(List.of(), found(language, text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ar  | ماذا تفعل?       | there is a Latin \"?\" in a right-to-left text; write ، ؛ or ؟",
        "ar  | أولًا; ثم         | there is a Latin \";\" in a right-to-left text; write ، ؛ or ؟",
        "ar  | لديك 3 خطوات     | there are Latin digits; write ٠ to ٩",
        "ar  | کتاب             | the letter ک (U+06A9) is not used in ar; write ك (U+0643)",
        "ar  | هذا إباحية انتقامية | \"إباحية انتقامية\" is to be avoided: say: image-based sexual abuse",
        "ckb | ژیان يان          | the letter ي (U+064A) is not used in ckb; write ی (U+06CC)",
        "en  | Child porn laws  | \"child porn\" is to be avoided: say: child sexual abuse material",
        "en  | Call +964 750 123 4567 | there is a phone number; numbers change and are checked in Help, so write [Help](help:) instead",
    })
    void each_fault_is_one_sentence(String language, String text, String sentence) {
        assertEquals(List.of(sentence), found(language, text));
    }

    @Test
    void a_word_in_code_can_be_named_to_be_explained() {
        Findings findings = new Findings();
        MarkdownText text = new MarkdownText("x.md", "en", 0, false, 3, findings).of(Markdown.parse("People say `revenge porn`."));
        new WordsRules(NOTHING, findings).check(text.passages());
        assertEquals(List.of(), findings.all());
    }

    @Test
    void texts_that_share_most_of_their_words_in_order_are_twins() {
        List<String> twins = new ArrayList<>();
        NearTwins<String> all = new NearTwins<>();
        all.add("a", "Someone you met in a game writes every night and says you are special.", (x, y) -> twins.add(x + y));
        all.add("b", "SOMEONE you met in a game writes every night, and says you are special!", (x, y) -> twins.add(x + y));
        all.add("c", "Someone you met at school writes at noon and never says that you are special.", (x, y) -> twins.add(x + y));
        all.add("d", "Are you there?", (x, y) -> twins.add(x + y));
        all.add("e", "Are you there?", (x, y) -> twins.add(x + y));
        assertEquals(List.of("ba"), twins);
    }

    @Test
    void a_fingerprint_ignores_state_line_ends_and_spaces_at_their_ends() {
        String one = Fingerprint.of("status: draft\ntitle: x\nnodes: {}\n");
        assertEquals(12, one.length());
        assertEquals(one, Fingerprint.of("status: reviewed\nreviewed-by: D\nreviewed-on: 2026-11-20\nof: 0123456789ab\ntitle: x  \nnodes: {}\n\n"));
        assertNotEquals(Fingerprint.of("---\nstatus: draft\n---\nof: one\n"), Fingerprint.of("---\nstatus: draft\n---\nof: two\n"));
    }
}
