package org.dalil.authoring.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dalil.authoring.entity.Reading;
import org.dalil.course.entity.Audience;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Block;
import org.dalil.course.entity.Blueprint;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseDraft;
import org.dalil.course.entity.Difficulty;
import org.dalil.course.entity.Form;
import org.dalil.course.entity.Lesson;
import org.dalil.course.entity.Quiz;
import org.dalil.course.entity.Scenario;
import org.dalil.course.entity.Sheet;
import org.dalil.help.entity.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes out of the valid course of the tests. */
class CurriculumReaderTest {

    private static final Path VALID = Path.of("src/test/resources/courses-valid");

    private static CourseDraft draft() {
        return draft(CurriculumReader.read(VALID), "own-keys");
    }

    private static CourseDraft draft(Reading reading, String slug) {
        return reading.curriculum().courses().stream().filter(c -> c.course().slug().equals(slug)).findFirst().orElseThrow();
    }

    private static CourseFiles with(String path, String text) throws IOException {
        return new CourseFiles(new TreeMap<>(Map.of(path, text.getBytes(StandardCharsets.UTF_8))), List.of())
                .over(CourseFiles.ofFolder(VALID));
    }

    @Test
    void blocks_of_a_lesson_come_in_order_with_their_text() {
        Lesson lesson = draft().course().module(1).orElseThrow().lessons().get("en");
        assertEquals("What a lock is for", lesson.cards().get(0).title());
        assertEquals(List.of(
                new Block.Text("<p>A lock gives you time. A <a href=\"glossary:passphrase\">passphrase</a> is a lock of words.</p>"),
                new Block.Key("<p>Long beats clever.</p>"),
                new Block.Check("try-lock")), lesson.cards().get(0).blocks());
        assertEquals(new Block.Try(List.of("Open the settings.", "Choose <strong>two-step</strong>.")),
                lesson.cards().get(1).blocks().get(1));
        assertEquals(new Block.Steps("any", List.of("Open the app.", "Look for security.")), lesson.cards().get(1).blocks().get(2));
        assertEquals(new Block.Print("doors", List.of("My mail", "My chats")), lesson.cards().get(2).blocks().get(1));
        assertEquals(new Block.Help(), lesson.cards().get(2).blocks().get(2));
    }

    @Test
    void keys_of_all_kinds_become_lists() {
        Quiz quiz = draft().course().quiz();
        assertEquals(List.of("f"), quiz.item("birthday").orElseThrow().key());
        assertEquals(List.of("c", "a", "b"), quiz.item("lost-phone").orElseThrow().key());
        assertEquals(List.of("r2", "r1"), quiz.item("who-decides").orElseThrow().key());
        assertEquals(List.of("l1", "l2"), quiz.item("who-decides").orElseThrow().choices());
        assertEquals(9, quiz.of(Form.A).size());
        assertEquals("A picture of Hana", quiz.words().get("en").items().get("who-decides").choices().get("l1").text());
    }

    @Test
    void a_responders_course_has_a_blueprint_and_a_bank_to_show() {
        Course course = draft(CurriculumReader.read(VALID), "own-desk").course();
        assertEquals(new Blueprint(15, 75, List.of(new Blueprint.Topic("hear-out", 1, 1, 1, 50),
                new Blueprint.Topic("write-less", 1, 2, 0, 0))), course.blueprint());
        assertTrue(course.bank().demonstration());
        assertEquals(new Bank.Item("stamp-date", "write-less", Difficulty.MEDIUM, Quiz.Kind.SINGLE, List.of("a", "b", "c"), List.of(),
                List.of("c"), List.of("primary"), new Bank.Provision(null, LocalDate.of(2027, 5, 20))),
                course.bank().item("stamp-date").orElseThrow());
        assertEquals(List.of("r2", "r1"), course.bank().item("whose-words").orElseThrow().key());
        assertEquals("Today's", course.bank().words().get("en").items().get("stamp-date").choices().get("c"));
        assertEquals("The clerk's", course.bank().words().get("en").items().get("whose-words").right().get("r1"));
        assertNull(draft().course().blueprint(), "a teens' course has no exam");
    }

