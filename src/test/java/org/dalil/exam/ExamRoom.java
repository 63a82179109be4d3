package org.dalil.exam;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.persistence.EntityManager;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.dalil.HandClock;
import org.dalil.Parts;
import org.dalil.TestDatabase;
import org.dalil.account.Acting;
import org.dalil.account.entity.CardCode;
import org.dalil.account.entity.StaffId;
import org.dalil.authoring.control.CurriculumReader;
import org.dalil.course.Courses;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseVersion;
import org.dalil.course.entity.Quiz;
import org.dalil.exam.control.ExamParts;
import org.dalil.exam.control.SittingStore;
import org.dalil.exam.entity.AskedItem;
import org.dalil.exam.entity.BankItem;
import org.dalil.exam.entity.Candidate;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.ExamPassed;
import org.dalil.exam.entity.ItemContent;
import org.dalil.exam.entity.Person;
import org.dalil.exam.entity.Session;
import org.dalil.exam.entity.SessionId;
import org.dalil.exam.entity.Spellings;
import org.dalil.exam.entity.Track;
import org.dalil.exam.web.ExamClockwork;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.control.Installation;
import org.dalil.platform.control.Keys;
import org.dalil.platform.control.PlatformParts;
import org.dalil.platform.control.Readiness;
import org.dalil.platform.entity.NewId;
import org.dalil.platform.entity.Refused;
import org.dalil.workshop.entity.JoinCode;
import org.junit.jupiter.api.BeforeEach;

/** A planned session with an invigilator and one candidate, on a real database, whose doors can be called at a moment of the test's choosing. */
abstract class ExamRoom {

    static final TestDatabase DATABASE = TestDatabase.shared();
    static final Keys KEYS = PlatformParts.keys();
    static final CourseVersion VERSION = new CourseVersion(NewId.next(), 1, Instant.EPOCH, course("F1"));
    static final CourseVersion REFRESHER = new CourseVersion(NewId.next(), 1, Instant.EPOCH, course("F5"));
    static final Courses COURSES = new Courses() {
        @Override
        public List<CourseVersion> all() {
            return List.of(VERSION, REFRESHER);
        }

        @Override
        public Optional<Course> byCode(String code) {
            return all().stream().map(CourseVersion::course).filter(c -> c.code().equals(code)).findFirst();
        }

        @Override
        public Optional<CourseVersion> version(UUID id) {
            return all().stream().filter(v -> v.id().equals(id)).findFirst();
        }
    };

    final HandClock clock = new HandClock(Instant.parse("2026-11-28T06:00:00Z"));
    final List<ExamPassed> passed = new ArrayList<>();
    StaffId author;
    StaffId reader;
    /** Who is at the certifier's desk; null for the author. */
    StaffId desk;
    SessionId session;
    String invigilator;
    CandidateId candidate;
    String cookie;

    /** The course of the tests' tree, under this code and an id of its own. */
    private static Course course(String code) {
        Course c = CurriculumReader.read(Path.of("src/test/resources/courses-valid")).curriculum().courses().stream().map(d -> d.course())
                .filter(d -> d.bank() != null).findFirst().orElseThrow();
        return new Course(NewId.next(), c.slug(), code, c.audience(), c.ages(), c.minutes(), c.mastery(), c.sourceLanguage(), c.languages(),
                c.prerequisites(), c.objectives(), c.modules(), c.quiz(), c.blueprint(), c.bank(), c.words());
    }

    /** Keeps who is told to have passed; other events have nobody here who listens. */
    private final class Told implements Event<Object> {
        @Override
        public void fire(Object event) {
            if (event instanceof ExamPassed pass) {
                passed.add(pass);
            }
        }

        @Override
        public <U extends Object> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends Object> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<Object> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends Object> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends Object> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }

    /** Real parts on this transaction. */
    Parts parts(EntityManager em) {
        return new Parts(em, Map.of(Clock.class, clock, Keys.class, KEYS, Installation.class, new Installation(), Courses.class, COURSES,
                Event.class, new Told(), AuditTrail.class, PlatformParts.trail(em, clock), SittingStore.class,
                ExamParts.sittings(em, DATABASE, KEYS), Acting.class, new Acting() {
                    @Override
                    public StaffId staff() {
                        return desk == null ? author : desk;
                    }
                }));
    }

    /** What a door says, in a transaction of its own. */
    <D, T> T at(Class<D> door, Function<D, T> work) {
        return DATABASE.resultOf(em -> work.apply(parts(em).get(door)));
    }

    /** Whether a door says yes. */
    <D> boolean is(Class<D> door, Predicate<D> question) {
        return at(door, question::test);
    }

    /** As {@link #at}, without a result. */
    <D> void with(Class<D> door, Consumer<D> work) {
        DATABASE.inTransaction(em -> work.accept(parts(em).get(door)));
    }

    /** The exam clock as the server calls it: each of its methods in a transaction of its own. */
    private final ExamClock clockDoor = new ExamClock() {
        @Override
        public void beat() {
            with(ExamClock.class, ExamClock::beat);
        }

        @Override
        public List<UUID> over() {
            return at(ExamClock.class, ExamClock::over);
        }

        @Override
        public List<UUID> struck() {
            return at(ExamClock.class, ExamClock::struck);
        }

        @Override
        public boolean markAgain(UUID id) {
            return is(ExamClock.class, door -> door.markAgain(id));
        }

        @Override
        public boolean handIn(UUID id) {
            return is(ExamClock.class, door -> door.handIn(id));
        }
    };

