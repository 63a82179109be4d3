package org.dalil;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dalil.authoring.control.CurriculumReader;
import org.dalil.authoring.entity.Curriculum;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseDraft;
import org.dalil.course.entity.Lesson;
import org.dalil.course.entity.Module;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A term of the glossary is linked where a course first uses it, and in every language alike. */
class GlossaryLinksTest {

    /** Its everyday word, "link", is no term. */
    private static final Set<String> EVERYDAY = Set.of("url");

    private static final Pattern LINK = Pattern.compile("<a href=\"glossary:([a-z0-9-]+)\">.*?</a>");

    private static final Pattern ADDRESS = Pattern.compile("href=\"[^\"]*\"");

    private static Curriculum curriculum;

    @BeforeAll
    static void read() {
        curriculum = CurriculumReader.read(Path.of("courses")).curriculum();
    }

    private static Stream<Course> courses() {
        return curriculum.courses().stream().map(CourseDraft::course);
    }

    private static String html(Lesson lesson) {
        return lesson.cards().stream().flatMap(c -> c.blocks().stream()).flatMap(CurriculumPage::html).collect(Collectors.joining("\n"));
    }

    /** Spaces instead, so that a place in the one is the same place in the other. */
    private static String withoutAddresses(String html) {
        return ADDRESS.matcher(html).replaceAll(m -> " ".repeat(m.group().length()));
    }

    @Test
    void the_first_use_of_a_term_in_a_course_is_a_link() {
        Set<String> faults = new TreeSet<>();
        courses().forEach(course -> {
            String lessons = course.modules().stream().map(m -> html(m.lessons().get("en"))).collect(Collectors.joining("\n"));
            curriculum.glossary().words().get("en").terms().forEach((id, words) -> {
                String term = words.term().replaceAll("\\(.*?\\)", "").strip();
                Matcher use = Pattern.compile("(?<![\\w-])" + Pattern.quote(term) + "(?:s|es)?(?![\\w-])", Pattern.CASE_INSENSITIVE)
                        .matcher(withoutAddresses(lessons));
                Matcher link = Pattern.compile("<a href=\"glossary:" + id + "\">.*?</a>").matcher(lessons);
                boolean used = use.find();
                boolean linked = link.find();
                if (used && !EVERYDAY.contains(id) && (!linked || link.start() > use.start())) {
                    faults.add(course.code() + " uses \"" + term + "\" without a link to glossary:" + id);
                }
            });
        });
        assertEquals(Set.of(), faults);
    }

    @Test
    void every_language_links_the_same_terms() {
        Set<String> faults = new TreeSet<>();
        courses().forEach(course -> course.modules().forEach(module -> course.languages().forEach(language -> {
            if (!terms(module, language).equals(terms(module, course.sourceLanguage()))) {
                faults.add(course.slug() + " " + module.name() + " in " + language + " links " + terms(module, language) + " instead of "
                        + terms(module, course.sourceLanguage()));
            }
        })));
        assertEquals(Set.of(), faults);
    }

    private static List<String> terms(Module module, String language) {
        return LINK.matcher(html(module.lessons().get(language))).results().map(m -> m.group(1)).sorted().toList();
    }
}
