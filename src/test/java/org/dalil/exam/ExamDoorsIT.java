package org.dalil.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.persistence.EntityManager;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.dalil.TestDatabase;
import org.dalil.account.entity.CardCode;
import org.dalil.account.entity.StaffId;
import org.dalil.authoring.control.CurriculumReader;
import org.dalil.course.Courses;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseVersion;
import org.dalil.exam.control.ExamParts;
import org.dalil.exam.entity.AskedItem;
import org.dalil.exam.entity.BankItem;
import org.dalil.exam.entity.Candidate;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.ExamPassed;
import org.dalil.exam.entity.Incident;
import org.dalil.exam.entity.ItemContent;
import org.dalil.exam.entity.Person;
import org.dalil.exam.entity.Session;
import org.dalil.exam.entity.SessionId;
import org.dalil.exam.entity.SittingView;
import org.dalil.exam.entity.Spellings;
import org.dalil.exam.entity.Track;
import org.dalil.exam.entity.Verdict;
import org.dalil.platform.control.Keys;
import org.dalil.platform.control.PlatformParts;
import org.dalil.platform.entity.NewId;
import org.dalil.platform.entity.Refused;
import org.dalil.workshop.entity.JoinCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The doors of an exam on a real database: a sitting from the code on the wall to the verdict, and whoever must not. */
class ExamDoorsIT {

    private static final TestDatabase DATABASE = TestDatabase.shared();
    private static final Keys KEYS = PlatformParts.keys();
    private static final CourseVersion VERSION = new CourseVersion(NewId.next(), 1, Instant.EPOCH, course());
    private static final Courses COURSES = new Courses() {
        @Override
        public List<CourseVersion> all() {
            return List.of(VERSION);
        }

        @Override
        public Optional<CourseVersion> version(UUID id) {
            return Optional.of(VERSION).filter(v -> v.id().equals(id));
        }
    };

    private final Moment clock = new Moment();
    private final List<ExamPassed> passed = new ArrayList<>();
    private SessionId session;
    private String invigilator;
    private CandidateId candidate;
    private String cookie;

    /** The course of the tests' tree, under a code and an id of its own. */
    private static Course course() {
        Course c = CurriculumReader.read(Path.of("src/test/resources/courses-valid")).curriculum().courses().stream().map(d -> d.course())
                .filter(d -> d.bank() != null).findFirst().orElseThrow();
        return new Course(NewId.next(), c.slug(), "F1", c.audience(), c.ages(), c.minutes(), c.mastery(), c.sourceLanguage(), c.languages(),
                c.prerequisites(), c.objectives(), c.modules(), c.quiz(), c.blueprint(), c.bank(), c.words());
    }