    private final Candidates candidatesDoor = new Candidates() {
        @Override
        public void reindex() {
            with(Candidates.class, Candidates::reindex);
        }
    };

    /** Remembers from round to round what failed, as the server's does. */
    final ExamClockwork clockwork = new Parts(null, Map.of(ExamClock.class, clockDoor, Candidates.class, candidatesDoor,
            Readiness.class, new Readiness())).get(ExamClockwork.class);

    /** The clock beats, and hands in what is over. */
    void beat() {
        clockDoor.beat();
        clockwork.round();
    }

    <T> T sit(Function<Sittings, T> work) {
        return at(Sittings.class, work);
    }

    <T> T watch(Function<Invigilation, T> work) {
        return at(Invigilation.class, work);
    }

    static String refusal(Runnable work) {
        return assertThrows(Refused.class, work::run).key();
    }

    static String newCookie() {
        return NewId.next().toString().substring(12);
    }

    @BeforeEach
    void prepare() {
        CardCode code = CardCode.of(KEYS.random(8));
        invigilator = newCookie();
        cookie = newCookie();
        DATABASE.inTransaction(em -> {
            author = staff(em);
            reader = staff(em);
            bank(em, VERSION.course());
            Session planned = new Session(Track.JUDGES, List.of("F1"), "Hall 2", LocalDate.of(2026, 11, 28), author, clock.instant());
            var sessions = ExamParts.sessions(em, KEYS, clock);
            planned.entrust(sessions.mac(code));
            sessions.add(planned);
            session = planned.id();
            candidate = newCandidate(em, cookie);
            sessions.seat(session, candidate);
        });
        with(Invigilation.class, door -> door.enter(code, () -> invigilator, "192.0.2.1"));
    }

    /** Somebody else who is to be examined, signed in with this cookie. */
    CandidateId newCandidate(EntityManager em, String with) {
        CandidateId id = ExamParts.candidates(em, KEYS, clock).add(new Candidate(Track.JUDGES, 20, author, clock.instant()),
                new Person(new Spellings("", "", "Hevin Sat"), "Judge", "N-" + NewId.next())).id();
        ExamParts.candidates(em, KEYS, clock).begin(id, with);
        return id;
    }

    private static StaffId staff(EntityManager em) {
        UUID id = NewId.next();
        em.createNativeQuery("INSERT INTO staff_member (id, name, password_hash, start_password, session_epoch, created_at, version) "
                + "VALUES (?1, ?2, 'x', 0, 0, NOW(3), 1)").setParameter(1, id.toString()).setParameter(2, "s" + id).executeUpdate();
        return new StaffId(id);
    }

    /** A reviewed bank for the course, as far as it is not there. */
    void bank(EntityManager em, Course course) {
        em.createNativeQuery("INSERT IGNORE INTO course (id, slug, code) VALUES (?1, ?1, ?2)").setParameter(1, course.id().toString())
                .setParameter(2, course.code()).executeUpdate();
        List<String> there = ExamParts.bank(em, KEYS).of(course.id()).stream().filter(i -> !i.isRetired()).map(BankItem::key).toList();
        for (Bank.Item item : course.bank().items()) {
            if (!there.contains(item.id())) {
                BankItem kept = new BankItem(course.id(), item.id(), item.topic(), item.difficulty(), List.of("en"), author,
                        clock.instant().minusSeconds(90));
                ExamParts.bank(em, KEYS).add(kept,
                        new ItemContent(item, Map.of("en", course.bank().words().get("en").items().get(item.id()))));
                kept.approve(reader, clock.instant().minusSeconds(60));
            }
        }
    }

    /** As if somebody had written these items and the reader had read them; banks outlive the tests that brought them in. */
    void wrote(StaffId who, Collection<UUID> items) {
        DATABASE.inTransaction(em -> items.forEach(i -> em.createNativeQuery("UPDATE bank_item SET uploaded_by = ?, approved_by = ? WHERE id = ?")
                .setParameter(1, who.toString()).setParameter(2, (who.equals(reader) ? author : reader).toString()).setParameter(3, i.toString())
                .executeUpdate()));
    }

    JoinCode open() {
        with(Invigilation.class, door -> door.open(invigilator));
        return new JoinCode(watch(door -> door.view(invigilator).orElseThrow().session().roomCode()));
    }

    UUID begin(JoinCode wall) {
        return sit(door -> door.begin(cookie, session, wall, "en"));
    }

    /** The form of somebody who knows every answer, or of somebody who knows none. */
    Map<String, String[]> form(AskedItem asked, boolean right) {
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
                    .limit(item.kind() == Quiz.Kind.MULTIPLE ? 8 : 1)
                    .map(c -> String.valueOf(asked.choices().indexOf(choices.get(c)) + 1)).toArray(String[]::new));
        }
        return form;
    }

    void answer(UUID sitting, boolean right) {
        int asked = sit(door -> door.view(cookie, sitting)).asked();
        for (int n = 1; n <= asked; n++) {
            int position = n;
            Map<String, String[]> form = form(sit(door -> door.ask(cookie, sitting, position)), right);
            assertTrue(sit(door -> door.save(cookie, sitting, position, form)).isPresent());
        }
    }
}
