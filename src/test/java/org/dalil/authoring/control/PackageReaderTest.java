package org.dalil.authoring.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.dalil.authoring.entity.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages from people who mean no good, or whose download broke off. */
class PackageReaderTest {

    private static List<String> findings(byte[] zip) {
        CourseFiles files = CourseFiles.ofPackage(zip);
        assertEquals(List.of(), files.paths(), "nothing of it is kept");
        return files.findings().stream().map(Object::toString).toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_good_package_is_read_like_its_folder() throws IOException {
        CourseFiles folder = CourseFiles.ofFolder(Path.of("src/test/resources/courses-valid"));
        Zip zip = new Zip().with("courses/", new byte[0]);
        folder.paths().forEach(p -> zip.with("courses/" + p, folder.bytes(p)));
        Reading reading = CurriculumReader.read(CourseFiles.ofPackage(zip.packed()));
        assertEquals(List.of(), reading.findings());
        assertEquals(CurriculumReader.read(folder).curriculum().courses().get(0).hash(),
                reading.curriculum().courses().get(0).hash());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "../../etc/cron.d/x | courses/../../etc/cron.d/x: the name leads out of the package; nothing of it is read",
        "teens/../../x.md   | courses/teens/../../x.md: the name leads out of the package; nothing of it is read",
        "../x/              | courses/../x/: the name leads out of the package; nothing of it is read",
        "/etc/passwd        | courses//etc/passwd: the name is an absolute path; pack the folder courses/ itself",
        "C:/x.yaml          | courses/C:/x.yaml: the name is an absolute path; pack the folder courses/ itself",
        "teens\\x.yaml      | courses/teens\\x.yaml: the name contains a backslash; pack it again with slashes",
        "a/b/c/d/e/f/g.yaml | courses/a/b/c/d/e/f/g.yaml: the name is too long or too deep; nothing in courses/ is nested like that",
        "سەرچاوە.yaml       | courses/سەرچاوە.yaml: the name has other characters than Latin letters, digits, hyphens and dots; rename the file",
    })
    void a_dangerous_name_is_refused(String name, String sentence) {
        assertEquals(List.of(sentence), findings(new Zip().with(name, "x").packed()));
    }

    @Test
    void a_name_that_turns_the_writing_round_is_refused_and_shown_harmless() {
        assertEquals(List.of("courses/lesson?dm.exe: the name hides a change of writing direction; rename the file"),
                findings(new Zip().with("lesson\u202Edm.exe", "x").packed()));
    }

    @Test
    void a_name_with_nul_is_refused() {
        byte[] zip = Zip.renamed(new Zip().with("sources.yaml", "x").packed(), utf8("sources.yaml"), utf8("sources.\0aml"));
        assertEquals(List.of("courses/sources.?aml: the name contains an invisible control character; rename the file"), findings(zip));
    }

    @Test
    void a_name_that_is_no_utf8_is_refused() {
        byte[] broken = utf8("sources.yaml");
        broken[3] = (byte) 0xFF;
        byte[] zip = Zip.renamed(new Zip().with("sources.yaml", "x").packed(), utf8("sources.yaml"), broken);
        assertEquals(List.of("courses/sou\uFFFDces.yaml: the name is not UTF-8; rename the file in Latin letters, digits and hyphens"),
                findings(zip));
    }

    @Test
    void a_symbolic_link_is_refused() {
        byte[] zip = Zip.typed(new Zip().with("sources.yaml", "/etc/passwd").packed(), 0xA1FF);
        assertEquals(List.of("courses/sources.yaml: this is a link and no file; put the file itself here"), findings(zip));
    }

    @Test
    void a_locked_file_is_refused() {
        assertEquals(List.of("courses/sources.yaml: the file is locked with a password; pack it again without one"),
                findings(Zip.locked(new Zip().with("sources.yaml", "x").packed())));
    }

    @Test
    void a_file_that_is_too_large_is_refused() {
        byte[] noise = new byte[600 * 1024];
        new Random(1).nextBytes(noise);
        assertEquals(List.of("courses/sources.yaml: the file is larger than 512 kB; divide it or take out what does not belong here"),
                findings(new Zip().with("sources.yaml", noise).packed()));
    }

    @Test
    void a_bomb_is_refused_by_its_ratio() {
        assertEquals(List.of("courses/sources.yaml: the file unpacks to more than a hundred times its size; nothing written does that"),
                findings(new Zip().with("sources.yaml", new byte[400 * 1024]).packed()));
    }

    @Test
    void a_bomb_that_lies_about_its_size_is_not_unpacked_further_than_it_claims() {
        byte[] zip = Zip.claiming(new Zip().with("sources.yaml", new byte[40 * 1024 * 1024]).packed(), 10);
        assertEquals(List.of("courses/sources.yaml: the file is not what the package says it is; pack it again"), findings(zip));
    }

    @Test
    void more_than_all_courses_together_is_refused() {
        byte[] noise = new byte[500 * 1024];
        new Random(1).nextBytes(noise);
        byte[] text = utf8(java.util.Base64.getEncoder().encodeToString(noise).substring(0, 500 * 1024));
        Zip zip = new Zip();
        for (int i = 0; i < 110; i++) {
            zip.with("help/n" + i + ".yaml", text);
        }
        assertEquals(List.of("there are more than 5,000 files or 48 MB up to here; the rest is not read"),
                CourseFiles.ofPackage(zip.packed()).findings().stream().map(f -> f.sentence()).toList());
    }

    @Test
    void too_many_files_are_refused() {
        Zip zip = new Zip();
        for (int i = 0; i <= CourseFiles.MOST_FILES; i++) {
            zip.with("help/n" + i + ".yaml", "");
        }
        assertEquals(List.of("courses/: package: there are more than 5,000 files or 48 MB up to here; the rest is not read"),
                findings(zip.packed()));
    }

    @Test
    void a_name_that_comes_twice_is_refused() {
        CourseFiles files = CourseFiles.ofPackage(new Zip().with("sources.yaml", "x").with("Sources.yaml", "y").packed());
        assertEquals(List.of("sources.yaml"), files.paths());
        assertEquals("courses/Sources.yaml: the package holds this name twice; pack it again", files.findings().get(0).toString());
    }

    @Test
    void what_is_no_zip_or_was_cut_off_is_one_sentence() {
        assertEquals(List.of("courses/: package: this is no zip package; pack the folder courses/ as .zip"), findings(utf8("hello")));
        byte[] whole = new Zip().with("sources.yaml", "x: {title: y, grade: P}").packed();
        byte[] tail = Arrays.copyOfRange(whole, 20, whole.length);
        assertEquals(List.of("courses/: package: the package is damaged; pack it again"), findings(tail));
    }

    @Test
    void no_spoiled_byte_makes_the_reader_fail() {
        byte[] whole = new Zip().with("sources.yaml", "x: {title: y, grade: P}").with("teens/x/quiz.yaml", "items: []").packed();
        for (int i = 0; i < whole.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] spoiled = whole.clone();
                spoiled[i] ^= (byte) (1 << bit);
                CourseFiles files = CourseFiles.ofPackage(spoiled);
                assertTrue(files.paths().size() <= 2);
            }
        }
    }
}
