package org.dalil.exam.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.dalil.platform.entity.Refused;
import org.junit.jupiter.api.Test;

/** Names as they may stand on a certificate, and what is no name. */
class SpellingsTest {

    @Test
    void names_of_three_scripts_are_names() {
        Spellings names = new Spellings(" سارة  عبد الله ", "ڕێژنە مه‌لا", "Şêx O’Nîl-Mîr");
        assertEquals("سارة عبد الله", names.arabic());
        assertEquals(Optional.of("ڕێژنە مه‌لا"), names.in("ckb"));
        assertEquals(Optional.of("Şêx O’Nîl-Mîr"), names.in("kmr"), "Kurmanji is written in Latin letters");
        assertEquals(Optional.of("Hêvî"), new Spellings("", "Hêvî", "Hevi").in("kmr"));
        assertEquals(Optional.empty(), new Spellings("", "", "Hevi").in("ar"));
        assertEquals("Hevi", new Spellings("", "", "Hevi").shown("ar"));
    }

    @Test
    void what_is_no_name_is_refused() {
        assertEquals("exam.name.none", assertThrows(Refused.class, () -> new Spellings(" ", null, "")).key());
        for (String latin : List.of("=1+1", "<script>", "Sara\u202EAli", "سارة", "A", "Sara2", "@cmd", "-", "#{7*7}", "x".repeat(81))) {
            assertEquals("exam.name.latin", assertThrows(Refused.class, () -> new Spellings("", "", latin), latin).key());
        }
        assertEquals("exam.name.arabic", assertThrows(Refused.class, () -> new Spellings("Sara", "", "")).key());
        assertEquals("exam.name.kurdish", assertThrows(Refused.class, () -> new Spellings("", "Hêvî ڕێژنە", "")).key());
        assertEquals("exam.person.profession", assertThrows(Refused.class,
                () -> new Person(new Spellings("", "", "Sara Ali"), "=HYPERLINK(1)", "")).key());
        assertEquals("exam.person.reference", assertThrows(Refused.class,
                () -> new Person(new Spellings("", "", "Sara Ali"), "Judge", "<b>")).key());
    }

    @Test
    void neither_names_nor_people_say_who_they_are_in_a_log() {
        Person person = new Person(new Spellings("", "", "Sara Ali"), "Judge", "A-1");
        assertEquals("person name", person + " " + person.names());
    }
}
