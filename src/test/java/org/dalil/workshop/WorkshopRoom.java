package org.dalil.workshop;

import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.dalil.HandClock;
import org.dalil.Parts;
import org.dalil.TestDatabase;
import org.dalil.account.Acting;
import org.dalil.account.entity.StaffId;
import org.dalil.assessment.Assessments;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Response;
import org.dalil.course.Courses;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseVersion;
import org.dalil.learning.control.CompletionObserver;
import org.dalil.platform.control.AuditTrail;
import org.dalil.platform.control.Installation;
import org.dalil.platform.control.Keys;
import org.dalil.platform.control.PlatformParts;
import org.dalil.platform.control.Texts;
import org.dalil.platform.entity.Language;
import org.dalil.platform.entity.NewId;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.entity.Submission;
import org.dalil.workshop.control.PaperParts;
import org.dalil.workshop.control.Pen;
import org.dalil.workshop.control.ScanDesk;
import org.dalil.workshop.entity.FoundSheet;
import org.dalil.workshop.entity.Region;
import org.dalil.workshop.entity.SheetLayout;
import org.dalil.workshop.entity.WorkshopId;
import org.dalil.workshop.entity.WorkshopPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A trainer's workshop on a real database, whose doors are entered as the server enters them: each call in its own transaction, or in none. */
abstract class WorkshopRoom {

    static final TestDatabase DATABASE = TestDatabase.shared();
    static final Keys KEYS = PlatformParts.keys();
    static final CourseVersion VERSION = new CourseVersion(NewId.next(), 1, Instant.EPOCH, course());
    static final Courses COURSES = new Courses() {
        @Override
        public List<CourseVersion> all() {
            return List.of(VERSION);
        }

        @Override
        public Optional<CourseVersion> version(UUID id) {
            return Optional.of(VERSION).filter(v -> v.id().equals(id));
        }
    };

    final HandClock clock = new HandClock(Instant.parse("2026-11-28T06:00:00Z"));
    final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
    ScanDesk desk;
    StaffId trainer;
    WorkshopId workshop;

    /** A course of the curriculum, under an id of its own. */
    private static Course course() {
        Course c = PaperParts.course("teens/spot-it");
        UUID id = NewId.next();
        return new Course(id, "spot-it-" + id, c.code(), c.audience(), c.ages(), c.minutes(), c.mastery(), c.sourceLanguage(), c.languages(),
                c.prerequisites(), c.objectives(), c.modules(), c.quiz(), c.blueprint(), c.bank(), c.words());
    }

