package org.dalil.authoring.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dalil.authoring.entity.BankReading;
import org.dalil.authoring.entity.Finding;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Quiz;
import org.junit.jupiter.api.Test;

/** Banks as certifiers upload them, as files and as a table. */
class UploadedBankTest {

    private static final Path TREE = Path.of("src/test/resources/courses-valid");
    private static final Course DESK = CurriculumReader.read(TREE).curriculum().courses().stream().map(d -> d.course())
            .filter(c -> c.bank() != null).findFirst().orElseThrow();

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : List.of("bank.yaml", "bank.en.yaml")) {
            try {
                files.put(name, Files.readString(TREE.resolve("responders/own-desk").resolve(name))
                        .replace("demonstration: true", "demonstration: false").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return files;
    }

    private static List<String> refusals(Map<String, byte[]> files) {
        BankReading reading = UploadedBank.read(files, DESK);
        assertNull(reading.bank(), "nothing half");
        return reading.findings().stream().filter(Finding::refuses).map(Finding::toString).toList();
    }

    private static boolean names(List<String> refusals, String what) {
        return refusals.stream().anyMatch(r -> r.contains(what));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void the_files_of_a_course_are_a_bank_once_they_say_that_they_certify() {
        Bank bank = UploadedBank.read(files(), DESK).bank();
        assertEquals(DESK.bank().items(), bank.items());
        Map<String, byte[]> shown = files();
        shown.put("bank.yaml", bytes(new String(shown.get("bank.yaml"), StandardCharsets.UTF_8).replace("demonstration: false", "demonstration: true")));
        assertTrue(names(refusals(shown), "demonstration is true"));
    }

    @Test
    void what_is_missing_or_does_not_belong_is_named() {
        Map<String, byte[]> wordless = files();
        wordless.remove("bank.en.yaml");
        assertTrue(names(refusals(wordless), "there are no words"));
        assertTrue(names(refusals(Map.of()), "the file is missing"));
        Map<String, byte[]> more = files();
        more.put("../../etc/passwd", new byte[3]);
        assertTrue(names(refusals(more), "the files of a bank are"));
        Map<String, byte[]> topic = files();
        String first = DESK.bank().items().get(0).topic();
        topic.put("bank.yaml", bytes(new String(topic.get("bank.yaml"), StandardCharsets.UTF_8).replaceFirst("topic: " + first, "topic: nowhere")));
        assertTrue(names(refusals(topic), "no module has the objective nowhere"));
    }

    private static final String HEAD = "id,topic,difficulty,kind,key,language,stem,a,b,c,d,explanation\n";

    @Test
    void a_table_says_the_same_as_files() {
        String topic = DESK.bank().items().get(0).topic();
        Bank bank = UploadedBank.read(Map.of("bank.csv", bytes("\uFEFF" + HEAD
                + "one," + topic + ",easy,single,b,en,\"Which, of these?\",First,Second,Third,,Because.\n"
                + "two," + topic + ",hard,multiple,a c,en,Which two?,First,Second,Third,,Because.\n"
                + "three," + topic + ",medium,true-false,f,en,Is it so?,True,False,,,Because.\n")), DESK).bank();
        assertEquals(List.of("b"), bank.item("one").orElseThrow().key());
        assertEquals(List.of("a", "c"), bank.item("two").orElseThrow().key());
        assertEquals(Quiz.Kind.TRUE_FALSE, bank.item("three").orElseThrow().kind());
        assertEquals(Map.of("t", "True", "f", "False"), bank.words().get("en").items().get("three").choices());
        assertEquals("Which, of these?", bank.words().get("en").items().get("one").stem());
    }

    @Test
    void a_table_with_slips_is_refused_by_its_lines() {
        String topic = DESK.bank().items().get(0).topic();
        String good = "one," + topic + ",easy,single,b,en,Which?,First,Second,,,Because.\n";
        assertTrue(names(refusals(Map.of("bank.csv", bytes(HEAD + good + good))), "line 3"));
        assertTrue(names(refusals(Map.of("bank.csv", bytes(HEAD + good.replace(",b,", ",d,")))), "is none of its choices"));
        assertTrue(names(refusals(Map.of("bank.csv", bytes(HEAD + good.replace("single", "order")))), "line 2"));
        assertTrue(names(refusals(Map.of("bank.csv", bytes(HEAD + good + good.replace(",en,", ",ar,").replace("easy", "hard")))), "not the same here as above"));
        assertTrue(names(refusals(Map.of("bank.csv", bytes(HEAD + "\"one"))), "can't be read"));
        assertTrue(names(refusals(Map.of("bank.csv", new byte[] {(byte) 0xc7, (byte) 0xe1})), "UTF-8"));
        assertTrue(names(refusals(Map.of("bank.csv", bytes(HEAD + good.replace(",en,", ",../x,")))), "the files of a bank are"));
    }

    /** Whatever a table holds comes back as it was; a spreadsheet finds no formula in it. */
    @Test
    void a_bank_written_as_a_table_is_read_as_the_same_bank() {
        Bank whole = UploadedBank.read(files(), DESK).bank();
        Bank.Item one = whole.items().stream().filter(i -> i.kind() == Quiz.Kind.SINGLE).findFirst().orElseThrow();
        Map<String, Map<String, Bank.ItemWords>> words = new LinkedHashMap<>();
        whole.words().forEach((language, own) -> {
            Map<String, Bank.ItemWords> items = new LinkedHashMap<>(own.items());
            items.computeIfPresent(one.id(), (id, w) -> new Bank.ItemWords("=HYPERLINK(\"x\"), \"said\";\nڕێز", w.choices(), w.right(), "'quoted'"));
            words.put(language, items);
        });
        byte[] table = BankTable.write(whole.items(), words);
        String text = new String(table, StandardCharsets.UTF_8);
        assertTrue(text.contains("'=HYPERLINK") && !text.contains(",=") && !text.contains(",\"="), "no formula");
        BankReading read = UploadedBank.read(Map.of("bank.csv", table), DESK);
        assertEquals(List.of(), read.findings().stream().filter(Finding::refuses).toList());
        List<Bank.Item> held = whole.items().stream().filter(BankTable::holds).toList();
        assertTrue(held.size() > 3);
        assertEquals(held.stream().map(UploadedBankTest::byPlace).toList(), read.bank().items().stream().map(UploadedBankTest::byPlace).toList());
        for (Bank.Item item : held) {
            for (String language : words.keySet()) {
                Bank.ItemWords there = words.get(language).get(item.id());
                Bank.ItemWords back = read.bank().words().get(language).items().get(item.id());
                assertEquals(List.of(there.stem(), List.copyOf(there.choices().values()), there.explanation()),
                        List.of(back.stem(), List.copyOf(back.choices().values()), back.explanation()));
            }
        }
    }

    /** An item with its choices told by their place. */
    private static List<Object> byPlace(Bank.Item item) {
        return List.of(item.id(), item.topic(), item.difficulty(), item.kind(), item.choices().size(),
                item.kind() == Quiz.Kind.TRUE_FALSE ? item.key() : item.key().stream().map(item.choices()::indexOf).toList());
    }
}
