package org.dalil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dalil.platform.control.Texts;
import org.dalil.platform.entity.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ArchUnit can't read: the pages themselves. */
class PageContractTest {

    private static final Path WEBAPP = Path.of("src/main/webapp");

    /** Beans that every page may use beside its own. */
    private static final Set<String> HOUSE =
            Set.of("t", "lang", "page", "site", "theme", "assets", "formToken", "cc", "request", "component", "staff");

    private static final Pattern EXPRESSION = Pattern.compile("#\\{([^}]*)}");
    private static final Pattern TEXT_KEY = Pattern.compile("t(?:\\[|\\.of\\()'([a-zA-Z0-9.]+)'(?=[\\],)])");
    private static final Pattern ANY_KEY = Pattern.compile("'((?:platform|account|help|course|scenario|assessment|learning|authoring|workshop|exam|certificate|report|admin)\\.[a-zA-Z0-9.-]*[a-zA-Z0-9])'");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            List<Path> pages = files.filter(p -> p.toString().endsWith(".xhtml") && !p.toString().contains("WEB-INF")).sorted().toList();
            return pages.stream();
        }
    }

    static Stream<Path> learnerPages() throws IOException {
        return pages().filter(p -> p.startsWith(WEBAPP.resolve("learn")));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void page_uses_a_house_template(Path page) throws IOException {
        String template = page.startsWith(WEBAPP.resolve("learn")) ? "learner" : "staff";
        assertTrue(Files.readString(page).contains("template=\"/WEB-INF/templates/" + template + ".xhtml\""),
                page + " does not use the template for " + template + " pages");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void page_names_no_other_bean_than_its_own(Path page) throws IOException {
        String own = bean(page);
        String text = Files.readString(page);
        Set<String> variables = Pattern.compile("\\bvar(?:Status)?=\"(\\w+)\"").matcher(text).results()
                .map(m -> m.group(1)).collect(Collectors.toSet());
        Set<String> others = new TreeSet<>();
        Matcher expressions = EXPRESSION.matcher(text);
        while (expressions.find()) {
            String bare = expressions.group(1).replaceAll("'[^']*'", "");
            Matcher roots = Pattern.compile("(?<![\\w.])([a-z]\\w*)(?=[.\\[])").matcher(bare);
            while (roots.find()) {
                String root = roots.group(1);
                if (!root.equals(own) && !HOUSE.contains(root) && !variables.contains(root)) {
                    others.add(root);
                }
            }
        }
        assertEquals(Set.of(), others, page + " should only use " + own);
    }

    /** {@code learn/quiz.xhtml} is quizPage's, {@code staff/course/list.xhtml} courseListPage's. */
    private static String bean(Path page) {
        List<String> parts = new ArrayList<>();
        WEBAPP.relativize(page).forEach(p -> parts.add(p.toString().replace(".xhtml", "")));
        parts.remove(0);
        String joined = parts.stream().flatMap(p -> Stream.of(p.split("-")))
                .map(p -> Character.toUpperCase(p.charAt(0)) + p.substring(1)).collect(Collectors.joining());
        return page.endsWith(Path.of("learn/error.xhtml")) ? "errorPage"
                : Character.toLowerCase(joined.charAt(0)) + joined.substring(1) + "Page";
    }

    @ParameterizedTest
    @MethodSource("learnerPages")
    void learner_page_carries_no_component_library(Path page) throws IOException {
        String text = Files.readString(page);
        assertFalse(text.contains("<p:"), page + " uses PrimeFaces");
        assertFalse(text.contains("<h:form"), page + " uses a Faces form, which has state");
        assertFalse(text.contains("<textarea") || text.matches("(?s).*<input[^>]*type=\"text\".*"), page + " has a free-text field");
        assertFalse(Pattern.compile("\\sstyle=\"").matcher(text).find(), page + " has an inline style, which the policy refuses");
    }

    @ParameterizedTest
    @MethodSource("learnerPages")
    void form_that_changes_something_carries_the_token(Path page) throws IOException {
        Matcher forms = Pattern.compile("(?s)<form\\b[^>]*>.*?</form>").matcher(Files.readString(page));
        while (forms.find()) {
            assertTrue(forms.group().contains("name=\"token\"") || forms.group().contains("/card/new"),
                    page + " has a form without a token");
        }
    }

    @Test
    void every_error_shows_the_way_out() throws IOException {
        String web = Files.readString(WEBAPP.resolve("WEB-INF/web.xml"));
        assertTrue(web.contains("<location>/learn/error.xhtml</location>"));
        assertTrue(Files.readString(WEBAPP.resolve("WEB-INF/templates/learner.xhtml")).contains("/WEB-INF/templates/exit.xhtml"));
        assertTrue(Files.readString(WEBAPP.resolve("WEB-INF/templates/staff.xhtml")).contains("/WEB-INF/templates/exit.xhtml"));
    }

    @Test
    void every_text_that_a_page_or_a_class_names_exists_in_every_language() throws IOException {
        Set<String> named = new TreeSet<>();
        for (Path root : List.of(WEBAPP, Path.of("src/main/java"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(p -> p.toString().matches(".*\\.(xhtml|java)")).toList()) {
                    String text = Files.readString(file);
                    TEXT_KEY.matcher(text).results().map(m -> m.group(1)).filter(k -> !k.endsWith(".")).forEach(named::add);
                    ANY_KEY.matcher(text.replace('"', '\'')).results().map(m -> m.group(1)).forEach(named::add);
                }
            }
        }
        Set<String> english = keys("en");
        named.removeIf(k -> !english.contains(k) && (english.stream().anyMatch(e -> e.startsWith(k + ".")) || isNoText(k)));
        for (Language language : Language.ALL) {
            Set<String> missing = new TreeSet<>(named);
            missing.removeAll(keys(language.tag()));
            assertEquals(Set.of(), missing, "texts missing in " + language);
        }
    }

    /** Names of settings, permissions and audit acts look like text keys but are none. */
    private static boolean isNoText(String key) {
        return key.matches("help\\.(check|uncheck|show-unchecked|hide-unchecked)|report\\.release|certificate\\.(issue|index|retry|print|revoke|reissue)|.*\\.ya?ml");
    }

    @Test
    void no_page_shows_the_gap_of_a_text_instead_of_what_belongs_into_it() throws IOException {
        Pattern withoutValues = Pattern.compile("t\\['([a-zA-Z0-9.]+)'\\]");
        Properties english = texts("en");
        Set<String> gaps = new TreeSet<>();
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            for (Path file : files.filter(p -> p.toString().endsWith(".xhtml")).toList()) {
                withoutValues.matcher(Files.readString(file)).results().map(m -> m.group(1))
                        .filter(key -> english.getProperty(key, "").matches("(?s).*\\{\\d.*")).forEach(key -> gaps.add(file + " " + key));
            }
        }
        assertEquals(Set.of(), gaps);
    }

    static Set<String> keys(String language) throws IOException {
        return texts(language).stringPropertyNames();
    }

    private static Properties texts(String language) throws IOException {
        Properties properties = new Properties();
        for (String feature : Texts.FEATURES) {
            Path file = Path.of("src/main/resources/i18n", feature + "_" + language + ".properties");
            if (Files.exists(file)) {
                properties.load(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
            }
        }
        return properties;
    }
}
