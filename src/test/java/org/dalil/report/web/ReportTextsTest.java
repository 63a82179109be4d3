package org.dalil.report.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dalil.platform.entity.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportTextsTest {

    static Stream<Language> languages() {
        return Language.ALL.stream();
    }

    private static Properties texts(String feature, Language language) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = ReportTextsTest.class.getResourceAsStream("/i18n/" + feature + "_" + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static String say(Language language, String key, Object... values) throws IOException {
        return new MessageFormat(texts("report", language).getProperty(key), language.cldr()).format(values);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_text_is_there_and_can_be_read(Language language) throws IOException {
        for (String feature : new String[] {"report", "course"}) {
            Properties texts = texts(feature, language);
            assertEquals(new TreeSet<>(texts(feature, Language.ENGLISH).stringPropertyNames()), new TreeSet<>(texts.stringPropertyNames()));
            texts.forEach((key, text) -> assertFalse(new MessageFormat((String) text, language.cldr())
                    .format(new Object[] {12, 12, 12, 12, 12, 12}).isBlank(), key + " says nothing"));
        }
    }

    @Test
    void the_sentence_of_the_pass_mark() throws IOException {
        assertEquals("“Spot it”: of 23 people who took both tests, 17 reached the pass mark, up from 6.",
                say(Language.ENGLISH, "report.pass.up", "Spot it", 23, "17", "6"));
        assertEquals("«سؤال»: أكمل الاختبارين ٢٣ شخصًا. بلغ درجة النجاح منهم ١٧ بعد أن كانوا ٦، أي أكثر من قبل.",
                say(Language.of("ar").orElseThrow(), "report.pass.up", "سؤال", 23, "١٧", "٦"));
    }

    @Test
    void dates_follow_the_grammar() throws IOException {
        assertEquals("d'ی' MMMM'ی' y", say(Language.of("ckb").orElseThrow(), "report.day"));
    }
}
