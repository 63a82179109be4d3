package org.dalil.certificate.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.dalil.TestDatabase;
import org.dalil.certificate.Certificates;
import org.dalil.certificate.entity.CertificateRow;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.Person;
import org.dalil.exam.entity.Track;
import org.junit.jupiter.api.Test;

/** Whose certificates a list shows. */
class HoldersIT {

    private final CertificateRoom room = new CertificateRoom(TestDatabase.fresh());

    private List<CertificateRow> issued(int people) {
        for (int i = 0; i < people; i++) {
            room.passes(CertificateRoom.SHIRIN, Track.JUDGES);
        }
        while (room.in(Certificates.class, Certificates::issueNext)) {
            // until all have theirs
        }
        return room.in(Certificates.class, c -> c.find(""));
    }

    private Map<CandidateId, Person> holders(List<CertificateRow> rows) {
        return room.in(Certificates.class, c -> c.holders(rows));
    }

    /** How many questions a list of holders asks, with those that each transaction asks by itself. */
    private long asked(List<CertificateRow> rows) {
        long before = selects();
        holders(rows);
        return selects() - before;
    }

    private long selects() {
        return room.database.<Number>resultOf(em -> Long.valueOf(((Object[]) em.createNativeQuery("SHOW GLOBAL STATUS LIKE 'Com_select'").getSingleResult())[1]
                .toString())).longValue();
    }

    @Test
    void however_many_there_are_it_is_one_question() throws Exception {
        List<CertificateRow> rows = issued(5);
        assertEquals(5, rows.size());
        assertEquals(5, holders(rows).size());
        assertEquals(CertificateRoom.SHIRIN, holders(rows).get(rows.get(4).candidate()));
        asked(rows);
        assertEquals(asked(rows.subList(0, 1)), asked(rows));
        assertEquals(Map.of(), holders(List.of()));
        Files.delete(room.keys.resolve("candidate-person-1.key"));
        assertEquals(Map.of(), holders(rows), "without the key of names nobody is named, and the list is there");
    }
}