    /** A clock that the test moves. */
    private static final class Moment extends Clock {
        private Instant now = Instant.parse("2026-11-28T06:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    /** Keeps what was told. */
    private final class Told implements Event<ExamPassed> {
        @Override
        public void fire(ExamPassed event) {
            passed.add(event);
        }

        @Override
        public <U extends ExamPassed> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends ExamPassed> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<ExamPassed> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends ExamPassed> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends ExamPassed> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }

    private Sittings sittings(EntityManager em) {
        Sittings door = new Sittings();
        door.store = ExamParts.sittings(em, DATABASE, KEYS);
        door.sessions = ExamParts.sessions(em, KEYS, clock);
        door.candidates = ExamParts.candidates(em, KEYS, clock);
        door.verdicts = ExamParts.verdicts(em);
        door.bank = ExamParts.bank(em, KEYS);
        door.desks = ExamParts.desks(em, KEYS, clock);
        door.examined = ExamParts.examined(em, KEYS, clock, COURSES);
        door.marking = ExamParts.marking(em, DATABASE, KEYS, clock, COURSES, new Told());
        door.keys = KEYS;
        door.trail = PlatformParts.trail(em, clock);
        door.clock = clock;
        return door;
    }

    private Invigilation invigilation(EntityManager em) {
        Invigilation door = new Invigilation();
        door.store = ExamParts.sessions(em, KEYS, clock);
        door.sittings = ExamParts.sittings(em, DATABASE, KEYS);
        door.seats = ExamParts.seats(em, KEYS);
        door.examined = ExamParts.examined(em, KEYS, clock, COURSES);
        door.marking = ExamParts.marking(em, DATABASE, KEYS, clock, COURSES, new Told());
        door.keys = KEYS;
        door.trail = PlatformParts.trail(em, clock);
        door.clock = clock;
        return door;
    }

    private ExamClock examClock(EntityManager em) {
        ExamClock door = new ExamClock();
        door.sessions = ExamParts.sessions(em, KEYS, clock);
        door.sittings = ExamParts.sittings(em, DATABASE, KEYS);
        door.marking = ExamParts.marking(em, DATABASE, KEYS, clock, COURSES, new Told());
        door.trail = PlatformParts.trail(em, clock);
        door.clock = clock;
        return door;
    }

    private <T> T sit(Function<Sittings, T> work) {
        return DATABASE.resultOf(em -> work.apply(sittings(em)));
    }

    private <T> T watch(Function<Invigilation, T> work) {
        return DATABASE.resultOf(em -> work.apply(invigilation(em)));
    }

    private static String refusal(Runnable work) {
        return assertThrows(Refused.class, work::run).key();
    }

    private static String newCookie() {
        return NewId.next().toString().substring(12);
    }

    @BeforeEach
    void prepare() {
        CardCode code = CardCode.of(KEYS.random(8));
        invigilator = newCookie();
        cookie = newCookie();
        DATABASE.inTransaction(em -> {
            StaffId author = staff(em);
            bank(em, author, staff(em));
            Session planned = new Session(Track.JUDGES, List.of("F1"), "Hall 2", LocalDate.of(2026, 11, 28), author, clock.instant());
            var sessions = ExamParts.sessions(em, KEYS, clock);
            planned.entrust(sessions.mac(code));
            sessions.add(planned);
            session = planned.id();
            candidate = ExamParts.candidates(em, KEYS, clock).add(new Candidate(Track.JUDGES, 20, author, clock.instant()),
                    new Person(new Spellings("", "", "Hevin Sat"), "Judge", "N-" + NewId.next())).id();
            ExamParts.candidates(em, KEYS, clock).begin(candidate, cookie);
            sessions.seat(session, candidate);
        });
        watch(door -> {
            door.enter(code, () -> invigilator, "192.0.2.1");
            return null;
        });
    }

    private static StaffId staff(EntityManager em) {
        UUID id = NewId.next();
        em.createNativeQuery("INSERT INTO staff_member (id, name, password_hash, start_password, session_epoch, created_at, version) "
                + "VALUES (?1, ?2, 'x', 0, 0, NOW(3), 1)").setParameter(1, id.toString()).setParameter(2, "s" + id).executeUpdate();
        return new StaffId(id);
    }

    private void bank(EntityManager em, StaffId author, StaffId reader) {
        em.createNativeQuery("INSERT IGNORE INTO course (id, slug, code) VALUES (?1, ?1, 'F1')").setParameter(1, VERSION.course().id().toString())
                .executeUpdate();
        if (!ExamParts.bank(em, KEYS).of(VERSION.course().id()).isEmpty()) {
            return;
        }
        for (Bank.Item item : VERSION.course().bank().items()) {
            BankItem kept = new BankItem(VERSION.course().id(), item.id(), item.topic(), item.difficulty(), List.of("en"), author,
                    clock.instant().minusSeconds(90));
            ExamParts.bank(em, KEYS).add(kept, new ItemContent(item, Map.of("en", VERSION.course().bank().words().get("en").items().get(item.id()))));
            kept.approve(reader, clock.instant().minusSeconds(60));
        }
    }

    private JoinCode open() {
        watch(door -> {
            door.open(invigilator);
            return null;
        });
        return new JoinCode(watch(door -> door.view(invigilator).orElseThrow().session().roomCode()));
    }

    private UUID begin(JoinCode wall) {
        return sit(door -> door.begin(cookie, session, wall, "en"));
    }

    /** The form of somebody who knows every answer, or of somebody who knows none. */
    private Map<String, String[]> form(AskedItem asked, boolean right) {
        var entry = VERSION.course().bank().words().get("en").items().entrySet().stream().filter(e -> e.getValue().stem().equals(asked.stem()))
                .findFirst().orElseThrow();
        Bank.Item item = VERSION.course().bank().item(entry.getKey()).orElseThrow();
        Map<String, String> choices = entry.getValue().choices();
        Map<String, String[]> form = new HashMap<>();
        switch (item.kind()) {
            case ORDER -> {
                for (int i = 0; i < item.key().size(); i++) {
                    int place = asked.choices().indexOf(choices.get(item.key().get(i))) + 1;
                    form.put("p-" + place, new String[] {String.valueOf(right ? i + 1 : item.key().size() - i)});
                }
            }
            case MATCH -> {
                for (int i = 0; i < item.choices().size(); i++) {
                    int place = asked.choices().indexOf(choices.get(item.choices().get(i))) + 1;
                    String side = right ? item.key().get(i) : item.right().stream().filter(r -> !item.key().contains(r)).findFirst().orElseThrow();
                    form.put("m-" + place, new String[] {String.valueOf(asked.right().indexOf(entry.getValue().right().get(side)) + 1)});
                }
            }
            default -> form.put("a", item.choices().stream().filter(c -> item.key().contains(c) == right)
                    .limit(item.kind() == org.dalil.course.entity.Quiz.Kind.MULTIPLE ? 8 : 1)
                    .map(c -> String.valueOf(asked.choices().indexOf(choices.get(c)) + 1)).toArray(String[]::new));
        }
        return form;
    }

    private void answer(UUID sitting, boolean right) {
        int asked = sit(door -> door.view(cookie, sitting)).asked();
        for (int n = 1; n <= asked; n++) {
            int position = n;
            Map<String, String[]> form = form(sit(door -> door.ask(cookie, sitting, position)), right);
            assertTrue(sit(door -> door.save(cookie, sitting, position, form)).isPresent());
        }
    }

    @Test
    void who_knows_the_answers_passes_once_and_is_told_by_topic() {
        UUID sitting = begin(open());
        SittingView view = sit(door -> door.view(cookie, sitting));
        assertEquals(VERSION.course().blueprint().items(), view.asked());
        assertEquals(Duration.ofMinutes(18), view.left(), "15 minutes and a fifth more");
        assertNull(view.verdict());
        answer(sitting, true);
        sit(door -> {
            door.handIn(cookie, sitting);
            door.handIn(cookie, sitting);
            return null;
        });
        Verdict verdict = sit(door -> door.view(cookie, sitting)).verdict();
        assertTrue(verdict.passed());
        assertEquals(List.of("hear-out", "write-less"), verdict.courses().get(0).topics().stream().map(Verdict.TopicResult::topic).toList());
        assertEquals(List.of(new ExamPassed(candidate, Track.JUDGES, List.of("F1"), clock.instant(), sitting)), passed, "told once");
        assertEquals("exam.answer.handedIn", refusal(() -> sit(door -> door.ask(cookie, sitting, 1))));
        assertEquals(Boolean.TRUE, sit(door -> door.desk(cookie)).places().get(0).passed());
    }

    @Test
    void a_question_leaves_the_server_without_ids_and_key() {
        UUID sitting = begin(open());
        for (int n = 1; n <= VERSION.course().blueprint().items(); n++) {
            int position = n;
            AskedItem asked = sit(door -> door.ask(cookie, sitting, position));
            assertTrue(VERSION.course().bank().items().stream().noneMatch(i -> asked.toString().contains(i.id())), asked.toString());
            assertEquals(Map.of(), asked.answer());
        }
    }

    @Test
    void the_code_on_the_wall_is_this_rooms_and_the_invigilators_is_no_other() {
        assertEquals("exam.session.notOpen", refusal(() -> begin(JoinCode.of(new byte[6]))));
        JoinCode wall = open();
        SessionId mine = session;
        String myCookie = cookie;
        String firstInvigilator = invigilator;
        prepare();
        JoinCode otherWall = open();
        assertEquals("exam.begin.code", refusal(() -> begin(wall)), "another room's code");
        assertEquals("exam.begin.noSeat", refusal(() -> sit(door -> door.begin(cookie, mine, wall, "en"))), "another session's seat");
        assertEquals("exam.begin.noSeat", refusal(() -> sit(door -> door.begin(myCookie, session, otherWall, "en"))));
        assertEquals(mine, watch(door -> door.view(firstInvigilator)).orElseThrow().session().id(), "each sees the own room");
        for (String nobody : List.of(cookie, newCookie())) {
            assertEquals(Optional.empty(), watch(door -> door.view(nobody)));
            assertEquals("exam.room.code", refusal(() -> watch(door -> door.close(nobody))));
        }
    }

    @Test
    void somebody_elses_sitting_is_not_there_and_another_browser_is_out_until_it_moves() {
        JoinCode wall = open();
        UUID sitting = begin(wall);
        String other = newCookie();
        DATABASE.inTransaction(em -> ExamParts.candidates(em, KEYS, clock).begin(candidate, other));
        assertFalse(sit(door -> door.view(other, sitting)).here());
        assertEquals("exam.answer.elsewhere", refusal(() -> sit(door -> door.ask(other, sitting, 1))));
        Map<String, String[]> form = form(sit(door -> door.ask(cookie, sitting, 1)), true);
        assertEquals("exam.answer.elsewhere", refusal(() -> sit(door -> door.save(other, sitting, 1, form))));
        assertEquals(sitting, sit(door -> door.begin(other, session, wall, "en")), "the same exam goes on");
        assertEquals("exam.answer.elsewhere", refusal(() -> sit(door -> door.save(cookie, sitting, 1, form))));
        assertTrue(sit(door -> door.save(other, sitting, 1, form)).isPresent());
        assertEquals(Incident.Kind.MOVED, watch(door -> door.view(invigilator)).orElseThrow().incidents().get(0).kind());
        assertEquals("exam.signIn.again", refusal(() -> sit(door -> door.view(newCookie(), sitting))));
        prepare();
        assertEquals("exam.sitting.none", refusal(() -> sit(door -> door.view(cookie, sitting))), "a stranger finds nothing");
        assertEquals("exam.sitting.none", refusal(() -> sit(door -> door.save(cookie, sitting, 1, form))));
    }

    @Test
    void the_clock_hands_in_what_was_saved_and_refuses_what_comes_later() {
        UUID sitting = begin(open());
        answer(sitting, false);
        Map<String, String[]> late = form(sit(door -> door.ask(cookie, sitting, 1)), true);
        clock.pass(Duration.ofMinutes(9));
        DATABASE.resultOf(em -> examClock(em).beat());
        clock.pass(Duration.ofMinutes(9).minusSeconds(10));
        // What the platform was away for is given back: nine minutes less ten seconds.
        DATABASE.resultOf(em -> examClock(em).beat());
        assertEquals(Duration.ofMinutes(18).toSeconds(), sit(door -> door.view(cookie, sitting)).left().toSeconds(), "two outages, both given back");
        for (int beat = 0; beat < 108; beat++) {
            clock.pass(Duration.ofSeconds(10));
            if (sit(door -> door.view(cookie, sitting)).left().isZero()) {
                assertEquals("exam.answer.late", refusal(() -> sit(door -> door.save(cookie, sitting, 1, late))));
            }
            DATABASE.resultOf(em -> examClock(em).beat());
        }
        SittingView over = sit(door -> door.view(cookie, sitting));
        assertTrue(over.submitted());
        assertFalse(over.verdict().passed());
        assertEquals(List.of(), passed);
        assertEquals("exam.answer.handedIn", refusal(() -> sit(door -> door.save(cookie, sitting, 1, late))));
        prepareNext();
        assertEquals("exam.begin.coolDown", refusal(() -> begin(open())), "who failed waits");
        clock.pass(Duration.ofDays(14));
        cookie = newCookie();
        DATABASE.inTransaction(em -> ExamParts.candidates(em, KEYS, clock).begin(candidate, cookie));
        CardCode again = CardCode.of(KEYS.random(8));
        DATABASE.inTransaction(em -> ExamParts.sessions(em, KEYS, clock).locked(session).entrust(ExamParts.sessions(em, KEYS, clock).mac(again)));
        invigilator = newCookie();
        watch(door -> {
            door.enter(again, () -> invigilator, "192.0.2.1");
            return null;
        });
        begin(open());
    }

    /** Another session with the same candidate. */
    private void prepareNext() {
        CandidateId same = candidate;
        String sameCookie = cookie;
        prepare();
        candidate = same;
        cookie = sameCookie;
        DATABASE.inTransaction(em -> ExamParts.sessions(em, KEYS, clock).seat(session, same));
    }

    @Test
    void the_invigilator_stops_the_clock_gives_minutes_back_and_ends_the_session_for_all() {
        UUID sitting = begin(open());
        answer(sitting, true);
        watch(door -> {
            door.pause(invigilator);
            return null;
        });
        clock.pass(Duration.ofMinutes(40));
        assertEquals(Duration.ofMinutes(18), sit(door -> door.view(cookie, sitting)).left());
        watch(door -> {
            door.goOn(invigilator);
            door.giveBack(invigilator, 1, 5);
            door.note(invigilator, 1, Incident.Kind.PHONE);
            return null;
        });
        assertEquals(Duration.ofMinutes(23), sit(door -> door.view(cookie, sitting)).left());
        assertEquals("exam.room.seat", refusal(() -> watch(door -> {
            door.giveBack(invigilator, 9, 5);
            return null;
        })));
        assertEquals("exam.room.kind", refusal(() -> watch(door -> {
            door.note(invigilator, 1, Incident.Kind.OUTAGE);
            return null;
        })), "what the platform notes nobody writes by hand");
        Integer early = watch(door -> door.close(invigilator));
        assertEquals(Integer.valueOf(1), early);
        assertTrue(sit(door -> door.view(cookie, sitting)).verdict().passed(), "what was saved counts");
        assertEquals(1, passed.size());
        assertNull(watch(door -> door.view(invigilator)).orElseThrow().seats().get(0).passed(), "an invigilator sees no results");
    }
}