    @Test
    void a_language_in_the_making_has_no_exam_items() throws IOException {
        Reading reading = CurriculumReader.read(with("responders/own-desk/bank.kmr.yaml", "status: draft\nitems: {}\n"));
        assertTrue(reading.findings().stream().noneMatch(f -> f.refuses()), () -> reading.findings().toString());
        assertEquals(Set.of("en"), draft(reading, "own-desk").course().bank().words().keySet());
    }

    @Test
    void a_scenario_keeps_its_memory() {
        Scenario scenario = draft().course().module(1).orElseThrow().scenario();
        assertEquals(Map.of("asked", "ten-asked"), scenario.nodes().get("ten-later").lines());
        assertEquals(new Scenario.Choice("end-early", Scenario.Effect.SAFE, null, "asked", "odd-post"),
                scenario.choices().get("take-back"));
        assertTrue(scenario.nodes().get("end-told").ends());
    }

    @Test
    void help_has_its_words_by_language() {
        Channel line = CurriculumReader.read(VALID).curriculum().help().get(0).channels().get(2);
        assertEquals(Channel.Kind.PHONE, line.kind());
        assertEquals("4970", line.value());
        assertEquals(Set.of("teens", "parents", "responders"), line.audiences());
        assertEquals("هێڵی یارمەتی", line.words().get("ckb").name());
    }

    @Test
    void a_sheet_keeps_its_pieces_in_order() {
        Sheet list = CurriculumReader.read(VALID).curriculum().sheets().get(1);
        assertEquals("my-list", list.address());
        assertEquals(Set.of(Audience.TEENS, Audience.PARENTS), list.audiences());
        assertTrue(list.onePage() && list.paper() == Sheet.Paper.A4);
        assertEquals(Set.of("en", "ckb"), list.words().keySet());
        Sheet.Words words = list.words().get("en");
        assertEquals("What is locked, and since when.", words.about());
        assertEquals(new Sheet.Part("Doors", List.of(new Sheet.Piece.Ticks(List.of("The mail is locked", "The chats are locked")),
                new Sheet.Piece.Rows(3, List.of("Door", "Locked on")))), words.parts().get(1));
        assertEquals(new Sheet.Piece.Fields(List.of("Next look", "With whom")), words.parts().get(2).pieces().get(1));
    }

    @Test
    void only_the_language_that_is_refused_is_missing_from_a_sheet() throws IOException {
        Reading reading = CurriculumReader.read(with("toolkits/lock-list.ckb.md", "---\nstatus: draft\n---\n"));
        assertTrue(reading.refuses());
        assertEquals(Set.of("en"), reading.curriculum().sheets().get(1).words().keySet());
        assertEquals(CurriculumReader.read(VALID).curriculum().courses().size(), reading.curriculum().courses().size(),
                "no course has anything to do with it");
        Reading without = CurriculumReader.read(with("toolkits/tools.yaml", Files.readString(VALID.resolve("toolkits/tools.yaml"))
                .replace("[primary, weak]", "[weak]")));
        assertEquals(List.of("small-card"), without.curriculum().sheets().stream().map(Sheet::id).toList());
    }

    @Test
    void the_same_folder_has_the_same_hash_and_another_wording_another() throws IOException {
        assertEquals(draft().hash(), draft().hash());
        Reading changed = CurriculumReader.read(with("teens/own-keys/blueprint.yaml", "x: 1\n"));
        assertNotEquals(draft().hash(), draft(changed, "own-keys").hash());
    }

    @Test
    void a_language_in_the_making_is_not_served() throws IOException {
        Reading reading = CurriculumReader.read(with("teens/own-keys/course.kmr.yaml", "status: draft\ntitle: Kilîd\n"));
        assertTrue(reading.findings().stream().noneMatch(f -> f.refuses()), () -> reading.findings().toString());
        assertEquals(4, reading.findings().size(), "what is missing only warns");
        Course course = draft(reading, "own-keys").course();
        assertEquals(Set.of("en", "ckb"), course.words().keySet());
    }