    @BeforeEach
    void prepare() {
        desk = new Parts(null, Map.of(Clock.class, clock, ManagedExecutorService.class, managed(ManagedExecutorService.class),
                ManagedScheduledExecutorService.class, managed(ManagedScheduledExecutorService.class))).get(ScanDesk.class);
        DATABASE.inTransaction(em -> {
            run(em, "INSERT IGNORE INTO course (id, slug, code) VALUES (?1, ?2, 'X')", VERSION.course().id(), VERSION.course().slug());
            run(em, "INSERT IGNORE INTO course_version (id, course_id, number, hash, published_at, content) VALUES (?1, ?2, 1, 'h', NOW(3), '{}')",
                    VERSION.id(), VERSION.course().id());
            trainer = staff(em);
        });
        workshop = enter(Workshops.class, "plan", door -> door.plan(Submission.next(), plan()));
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    static WorkshopPlan plan() {
        return plan(12);
    }

    static WorkshopPlan plan(int expected) {
        return new WorkshopPlan(VERSION.course().id(), List.of(1, 2), List.of("en"), Region.DUHOK, null, null, LocalDate.of(2026, 11, 28), expected);
    }

    /** The server's executors, without its contexts. */
    private <T> T managed(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> method.invoke(threads, arguments)));
    }

    static StaffId staff(EntityManager em) {
        UUID id = NewId.next();
        run(em, "INSERT INTO staff_member (id, name, password_hash, start_password, session_epoch, created_at, version) "
                + "VALUES (?1, ?2, 'x', 0, 0, NOW(3), 1)", id, "s" + id);
        run(em, "INSERT INTO staff_role (staff_id, role) VALUES (?1, 'TRAINER')", id);
        return new StaffId(id);
    }

    static void run(EntityManager em, String sql, Object... values) {
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i] instanceof UUID id ? id.toString() : values[i]);
        }
        query.executeUpdate();
    }

    static long count(String sql, Object... values) {
        return DATABASE.resultOf(em -> {
            var query = em.createNativeQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i].toString());
            }
            return ((Number) query.getSingleResult()).longValue();
        });
    }

    /** Real parts on this database; what other doors they enter in a transaction of their own is {@link #others}'. */
    private Parts parts(EntityManager em, Map<Class<?>, Object> others) {
        Map<Class<?>, Object> given = new HashMap<>(others);
        given.putAll(Map.of(Clock.class, clock, Keys.class, KEYS, Installation.class, new Installation(), Courses.class, COURSES, ScanDesk.class, desk,
                AuditTrail.class, PlatformParts.trail(em, clock), Texts.class, PlatformParts.texts(), DataSource.class, DATABASE.dataSource(),
                Acting.class, new Acting() {
                    @Override
                    public StaffId staff() {
                        return trainer;
                    }
                }));
        Parts[] parts = new Parts[1];
        given.put(Event.class, new Heard(event -> heard(parts[0], event)));
        parts[0] = new Parts(em, given);
        return parts[0];
    }

    /** Those who listen, each as its own methods say. */
    private static final List<Class<?>> LISTENERS = List.of(Assessments.class, CompletionObserver.class, counted());

    private static void heard(Parts parts, Object event) {
        for (Class<?> listener : LISTENERS) {
            for (Method method : listener.getDeclaredMethods()) {
                if (Arrays.stream(method.getParameters()).anyMatch(p -> p.isAnnotationPresent(Observes.class) && p.getType().isInstance(event))) {
                    tell(parts.get(listener), method, event);
                }
            }
        }
    }

    private static void tell(Object listener, Method method, Object event) {
        try {
            method.setAccessible(true);
            method.invoke(listener, event);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It knows who is counted already; as on the server, the workshop knows nothing of it. */
    private static Class<?> counted() {
        try {
            return Class.forName("org.dalil.report.control.CountedObserver");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Doors that are entered from another one without a transaction. */
    Map<Class<?>, Object> others() {
        return Map.of();
    }

    /** Enters a door through its interceptor. @param method its name: whether a transaction begins there is said at it */
    <D, T> T enter(Class<D> door, String method, Function<D, T> work) {
        Method entered = Arrays.stream(door.getDeclaredMethods()).filter(m -> m.getName().equals(method)).findFirst().orElseThrow();
        Transactional kind = entered.getAnnotation(Transactional.class);
        boolean begins = kind != null && kind.value() == Transactional.TxType.REQUIRED;
        @SuppressWarnings("unchecked")
        T result = (T) PlatformParts.enter(entered, () -> begins ? DATABASE.resultOf(em -> work.apply(soon(em, Map.of()).get(door))) : look(door, work));
        return result;
    }

    /** As {@link #enter}, without a result. */
    <D> void does(Class<D> door, String method, Consumer<D> work) {
        enter(door, method, d -> {
            work.accept(d);
            return null;
        });
    }

    /** The same twice at the same moment. */
    <T> List<T> twiceAtOnce(Callable<T> work) throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        Callable<T> together = () -> {
            both.countDown();
            both.await(5, TimeUnit.SECONDS);
            return work.call();
        };
        Future<T> one = threads.submit(together);
        Future<T> other = threads.submit(together);
        return List.of(one.get(), other.get());
    }

    private <D, T> T look(Class<D> door, Function<D, T> work) {
        EntityManager em = DATABASE.factory().createEntityManager();
        try {
            return work.apply(parts(em, others()).get(door));
        } finally {
            em.close();
        }
    }

    /** Prints somebody's questions. */
    byte[] sheets(WorkshopId id, int... numbers) {
        return enter(TestSheets.class, "print", door -> door.print(id, Occasion.PRE, Language.ENGLISH,
                Arrays.stream(numbers).boxed().collect(Collectors.toSet())));
    }

    /** The six characters at the foot of a number's first page. */
    static String check(byte[] pdf, int number) {
        Matcher line = Pattern.compile("W\\d+-" + number + "-[AB]-\\w+-en-1\\s+([0-9A-Z]{6})").matcher(Pen.text(pdf));
        if (!line.find()) {
            throw new IllegalStateException("no sheet of number " + number);
        }
        return line.group(1);
    }

    /** Nothing is marked on this sheet. */
    static Map<String, Response> unmarked(FoundSheet sheet) {
        return sheet.blocks().stream().collect(Collectors.toMap(SheetLayout.Block::item, b -> Response.SKIPPED));
    }

    /** Somebody's figures are in a batch now, and a batch never changes. */
    void countIn(int number) {
        UUID party = NewId.next();
        UUID batch = NewId.next();
        DATABASE.inTransaction(em -> {
            run(em, "INSERT INTO report_batch (id, stage, cluster, no_test, pre_only, post_only, partial, paired, completed, mean_before, mean_after, "
                    + "squares_before, squares_after, squares_gain, kept, gained, lost, never) "
                    + "VALUES (?1, 'COURSE', ?1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)", batch);
            run(em, "INSERT INTO report_party (id, stage, paired, noted_on, batch) SELECT ?1, 'COURSE', FALSE, CURDATE(), number FROM report_batch WHERE id = ?2",
                    party, batch);
            run(em, "INSERT INTO report_member (card_id, course_id, stage, party_id) SELECT card_id, ?1, 'COURSE', ?2 FROM seat "
                    + "WHERE workshop_id = ?3 AND number = ?4", VERSION.course().id(), party, workshop.value(), number);
        });
    }

    /** A lock is given within a second, or it is another one's fault. */
    private Parts soon(EntityManager em, Map<Class<?>, Object> others) {
        em.createNativeQuery("SET SESSION innodb_lock_wait_timeout = 1").executeUpdate();
        return parts(em, others);
    }

    static String refusal(Runnable work) {
        return assertThrows(Refused.class, work::run).key();
    }

    /** Events as the server hands them on: at once, in the same transaction. */
    private record Heard(Consumer<Object> by) implements Event<Object> {
        @Override
        public void fire(Object event) {
            by.accept(event);
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
}
