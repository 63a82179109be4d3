package org.dalil.exam.control.qti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.dalil.authoring.BankImport;
import org.dalil.authoring.control.CurriculumReader;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Course;
import org.dalil.exam.entity.BankDefaults;
import org.dalil.exam.entity.ItemContent;
import org.junit.jupiter.api.Test;

/** Whatever bank goes out comes in again as it was. */
class QtiRoundTripTest {

    private static List<ItemContent> bank(Random random, int items) {
        List<ItemContent> bank = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            bank.add(QtiBanks.item(random, (random.nextBoolean() ? "item-" : "") + i));
        }
        return bank;
    }

    @Test
    void any_bank_that_is_written_and_read_again_is_the_same_in_every_letter() {
        Random random = new Random(2026);
        for (int n = 0; n < 150; n++) {
            List<ItemContent> bank = bank(random, 1 + random.nextInt(8));
            QtiReader.Reading read = QtiBanks.read(QtiWriter.write(bank), BankDefaults.NONE);
            assertEquals(List.of(), QtiBanks.refusals(read), () -> "bank " + bank);
            assertEquals(bank, read.items());
        }
    }

    @Test
    void the_demonstration_banks_of_the_curriculum_come_back_whole() {
        List<Course> courses = CurriculumReader.read(Path.of("courses")).curriculum().courses().stream().map(d -> d.course())
                .filter(c -> c.bank() != null).toList();
        assertTrue(courses.size() > 0);
        for (Course course : courses) {
            List<ItemContent> bank = course.bank().items().stream().map(item -> {
                Map<String, Bank.ItemWords> words = new TreeMap<>();
                course.bank().words().forEach((language, all) -> words.put(language, all.items().get(item.id())));
                return new ItemContent(item, words);
            }).toList();
            Set<String> topics = new HashSet<>();
            bank.forEach(i -> topics.add(i.item().topic()));
            QtiReader.Reading read = QtiReader.read(new BankImport().unpack(QtiWriter.write(bank)), topics, BankDefaults.NONE);
            assertEquals(List.of(), QtiBanks.refusals(read));
            assertEquals(bank, read.items(), course.slug());
        }
    }

    @Test
    void the_same_bank_is_the_same_file() {
        List<ItemContent> bank = bank(new Random(4), 20);
        assertArrayEquals(QtiWriter.write(bank), QtiWriter.write(bank));
    }

    @Test
    void a_bank_of_a_thousand_items_can_be_read_again() {
        List<ItemContent> bank = bank(new Random(8), 1000);
        assertEquals(1000, QtiBanks.read(QtiWriter.write(bank), BankDefaults.NONE).items().size());
    }

    @Test
    void what_xml_has_no_place_for_is_left_out_and_nothing_else() {
        ItemContent item = QtiBanks.item(new Random(3), "one");
        Map<String, Bank.ItemWords> words = new LinkedHashMap<>();
        item.words().forEach((language, w) -> words.put(language, new Bank.ItemWords("a\u0001b\r\nc\uFFFEd\uD800e\u0000", w.choices(), w.right(), w.explanation())));
        ItemContent odd = new ItemContent(item.item(), words);
        List<ItemContent> read = QtiBanks.read(QtiWriter.write(List.of(odd)), BankDefaults.NONE).items();
        assertEquals(List.of(QtiWriter.kept(odd)), read);
        assertEquals("ab\ncde", read.get(0).words().values().iterator().next().stem());
    }
}
