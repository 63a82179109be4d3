package org.dalil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dalil.platform.control.Texts;
import org.dalil.platform.entity.Language;
import org.junit.jupiter.api.Test;

/** Four languages, whole, and each in its own script. */
class TextsTest {

    private static Properties read(String feature, String language) throws IOException {
        Properties properties = new Properties();
        Path file = Path.of("src/main/resources/i18n", feature + "_" + language + ".properties");
        if (Files.exists(file)) {
            properties.load(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
        }
        return properties;
    }

    @Test
    void every_language_has_every_text() throws IOException {
        for (String feature : Texts.FEATURES) {
            Set<String> english = new TreeSet<>(read(feature, "en").stringPropertyNames());
            for (Language language : Language.ALL) {
                assertEquals(english, new TreeSet<>(read(feature, language.tag()).stringPropertyNames()), feature + " in " + language);
            }
        }
    }

    @Test
    void every_text_is_a_pattern_with_the_same_arguments() throws IOException {
        for (String feature : Texts.FEATURES) {
            Properties english = read(feature, "en");
            for (Language language : Language.ALL) {
                Properties texts = read(feature, language.tag());
                for (String key : texts.stringPropertyNames()) {
                    Set<String> arguments = new MessageFormat(texts.getProperty(key), language.cldr()).getArgumentNames();
                    assertEquals(new MessageFormat(english.getProperty(key), Language.ENGLISH.cldr()).getArgumentNames(), arguments,
                            key + " in " + language);
                }
            }
        }
    }

    @Test
    void right_to_left_texts_have_their_own_punctuation_and_digits() throws IOException {
        Pattern stray = Pattern.compile("\\p{InArabic}\\s*[,;?]|\\p{InArabic} ?[0-9]");
        for (String feature : Texts.FEATURES) {
            for (String language : new String[] {"ar", "ckb"}) {
                Properties texts = read(feature, language);
                for (String key : texts.stringPropertyNames()) {
                    String bare = texts.getProperty(key).replaceAll("\\{[0-9][^}]*", "");
                    assertFalse(stray.matcher(bare).find(), key + " in " + language + ": " + texts.getProperty(key));
                }
            }
        }
    }

    @Test
    void numbers_and_months_are_each_languages_own() {
        assertEquals("١٢", new Language("ar").number(12));
        assertEquals("١٢", new Language("ckb").number(12));
        assertEquals("12", new Language("kmr").number(12));
        assertEquals("12", new Language("en").number(12));
        java.util.Date november = new java.util.Date(1_793_534_400_000L);
        assertTrue(month(november, "ar").contains("تشرين"), month(november, "ar"));
        assertTrue(month(november, "ckb").contains("تشرینی"), month(november, "ckb"));
        assertFalse(month(november, "kmr").contains("November"), month(november, "kmr"));
    }

    private static String month(java.util.Date date, String language) {
        return com.ibm.icu.text.DateFormat.getInstanceForSkeleton("MMMM", new Language(language).cldr()).format(date);
    }
}
