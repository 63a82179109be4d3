package org.dalil.workshop.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dalil.assessment.entity.Occasion;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Form;
import org.dalil.platform.control.PlatformParts;
import org.dalil.platform.entity.Language;
import org.dalil.workshop.entity.SheetOrder;
import org.dalil.workshop.entity.SheetProblem;
import org.dalil.workshop.entity.SheetRefused;
import org.dalil.workshop.entity.SheetScan;
import org.dalil.workshop.entity.SheetsExpected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are made to harm whoever opens them, or are what a tired person picks: each is refused, soon, and costs little. */
class PoisonedScansTest {

    private static final Course COURSE = PaperParts.course("teens/spot-it");
    private static final SheetsExpected EXPECTED = PaperParts.expected(COURSE);

    /** What a large photo takes. */
    private static final long MOST_MEMORY = 150L << 20;

    private final SheetReader reader = new SheetReader();

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("a page that is a gigabyte", Bombs.pdf(), SheetProblem.TOO_LARGE),
                Arguments.of("401 pages", Bombs.pages(PdfPictures.MOST_PAGES + 1), SheetProblem.TOO_LARGE),
                Arguments.of("a password to open", Bombs.locked(true), SheetProblem.LOCKED),
                Arguments.of("a password to change", Bombs.locked(false), SheetProblem.LOCKED),
                Arguments.of("a PNG as large as a city", Bombs.png(), SheetProblem.TOO_LARGE),
                Arguments.of("a JPEG as large as a city", Bombs.jpeg(), SheetProblem.TOO_LARGE),
                Arguments.of("nothing", new byte[0], SheetProblem.FILE),
                Arguments.of("words", "Dear trainer".getBytes(StandardCharsets.UTF_8), SheetProblem.FILE),
                Arguments.of("a page with a script", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8),
                        SheetProblem.FILE),
                Arguments.of("an archive", new byte[] {'P', 'K', 3, 4, 20, 0}, SheetProblem.FILE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void each_is_refused_with_its_reason_soon_and_costs_little(String name, byte[] file, SheetProblem problem) {
        long before = allocated();
        assertTimeout(Duration.ofSeconds(20), () -> assertEquals(problem, assertThrows(SheetRefused.class, () -> read(file)).problem()));
        assertTrue(allocated() - before < MOST_MEMORY, name + " took " + (allocated() - before));
    }

    /** Of what was cut off on its way nothing is read, and none of it passes for an empty page. */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.3, 0.6, 0.9})
    void part_of_a_stack_is_no_stack_of_empty_pages(double part) throws IOException {
        List<BufferedImage> pages = PrintedPages.of(COURSE, Language.ENGLISH, PaperParts.WORKSHOP, List.of(new SheetOrder(17, Form.A, Occasion.PRE)), 150);
        byte[] whole = Pen.scanned(List.of(pages.get(0)));
        byte[] file = Arrays.copyOf(whole, (int) (whole.length * part));
        try {
            assertTrue(read(file).stream().allMatch(s -> s.problem().filter(p -> p != SheetProblem.BLANK).isPresent()), "half read");
        } catch (SheetRefused refused) {
            assertEquals(SheetProblem.FILE, refused.problem());
        }
    }

    @Test
    void a_comment_in_a_picture_is_not_unpacked() throws IOException {
        byte[] file = Bombs.comment();
        long before = allocated();
        try {
            assertTrue(read(file).get(0).problem().isPresent());
        } catch (SheetRefused refused) {
            assertEquals(SheetProblem.TOO_LARGE, refused.problem());
        }
        assertTrue(allocated() - before < MOST_MEMORY, "took " + (allocated() - before));
    }

    @Test
    void each_reason_is_a_sentence_of_its_own_in_every_language() {
        for (Language language : Language.ALL) {
            Set<String> sentences = Arrays.stream(SheetProblem.values()).map(p -> PlatformParts.texts().get(language, p.key()))
                    .collect(Collectors.toSet());
            assertEquals(SheetProblem.values().length, sentences.size(), language.tag());
            assertTrue(sentences.stream().allMatch(s -> s.matches("(?s).{10,}[.؟?]")), language + ": " + sentences);
        }
    }

    private List<SheetScan> read(byte[] file) throws IOException {
        return reader.read(new ByteArrayInputStream(file), EXPECTED);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
