package org.dalil.exam.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.dalil.TestDatabase;
import org.dalil.account.entity.StaffId;
import org.dalil.assessment.entity.Response;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Blueprint;
import org.dalil.course.entity.Difficulty;
import org.dalil.course.entity.Quiz;
import org.dalil.exam.entity.BankItem;
import org.dalil.exam.entity.Candidate;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.CandidateVisit;
import org.dalil.exam.entity.Draw;
import org.dalil.exam.entity.ItemContent;
import org.dalil.exam.entity.PaperItem;
import org.dalil.exam.entity.Person;
import org.dalil.exam.entity.Session;
import org.dalil.exam.entity.SessionId;
import org.dalil.exam.entity.Sitting;
import org.dalil.exam.entity.Spellings;
import org.dalil.exam.entity.Track;
import org.dalil.platform.control.Keys;
import org.dalil.platform.control.PlatformParts;
import org.dalil.platform.entity.NewId;
import org.dalil.platform.entity.Refused;
import org.dalil.workshop.entity.JoinCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Candidates, banks, sessions and answers on a real database: what lies there, and who finds what. */
class ExamStoresIT {

    private static final Instant NOW = Instant.parse("2026-11-28T06:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Keys KEYS = PlatformParts.keys();
    private static final List<TestDatabase> EVERY_VERSION = TestDatabase.everyVersion().toList();
    private static final Blueprint BLUEPRINT = new Blueprint(60, 80, List.of(new Blueprint.Topic("log", 2, 0, 0, 50)));

    static Stream<TestDatabase> everyVersion() {
        return EVERY_VERSION.stream();
    }

    private static StaffId staff(TestDatabase database) {
        UUID id = NewId.next();
        database.inTransaction(em -> em.createNativeQuery("INSERT INTO staff_member (id, name, password_hash, start_password, session_epoch, "
                + "created_at, version) VALUES (?1, ?2, 'x', 0, 0, NOW(3), 1)").setParameter(1, id.toString())
                .setParameter(2, "s" + id).executeUpdate());
        return new StaffId(id);
    }

    private static Person person(String latin, String reference) {
        return new Person(new Spellings("سارة علي", "", latin), "Judge", reference);
    }

    private static CandidateId candidate(TestDatabase database, StaffId by, String latin, String reference) {
        return database.resultOf(em -> ExamParts.candidates(em, KEYS, CLOCK).add(new Candidate(Track.JUDGES, 0, by, NOW), person(latin, reference)).id());
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void a_name_lies_there_sealed_and_is_found_however_it_is_typed(TestDatabase database) {
        StaffId by = staff(database);
        String rare = "Zozan" + NewId.next().toString().replaceAll("[^a-f]", "");
        CandidateId id = candidate(database, by, rare + " Mîr", "N-" + NewId.next());
        database.inTransaction(em -> {
            CandidateStore store = ExamParts.candidates(em, KEYS, CLOCK);
            Candidate found = store.get(id);
            assertFalse(new String(found.sealed(), StandardCharsets.UTF_8).contains("Zozan"));
            assertEquals(rare + " Mîr", ExamParts.people(KEYS).open(id, found.sealed(), found.keyVersion()).orElseThrow().names().latin());
            for (String typed : List.of(rare, rare.toUpperCase() + " mir", "ساره " + rare, rare + "  علی")) {
                assertEquals(List.of(id), store.named(typed, 10).stream().map(Candidate::id).toList(), typed);
            }
            assertEquals(List.of(), store.named(rare + " Nobody", 10));
            assertEquals(List.of(), store.named("", 10));
            assertTrue(store.isKeyThere());
        });
        Keys others = PlatformParts.keys();
        database.inTransaction(em -> {
            CandidateStore thief = ExamParts.candidates(em, others, CLOCK);
            assertEquals(List.of(), thief.named(rare, 10), "without the key nobody is found");
            assertEquals(Optional.empty(), ExamParts.people(others).open(id, thief.get(id).sealed(), Keys.CURRENT), "or read");
            assertFalse(thief.isKeyThere());
            assertEquals(Optional.empty(), ExamParts.people(KEYS).open(new CandidateId(NewId.next()), thief.get(id).sealed(), Keys.CURRENT),
                    "a name moved to another row opens no more");
        });
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void the_same_person_is_known_by_the_academys_number_or_by_the_name_alone(TestDatabase database) {
        StaffId by = staff(database);
        String number = "N-" + NewId.next();
        candidate(database, by, "Rojin Numbered", number);
        String plain = "Plain" + NewId.next().toString().replaceAll("[^a-f]", "");
        database.inTransaction(em -> {
            CandidateStore store = ExamParts.candidates(em, KEYS, CLOCK);
            assertTrue(store.isKnown(person("Another Name", number)));
            assertFalse(store.isKnown(person("Rojin Numbered", "N-other")));
            assertFalse(store.isKnown(new Person(new Spellings("", "", plain + " One"), "", "")));
            store.add(new Candidate(Track.JUDGES, 0, by, NOW), new Person(new Spellings("", "", plain + " One"), "", ""));
            assertTrue(store.isKnown(new Person(new Spellings("", "", plain.toUpperCase() + "  ONE"), "", "")));
        });
    }

    /** Four items of one topic, the first {@code approved} of them let in. @return course and author */
    private static UUID bank(TestDatabase database, StaffId author, StaffId reader, int approved) {
        UUID course = NewId.next();
        database.inTransaction(em -> {
            em.createNativeQuery("INSERT INTO course (id, slug, code) VALUES (?1, ?2, 'X')").setParameter(1, course.toString())
                    .setParameter(2, course.toString()).executeUpdate();
            for (int i = 0; i < 4; i++) {
                BankItem item = new BankItem(course, "item-" + i, "log", Difficulty.EASY, List.of("en"), author, NOW.minusSeconds(60));
                ExamParts.bank(em, KEYS).add(item, content("item-" + i));
                if (i < approved) {
                    item.approve(reader, NOW.minusSeconds(30));
                }
            }
        });
        return course;
    }

    private static ItemContent content(String id) {
        return new ItemContent(new Bank.Item(id, "log", Difficulty.EASY, Quiz.Kind.SINGLE, List.of("a", "b", "c"), List.of(), List.of("b"),
                List.of(), new Bank.Provision(null, LocalDate.of(2027, 5, 20))),
                Map.of("en", new Bank.ItemWords("Stem " + id, Map.of("a", "A", "b", "B", "c", "C"), Map.of(), "Because.")));
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void only_what_a_second_person_let_in_is_drawn_and_a_paper_comes_out_the_same_later(TestDatabase database) {
        StaffId author = staff(database);
        StaffId reader = staff(database);
        UUID course = bank(database, author, reader, 3);
        byte[] seed = KEYS.random(32);
        List<PaperItem> first = database.resultOf(em -> {
            assertEquals(3, ExamParts.bank(em, KEYS).pool(List.of(course), "en", NOW).size());
            assertEquals(List.of(), ExamParts.bank(em, KEYS).pool(List.of(course), "ar", NOW), "not in a language without words");
            return Draw.paper(seed, Map.of(course, BLUEPRINT), ExamParts.bank(em, KEYS).pool(List.of(course), "en", NOW));
        });
        database.inTransaction(em -> {
            BankStore store = ExamParts.bank(em, KEYS);
            BankItem drawn = store.get(first.get(0).item());
            assertEquals(content(drawn.key()), store.content(drawn), "all of an item comes back");
            drawn.retire(BankItem.Retired.EXPOSED, reader, NOW.plusSeconds(60));
            BankItem late = store.of(course).stream().filter(BankItem::isPending).findFirst().orElseThrow();
            assertThrows(Refused.class, () -> late.approve(author, NOW), "the author can't");
            late.approve(reader, NOW.plusSeconds(90));
        });
        database.inTransaction(em -> {
            assertEquals(first, Draw.paper(seed, Map.of(course, BLUEPRINT), ExamParts.bank(em, KEYS).pool(List.of(course), "en", NOW)),
                    "what came and went later changes no paper of before");
            assertEquals("exam.bank.key", assertThrows(Refused.class, () -> ExamParts.bank(em, PlatformParts.keys())
                    .content(ExamParts.bank(em, KEYS).get(first.get(0).item()))).key());
        });
        assertThrows(PersistenceException.class, () -> database.inTransaction(em -> em.createNativeQuery(
                "UPDATE bank_item SET approved_by = uploaded_by WHERE course_id = ?").setParameter(1, course.toString()).executeUpdate()),
                "nor can the database be told that one person was two");
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void a_bank_that_is_kept_in_memory_shows_what_was_let_in_and_retired_since_and_what_was_there_at_an_earlier_moment(TestDatabase database) {
        StaffId reader = staff(database);
        UUID course = bank(database, staff(database), reader, 2);
        BankStore kept = ExamParts.bank(null, KEYS);
        java.util.function.Function<Instant, List<UUID>> pool = at -> database.resultOf(em -> {
            kept.em = em;
            return kept.pool(List.of(course), "en", at).stream().map(i -> i.id()).sorted().toList();
        });
        List<UUID> first = pool.apply(NOW);
        assertEquals(2, first.size());
        assertEquals(first, pool.apply(NOW), "from memory");
        database.inTransaction(em -> ExamParts.bank(em, KEYS).of(course).stream().filter(BankItem::isPending)
                .forEach(i -> i.approve(reader, NOW.plusSeconds(5))));
        assertEquals(4, pool.apply(NOW.plusSeconds(6)).size());
        assertEquals(first, pool.apply(NOW), "a paper of before is drawn from what there was");
        database.inTransaction(em -> ExamParts.bank(em, KEYS).get(first.get(0)).retire(BankItem.Retired.EXPOSED, reader, NOW.plusSeconds(9)));
        assertEquals(3, pool.apply(NOW.plusSeconds(10)).size());
        assertFalse(pool.apply(NOW.plusSeconds(10)).contains(first.get(0)));
        assertEquals(first, pool.apply(NOW));
    }

    /** A candidate at an open session's exam. */
    private record Sat(UUID sitting, String cookie, CandidateId candidate, SessionId session, CandidateVisit visit) { }

    private static Sat sat(TestDatabase database) {
        StaffId author = staff(database);
        UUID course = bank(database, author, staff(database), 4);
        CandidateId candidate = candidate(database, author, "Hevin " + "Sat", "N-" + NewId.next());
        String cookie = NewId.next().toString().substring(12);
        return database.resultOf(em -> {
            CandidateStore candidates = ExamParts.candidates(em, KEYS, CLOCK);
            candidates.begin(candidate, cookie);
            CandidateVisit visit = candidates.visit(cookie).orElseThrow();
            Session session = new Session(Track.JUDGES, List.of("F1"), "Hall", LocalDate.of(2026, 11, 28), author, NOW);
            session.entrust(KEYS.random(32));
            session.open(JoinCode.of(KEYS.random(6)), NOW);
            SessionStore sessions = ExamParts.sessions(em, KEYS, CLOCK);
            sessions.add(session);
            sessions.seat(session.id(), candidate);
            sessions.seat(session.id(), candidate);
            assertEquals(Optional.of(1), sessions.seatOf(session.id(), candidate), "one seat, however often it is given");
            Sitting sitting = new Sitting(session.id(), 0, visit, "en", List.of(NewId.next()), KEYS.random(32), Duration.ofMinutes(60), NOW);
            ExamParts.sittings(em, database, KEYS).add(sitting,
                    Draw.paper(sitting.seed(), Map.of(course, BLUEPRINT), ExamParts.bank(em, KEYS).pool(List.of(course), "en", NOW)));
            return new Sat(sitting.id(), cookie, candidate, session.id(), visit);
        });
    }

    private static Optional<Instant> save(TestDatabase database, Sat sat, String cookie, int position, String value, Instant at) {
        return database.resultOf(em -> ExamParts.sittings(em, database, KEYS).save(sat.sitting(), cookie, position, new Response(value, false), at));
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void an_answer_is_one_row_however_often_it_is_sent(TestDatabase database) {
        Sat sat = sat(database);
        assertEquals(Optional.of(NOW), save(database, sat, sat.cookie(), 1, "a", NOW));
        assertEquals(Optional.of(NOW), save(database, sat, sat.cookie(), 1, "a", NOW.plusSeconds(9)), "the same again was saved before");
        assertEquals(Optional.of(NOW.plusSeconds(10)), save(database, sat, sat.cookie(), 1, "b", NOW.plusSeconds(10)));
        assertEquals(Map.of(1, new Response("b", false)), database.resultOf(em -> ExamParts.sittings(em, database, KEYS).answers(sat.sitting())));
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void nothing_is_saved_after_time_from_elsewhere_or_beside_the_paper(TestDatabase database) {
        Sat sat = sat(database);
        Sat other = sat(database);
        List<Optional<Instant>> refused = new ArrayList<>();
        refused.add(save(database, sat, other.cookie(), 1, "a", NOW));
        refused.add(save(database, sat, "n".repeat(24), 1, "a", NOW));
        refused.add(save(database, sat, sat.cookie(), 3, "a", NOW));
        refused.add(save(database, sat, sat.cookie(), 1, "a", NOW.plus(Duration.ofMinutes(60))));
        assertEquals(4, refused.stream().filter(Optional::isEmpty).count(), refused.toString());
        database.inTransaction(em -> ExamParts.candidates(em, KEYS, CLOCK).begin(sat.candidate(), sat.cookie() + "x"));
        assertTrue(save(database, sat, sat.cookie() + "x", 1, "a", NOW).isEmpty(), "signed in twice is not two hands");
        database.inTransaction(em -> {
            SittingStore store = ExamParts.sittings(em, database, KEYS);
            assertTrue(store.of(sat.sitting(), other.candidate()).isEmpty());
            store.locked(sat.sitting(), sat.candidate()).orElseThrow()
                    .moveTo(ExamParts.candidates(em, KEYS, CLOCK).visit(sat.cookie() + "x").orElseThrow().id());
        });
        assertTrue(save(database, sat, sat.cookie(), 1, "a", NOW).isEmpty(), "the first browser is out");
        assertTrue(save(database, sat, sat.cookie() + "x", 1, "a", NOW).isPresent());
        database.inTransaction(em -> ExamParts.sittings(em, database, KEYS).locked(sat.sitting(), sat.candidate()).orElseThrow().submit(false, NOW));
        assertTrue(save(database, sat, sat.cookie() + "x", 1, "b", NOW).isEmpty(), "handed in");
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void a_pause_takes_no_time_and_what_is_over_is_found(TestDatabase database) {
        Sat sat = sat(database);
        Instant end = NOW.plus(Duration.ofMinutes(60));
        database.inTransaction(em -> ExamParts.sessions(em, KEYS, CLOCK).locked(sat.session()).pause(NOW.plus(Duration.ofMinutes(59))));
        assertTrue(save(database, sat, sat.cookie(), 1, "a", end.plusSeconds(600)).isPresent(), "the clock stands still");
        database.inTransaction(em -> {
            assertTrue(ExamParts.sittings(em, database, KEYS).due(end.plusSeconds(600)).stream().noneMatch(s -> s.equals(sat.sitting())));
            Duration pause = ExamParts.sessions(em, KEYS, CLOCK).locked(sat.session()).goOn(end.plusSeconds(600));
            assertEquals(Duration.ofMinutes(11), pause);
            assertEquals(1, ExamParts.sittings(em, database, KEYS).giveBack(sat.session(), pause.plusMillis(7)));
        });
        database.inTransaction(em -> {
            SittingStore store = ExamParts.sittings(em, database, KEYS);
            assertEquals(end.plus(Duration.ofMinutes(11)).plusMillis(7), store.of(sat.sitting(), sat.candidate()).orElseThrow().endsAt());
            assertTrue(store.due(end.plus(Duration.ofMinutes(12))).stream().anyMatch(s -> s.equals(sat.sitting())));
        });
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void an_invigilators_browser_knows_one_session_and_a_new_code_ends_it(TestDatabase database) {
        Sat one = sat(database);
        Sat two = sat(database);
        String cookie = NewId.next().toString().substring(12);
        database.inTransaction(em -> {
            SessionStore store = ExamParts.sessions(em, KEYS, CLOCK);
            store.begin(one.session(), cookie);
            assertEquals(Optional.of(one.session()), store.watched(cookie));
            assertEquals(Optional.empty(), store.watched(one.cookie()), "a candidate's cookie is none");
            store.endAll(two.session());
            assertEquals(Optional.of(one.session()), store.watched(cookie));
            store.endAll(one.session());
            assertEquals(Optional.empty(), store.watched(cookie));
            assertEquals(Optional.empty(), store.beat().filter(NOW::isBefore));
            assertEquals(Optional.of(NOW), store.beat());
        });
    }
}
