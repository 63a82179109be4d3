package org.dalil.exam.control;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dalil.exam.entity.Candidate;
import org.dalil.exam.entity.CandidateList;
import org.dalil.exam.entity.CandidateList.Row;
import org.dalil.exam.entity.Person;
import org.dalil.exam.entity.Spellings;
import org.dalil.exam.entity.Track;
import org.dalil.platform.entity.Refused;

/** Reads an academy's list: CSV with a line of headings, in UTF-8 or Windows-1256. Every line is taken or refused with a reason. */
public final class CandidateListReader {

    /** Bytes. */
    public static final int LARGEST = 512 * 1024;
    /** Lines. */
    public static final int MOST = 1000;

    private static final Charset OLD = Charset.forName("windows-1256");
    private static final List<String> HEADINGS = List.of("arabic", "kurdish", "latin", "profession", "track", "reference", "extra-time");

    private final String text;
    private final String encoding;
    private final Set<String> seen = new HashSet<>();

    private CandidateListReader(String text, String encoding) {
        this.text = text;
        this.encoding = encoding;
    }

    /** @throws Refused if the file as a whole is no such list */
    public static CandidateList read(byte[] file) {
        if (file.length > LARGEST) {
            throw new Refused("exam.list.large");
        }
        if (file.length > 1 && ((file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xfe || (file[0] & 0xff) == 0xfe && (file[1] & 0xff) == 0xff)) {
            throw new Refused("exam.list.utf16");
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return new CandidateListReader(text.startsWith("\uFEFF") ? text.substring(1) : text, "UTF-8").rows();
        } catch (CharacterCodingException notUtf8) {
            return new CandidateListReader(new String(file, OLD), "windows-1256").rows();
        }
    }

    private CandidateList rows() {
        List<String[]> lines = lines();
        if (lines.isEmpty()) {
            throw new Refused("exam.list.nothing");
        }
        List<String> headings = List.of(lines.get(0)).stream().map(h -> h.strip().toLowerCase(Locale.ROOT)).toList();
        if (!headings.contains("track") || headings.stream().noneMatch(h -> HEADINGS.indexOf(h) >= 0 && HEADINGS.indexOf(h) < 3)) {
            throw new Refused("exam.list.headings");
        }
        if (lines.size() - 1 > MOST) {
            throw new Refused("exam.list.long", MOST);
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).length > 1 || !String.join("", lines.get(i)).isBlank()) {
                rows.add(row(i + 1, headings, lines.get(i)));
            }
        }
        if (rows.isEmpty()) {
            throw new Refused("exam.list.nothing");
        }
        return new CandidateList(encoding, List.copyOf(rows));
    }

    private List<String[]> lines() {
        String first = text.lines().findFirst().orElse("");
        char separator = first.indexOf(';') >= 0 ? ';' : first.indexOf('\t') >= 0 ? '\t' : ',';
        try (MappingIterator<String[]> lines = new CsvMapper().enable(CsvParser.Feature.WRAP_AS_ARRAY).readerFor(String[].class)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator)).readValues(text)) {
            return lines.readAll();
        } catch (IOException broken) {
            throw new Refused("exam.list.broken");
        }
    }

    private Row row(int line, List<String> headings, String[] fields) {
        if (fields.length > headings.size()) {
            return Row.refused(line, new Refused("exam.row.fields"));
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < fields.length; i++) {
            values.put(headings.get(i), fields[i]);
        }
        try {
            Person person = new Person(new Spellings(values.get("arabic"), values.get("kurdish"), values.get("latin")),
                    values.get("profession"), values.get("reference"));
            Track track = Track.of(values.getOrDefault("track", "").strip().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .orElseThrow(() -> new Refused("exam.row.track"));
            refuseTwice(person);
            return new Row(line, person, track, extra(values.getOrDefault("extra-time", "").strip()), null);
        } catch (Refused why) {
            return Row.refused(line, why);
        }
    }

    private void refuseTwice(Person person) {
        boolean numbered = !person.reference().isEmpty();
        List<String> ways = numbered ? List.of("#" + person.reference())
                : person.names().all().map(org.dalil.course.entity.FoldedText::of).toList();
        if (ways.stream().anyMatch(seen::contains)) {
            throw new Refused("exam.row.twice");
        }
        seen.addAll(ways);
    }

    /** Percent; digits of any script. */
    private static int extra(String typed) {
        try {
            int percent = typed.isEmpty() ? 0 : Integer.parseInt(typed.replaceAll("\\s*[%٪]$", ""));
            if (percent >= 0 && percent <= Candidate.MOST_EXTRA) {
                return percent;
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        throw new Refused("exam.candidate.extra");
    }
}
