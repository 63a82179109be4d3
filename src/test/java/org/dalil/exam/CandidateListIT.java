package org.dalil.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dalil.Parts;
import org.dalil.TestDatabase;
import org.dalil.account.Acting;
import org.dalil.account.entity.StaffId;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.CandidateList;
import org.dalil.exam.entity.Person;
import org.dalil.exam.entity.Spellings;
import org.dalil.exam.entity.Track;
import org.dalil.platform.control.Keys;
import org.dalil.platform.control.PlatformParts;
import org.dalil.platform.entity.NewId;
import org.dalil.platform.entity.Submission;
import org.junit.jupiter.api.Test;

/** An academy's whole list at once: everybody who adds to the audit trail waits for as long as its end is locked. */
class CandidateListIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final int MANY = 500;

    private final Keys keys = PlatformParts.keys();
    private final UUID staff = NewId.next();

    private Candidates door(EntityManager em) {
        return new Parts(em, Map.of(Clock.class, Clock.systemUTC(), Keys.class, keys, Acting.class, new Acting() {
            @Override
            public StaffId staff() {
                return new StaffId(staff);
            }
        })).get(Candidates.class);
    }

    private static List<String> subjects(String act) {
        List<?> rows = DATABASE.resultOf(em -> em.createNativeQuery("SELECT subject FROM audit_event WHERE act = ?1 ORDER BY id")
                .setParameter(1, act).getResultList());
        return rows.stream().map(Object::toString).toList();
    }

    @Test
    void a_list_of_500_is_added_and_invited_with_a_line_of_the_trail_for_each() throws Exception {
        DATABASE.inTransaction(em -> em.createNativeQuery("INSERT INTO staff_member (id, name, password_hash, start_password, session_epoch, "
                + "created_at, version) VALUES (?1, 'hana', 'x', 0, 0, NOW(3), 1)").setParameter(1, staff.toString()).executeUpdate());
        CandidateList list = new CandidateList("UTF-8", IntStream.rangeClosed(1, MANY).mapToObj(i -> new CandidateList.Row(i,
                new Person(new Spellings("", "", "Hevin " + "abcdefghijklmnopqrstuvwxyz".charAt(i % 26) + "abcdefghijklmnopqrst".charAt(i / 26)), "Police academy", "A-" + i), Track.JUDGES, 0, null)).toList());
        Instant begin = Instant.now();
        assertEquals(MANY, DATABASE.<Integer>resultOf(em -> door(em).addAll(Submission.next(), list)).intValue());
        Instant added = Instant.now();
        List<?> rows = DATABASE.resultOf(em -> em.createNativeQuery("SELECT id FROM candidate").getResultList());
        Set<String> ids = rows.stream().map(Object::toString).collect(Collectors.toSet());
        assertEquals(MANY, subjects("candidate.add").size());
        assertEquals(ids, Set.copyOf(subjects("candidate.add")), "each can be traced");
        List<CandidateId> all = ids.stream().map(id -> new CandidateId(UUID.fromString(id))).toList();
        assertEquals(MANY, DATABASE.<Integer>resultOf(em -> door(em).invite(Submission.next(), all).size()).intValue());
        Instant invited = Instant.now();
        assertEquals(ids, Set.copyOf(subjects("candidate.invite")));
        assertTrue(Duration.between(begin, invited).toSeconds() < 60);
        System.out.println("500 candidates added in " + Duration.between(begin, added).toMillis() + " ms, invited in "
                + Duration.between(added, invited).toMillis() + " ms");
    }
}
