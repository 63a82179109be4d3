package org.dalil.authoring.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Quiz;

/**
 * Writes a bank as the table that {@link CsvBank} reads. Choices are told by the letter of their place; sources and the state of
 * legal provisions have no column.
 */
public final class BankTable {

    /** What a spreadsheet would take for a formula stands behind an apostrophe. */
    private static final String FORMULA = "=+-@\t\r";

    private BankTable() { }

    /** Whether the table has a place for an item: single, multiple and true-false with six choices at most. */
    public static boolean holds(Bank.Item item) {
        return List.of(Quiz.Kind.SINGLE, Quiz.Kind.MULTIPLE, Quiz.Kind.TRUE_FALSE).contains(item.kind())
                && item.choices().size() <= CsvBank.CHOICES.size();
    }

    /**
     * The table in UTF-8, marked as such for spreadsheets; items that it does not hold are left out.
     *
     * @param words by language and item id
     */
    public static byte[] write(List<Bank.Item> items, Map<String, Map<String, Bank.ItemWords>> words) {
        CsvSchema.Builder columns = CsvSchema.builder().setUseHeader(true);
        CsvBank.COLUMNS.forEach(columns::addColumn);
        List<Map<String, String>> lines = new ArrayList<>();
        items.stream().filter(BankTable::holds).forEach(item -> words.forEach((language, own) -> {
            if (own.containsKey(item.id())) {
                lines.add(line(item, language, own.get(item.id())));
            }
        }));
        try {
            return ("\uFEFF" + new CsvMapper().writer(columns.build()).writeValueAsString(lines)).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> line(Bank.Item item, String language, Bank.ItemWords words) {
        boolean trueFalse = item.kind() == Quiz.Kind.TRUE_FALSE;
        Map<String, String> line = new LinkedHashMap<>();
        line.put("id", item.id());
        line.put("topic", item.topic());
        line.put("difficulty", item.difficulty().name().toLowerCase(Locale.ROOT));
        line.put("kind", item.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        line.put("key", String.join(" ", item.key().stream().map(k -> trueFalse ? k : CsvBank.CHOICES.get(item.choices().indexOf(k))).toList()));
        line.put("language", language);
        line.put("stem", plain(words.stem()));
        for (int i = 0; i < item.choices().size(); i++) {
            // For a statement the first column says true, whichever of the two the item shows first.
            int place = trueFalse ? List.of("t", "f").indexOf(item.choices().get(i)) : i;
            line.put(CsvBank.CHOICES.get(place), plain(words.choices().get(item.choices().get(i))));
        }
        line.put("explanation", plain(words.explanation()));
        return line;
    }

    private static String plain(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** What {@link #write} wrote: without the apostrophe that it put there. */
    static String read(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0 ? cell.substring(1) : cell;
    }
}
