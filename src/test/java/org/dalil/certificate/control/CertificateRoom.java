package org.dalil.certificate.control;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.dalil.HandClock;
import org.dalil.Parts;
import org.dalil.TestDatabase;
import org.dalil.account.entity.StaffId;
import org.dalil.exam.control.CandidateStore;
import org.dalil.exam.entity.Candidate;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.ExamPassed;
import org.dalil.exam.entity.Person;
import org.dalil.exam.entity.Spellings;
import org.dalil.exam.entity.Track;
import org.dalil.platform.control.Installation;
import org.dalil.platform.control.SystemSubject;
import org.dalil.platform.control.Texts;

/** Everything that issues and checks certificates, on a real database, with key files in a directory of its own. */
public final class CertificateRoom {

    public static final Person SHIRIN = new Person(new Spellings("شيرين أحمد حسن", "شیرین ئەحمەد حەسەن", "Shirin Ahmed Hassan"), "", "");

    final TestDatabase database;
    final HandClock clock = new HandClock(Instant.parse("2026-11-28T10:00:00Z"));
    final Path keys;
    /** The environment's variables. */
    final Map<String, String> settings = new HashMap<>();
    private final Map<Class<?>, Object> given = new HashMap<>();
    private final UUID staff = UUID.randomUUID();

    public CertificateRoom(TestDatabase database) {
        this.database = database;
        try {
            keys = Files.createTempDirectory("dalil-test-keys");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        given.put(Clock.class, clock);
        given.put(Installation.class, new Installation() {
            @Override
            public Path keys() {
                return keys;
            }

            @Override
            public Optional<String> setting(String name) {
                return Optional.ofNullable(settings.get(name));
            }

            @Override
            public String site() {
                return "https://dalil.example";
            }
        });
        given.put(Texts.class, new Parts(null, Map.of()).get(Texts.class));
        database.inTransaction(em -> em.createNativeQuery("INSERT INTO staff_member (id, name, password_hash, start_password, "
                + "session_epoch, created_at, version) VALUES (?1, ?2, '', 0, 0, NOW(3), 0)").setParameter(1, staff.toString())
                .setParameter(2, staff.toString()).executeUpdate());
    }

    Parts parts(EntityManager em) {
        return new Parts(em, given);
    }

    /** In a transaction, as the platform itself. */
    public <T, R> R in(Class<T> bean, Function<T, R> work) {
        return SystemSubject.call("test", () -> database.resultOf(em -> work.apply(parts(em).get(bean))));
    }

    CandidateId candidate(Person person, Track track) {
        return database.resultOf(em -> {
            Candidate candidate = new Candidate(track, 0, new StaffId(staff), clock.now);
            return parts(em).get(CandidateStore.class).add(candidate, person).id();
        });
    }

    /** Somebody passes. @return the event, as the exam fires it */
    public ExamPassed passes(Person person, Track track) {
        ExamPassed passed = new ExamPassed(candidate(person, track), track, track.courses(), clock.now, UUID.randomUUID());
        tell(passed);
        return passed;
    }

    void tell(ExamPassed passed) {
        in(PassedObserver.class, observer -> {
            observer.passed(passed);
            return null;
        });
    }
}