    @Test
    void what_should_have_been_reviewed_is_named() {
        assertEquals(List.of(), CurriculumReader.read(VALID, LocalDate.of(2027, 5, 20)).findings());
        Reading late = CurriculumReader.read(VALID, LocalDate.of(2027, 5, 21));
        assertEquals(4, late.findings().size());
        assertEquals("courses/help/world.yaml: channel first-steps: it was to be reviewed by 2027-05-20; "
                + "look whether it is still right and set a new day", late.findings().get(0).toString());
        assertEquals("courses/responders/own-desk/bank.yaml: item stamp-date: its legal provision was to be reviewed by 2027-05-20; "
                + "look whether it is still right and set a new day", late.findings().get(3).toString());
    }

    @Test
    void a_folder_that_does_not_exist_is_one_sentence() {
        Reading reading = CurriculumReader.read(Path.of("nowhere"));
        assertEquals(List.of("courses/: the folder nowhere can't be read; check its name and who may read it"),
                reading.findings().stream().map(Object::toString).toList());
    }

    @Test
    void two_courses_may_not_share_a_code_and_an_id() throws IOException {
        CourseFiles valid = CourseFiles.ofFolder(VALID);
        TreeMap<String, byte[]> copy = new TreeMap<>();
        valid.below("teens/own-keys").forEach(p -> copy.put(p.replace("own-keys", "other-keys"), valid.bytes(p)));
        List<String> sentences = CurriculumReader.read(new CourseFiles(copy, List.of()).over(valid)).findings().stream()
                .map(Object::toString).toList();
        assertTrue(sentences.contains("courses/teens/own-keys/course.yaml: the code is also that of "
                + "courses/teens/other-keys/course.yaml; give the newer one another"));
        assertTrue(sentences.contains("courses/teens/own-keys/1-locks/scenario.yaml: the graph has the same shape as "
                + "courses/teens/other-keys/1-locks/scenario.yaml; let this story branch in its own way"));
        assertTrue(sentences.contains("courses/teens/own-keys/1-locks/scenario.ckb.yaml: node lend-me: the text is nearly the same as "
                + "node lend-me of courses/teens/other-keys/1-locks/scenario.ckb.yaml; write another"));
    }

    /** Each would cost a careless pattern or a recursion minutes or the stack. */
    @ParameterizedTest
    @ValueSource(strings = {"a.", "0", "0 ", "!", ">", "- ", "[", "*a ", "x\n", "<a ", "`", "إباحي", "1. ", "> - ", "porn", "\\(",
        "[a\n", "*a **b\n", "![\n", "`a\n", "a.b\n", "| a\n", "<!-- \n", "0 0\n", "- x\n\n", "_a_b\n"})
    void text_made_to_exhaust_the_checker_does_not(String pattern) throws IOException {
        String much = pattern.repeat(CourseFiles.LARGEST_FILE / 2 / pattern.getBytes(StandardCharsets.UTF_8).length);
        CourseFiles lesson = with("teens/own-keys/1-locks/lesson.en.md", "---\ntitle: x\nstatus: draft\n---\n## x\n" + much + "\n");
        CourseFiles sheet = with("toolkits/lock-list.ckb.md", "---\ntitle: x\nabout: x\nstatus: draft\n---\n## x\n::: rows 3\n" + much + "\n:::\n");
        CourseFiles chat = with("teens/own-keys/course.en.yaml", "status: draft\ntitle: \"" + much.replace("\\", "") + "\"\n");
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertTrue(CurriculumReader.read(lesson).refuses());
            assertTrue(CurriculumReader.read(chat).refuses());
            assertTrue(CurriculumReader.read(sheet).refuses());
        });
    }

    @Test
    void a_refused_course_is_no_draft() throws IOException {
        Reading reading = CurriculumReader.read(with("teens/own-keys/quiz.yaml", "items: []\n"));
        assertTrue(reading.refuses());
        assertEquals(List.of("own-desk"), reading.curriculum().courses().stream().map(c -> c.course().slug()).toList());
    }
}
