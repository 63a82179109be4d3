package org.dalil.exam.control.qti;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dalil.authoring.BankImport;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Difficulty;
import org.dalil.course.entity.Quiz;
import org.dalil.exam.entity.BankDefaults;
import org.dalil.exam.entity.ItemContent;

/** Banks by chance, and packages by hand. */
final class QtiBanks {

    static final Set<String> TOPICS = Set.of("keep-traces", "2-ask", "lock");
    private static final List<String> WORDS = List.of("پرسیار", "ڕاستە؟", "گۆڤار", "الهاتف", "السؤال:", "ڵێره", "ێ", "şîfre", "Çi", "“who”", "a<b", "&amp;",
            "]]>", "<!DOCTYPE", "x > y", "٣٫٥", "،", "\u200Cمی\u200Cشود", "🙂", "'tis", "\"so\"", "1 000", "e\u0301", "\u2066x\u2069", "{0}", "#{1+1}");
    private static final List<String> GAPS = List.of(" ", " ", " ", " ", "  ", "\n", "\n\n", "\n\n\n", "\t", " \n ");
    private static final List<String> IDS = List.of("a", "b", "c", "d", "t", "f", "1", "2", "10", "long-one", "x9", "r", "l1", "true");

    private QtiBanks() { }

    static ItemContent item(Random random, String id) {
        Quiz.Kind kind = List.of(Quiz.Kind.SINGLE, Quiz.Kind.MULTIPLE, Quiz.Kind.TRUE_FALSE, Quiz.Kind.ORDER, Quiz.Kind.MATCH).get(random.nextInt(5));
        List<String> choices = kind == Quiz.Kind.TRUE_FALSE ? List.of("t", "f") : some(random, IDS, 2 + random.nextInt(7));
        List<String> right = kind == Quiz.Kind.MATCH ? some(random, IDS, 2 + random.nextInt(7)) : List.of();
        List<String> key = switch (kind) {
            case MULTIPLE -> some(random, choices, 1 + random.nextInt(choices.size()));
            case ORDER -> some(random, choices, choices.size());
            case MATCH -> choices.stream().map(c -> right.get(random.nextInt(right.size()))).toList();
            default -> some(random, choices, 1);
        };
        Bank.Provision provision = random.nextInt(3) > 0 ? null
                : new Bank.Provision(random.nextBoolean() ? null : LocalDate.of(2026, 2, 28), LocalDate.of(2027, 1 + random.nextInt(12), 1));
        Map<String, Bank.ItemWords> words = new TreeMap<>();
        for (String language : some(random, List.of("en", "ar", "ckb", "kmr"), 1 + random.nextInt(4))) {
            words.put(language, new Bank.ItemWords(text(random), texts(random, choices), texts(random, right), text(random)));
        }
        return new ItemContent(new Bank.Item(id, List.copyOf(TOPICS).get(random.nextInt(TOPICS.size())),
                Difficulty.values()[random.nextInt(3)], kind, choices, right, key, some(random, List.of("law-12", "3gpp", "un"), random.nextInt(3)),
                provision), words);
    }

    private static <T> List<T> some(Random random, List<T> of, int count) {
        List<T> shuffled = new ArrayList<>(of);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, Math.min(count, shuffled.size())));
    }

    private static Map<String, String> texts(Random random, List<String> ids) {
        Map<String, String> texts = new LinkedHashMap<>();
        ids.forEach(id -> texts.put(id, text(random)));
        return texts;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(9) == 0 ? " " : "");
        int words = 1 + random.nextInt(12);
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : GAPS.get(random.nextInt(GAPS.size()))).append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.append(random.nextInt(9) == 0 ? "\n" : "").toString();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static QtiReader.Reading read(byte[] zip, BankDefaults defaults) {
        return QtiReader.read(new BankImport().unpack(zip), TOPICS, defaults);
    }

    /** What is wrong with each thing that is refused, as {@code name: text key}. */
    static List<String> refusals(QtiReader.Reading reading) {
        return reading.refused().stream().map(r -> r.name() + ": " + r.why().key()).toList();
    }
}
