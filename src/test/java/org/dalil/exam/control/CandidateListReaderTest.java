package org.dalil.exam.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.dalil.exam.entity.CandidateList;
import org.dalil.exam.entity.Track;
import org.dalil.platform.entity.Refused;
import org.junit.jupiter.api.Test;

/** Lists as academies send them. */
class CandidateListReaderTest {

    private static CandidateList read(String csv) {
        return CandidateListReader.read(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static String refusal(byte[] file) {
        return assertThrows(Refused.class, () -> CandidateListReader.read(file)).key();
    }

    @Test
    void utf_8_with_and_without_a_mark_commas_semicolons_and_tabs_are_read() {
        for (String separator : List.of(",", ";", "\t")) {
            String csv = String.join(separator, "\uFEFFArabic", "Kurdish", "LATIN", "track", "extra-time") + "\r\n"
                    + String.join(separator, "سارة علي", "ڕێژنە عەلی", "\"Sara Ali\"", "Community_Police", "٢٥٪") + "\r\n\r\n";
            CandidateList list = read(csv);
            assertEquals("UTF-8", list.encoding());
            assertEquals(1, list.taken().size(), list.toString());
            CandidateList.Row row = list.taken().get(0);
            assertEquals("ڕێژنە عەلی", row.person().names().kurdish());
            assertEquals(Track.COMMUNITY_POLICE, row.track());
            assertEquals(25, row.extraPercent());
        }
    }

    @Test
    void windows_1256_is_found_out_and_said() {
        CandidateList list = CandidateListReader.read("arabic;track\nسارة علي;judges\n".getBytes(Charset.forName("windows-1256")));
        assertTrue(list.isOldEncoding());
        assertEquals("سارة علي", list.taken().get(0).person().names().arabic());
        assertFalse(read("arabic;track\nسارة علي;judges\n").isOldEncoding());
    }

    @Test
    void every_refused_line_keeps_its_number_and_its_reason() {
        CandidateList list = read("""
                latin,track,reference,extra-time
                Sara Ali,judges,A-1,0
                Azad Ali,astronauts,A-2,0
                SARA ALI,judges,A-1,0
                ,judges,A-3,0
                Hana Ali,judges,A-4,120
                Hana Ali,judges,A-5,0,too much
                """);
        assertEquals(List.of(3, 4, 5, 6, 7), list.refused().stream().map(CandidateList.Row::line).toList());
        assertEquals(List.of("exam.row.track", "exam.row.twice", "exam.name.none", "exam.candidate.extra", "exam.row.fields"),
                list.refused().stream().map(r -> r.refusal().key()).toList());
    }

    @Test
    void two_people_of_one_name_are_told_apart_by_their_numbers_only() {
        assertEquals(2, read("latin,track,reference\nSara Ali,judges,A-1\nSara Ali,judges,A-2\n").taken().size());
        assertEquals(1, read("latin,track\nSara Ali,judges\nsara  ali,judges\n").taken().size());
    }

    @Test
    void what_is_no_list_is_refused_as_a_whole() {
        assertEquals("exam.list.headings", refusal("name;when\nSara;now\n".getBytes()));
        assertEquals("exam.list.nothing", refusal("latin;track\n\n".getBytes()));
        assertEquals("exam.list.nothing", refusal(new byte[0]));
        assertEquals("exam.list.large", refusal(new byte[CandidateListReader.LARGEST + 1]));
        assertEquals("exam.list.utf16", refusal("latin;track\nSara;judges".getBytes(StandardCharsets.UTF_16)));
        assertEquals("exam.list.long", refusal(("latin;track\n" + "Sara Ali;judges\n".repeat(CandidateListReader.MOST + 1)).getBytes()));
        assertEquals("exam.list.broken", refusal("latin;track\n\"Sara;judges\n".getBytes()));
    }

    @Test
    void no_file_whatever_is_in_it_ends_in_anything_but_a_list_or_a_refusal() {
        Random random = new Random(5);
        byte[] head = "latin;track\n".getBytes();
        for (int n = 0; n < 3000; n++) {
            byte[] file = new byte[head.length + random.nextInt(200)];
            random.nextBytes(file);
            System.arraycopy(head, 0, file, 0, head.length);
            try {
                CandidateListReader.read(file).taken().forEach(r -> assertTrue(r.person().names().all().findAny().isPresent()));
            } catch (Refused expected) {
                assertArrayEquals(expected.arguments(), expected.arguments());
            }
        }
    }
}
