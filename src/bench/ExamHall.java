import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.dalil.Parts;
import org.dalil.account.entity.CardCode;
import org.dalil.account.entity.StaffId;
import org.dalil.authoring.control.CurriculumReader;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Course;
import org.dalil.exam.control.BankStore;
import org.dalil.exam.control.CandidateStore;
import org.dalil.exam.control.SessionStore;
import org.dalil.exam.entity.BankItem;
import org.dalil.exam.entity.Candidate;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.ItemContent;
import org.dalil.exam.entity.Person;
import org.dalil.exam.entity.Session;
import org.dalil.exam.entity.Spellings;
import org.dalil.exam.entity.Track;
import org.dalil.platform.control.Installation;
import org.dalil.platform.control.Keys;
import org.dalil.platform.entity.NewId;
import org.dalil.workshop.entity.JoinCode;
import org.mariadb.jdbc.MariaDbDataSource;

/** A server of one's own for an exam with very many candidates, what is prepared in it, and what is found in its database afterwards. */
final class ExamHall {

    static final String SITE = "http://127.0.0.1:8098";
    private static final int DATABASE_PORT = 13398;

    /** A candidate who is signed in. @param cookie of the browser */
    record Seat(CandidateId candidate, String cookie) { }

    private final Path home;
    private final Path data;
    private EntityManagerFactory factory;
    private Process server;
    String session;
    String code;

    /** @param data is made afresh */
    ExamHall(Path home, Path data) {
        this.home = home;
        this.data = data;
    }

    void launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", home.resolve("bin/standalone.sh").toString(), "-Djboss.management.http.port=9994");
        builder.environment().putAll(Map.of("DALIL_DATA", data.toString(), "DALIL_PORT", "8098", "DALIL_DB_PORT", String.valueOf(DATABASE_PORT),
                "DALIL_COURSES", Path.of("courses").toAbsolutePath().toString(), "DALIL_ADMIN_PASSWORD", "walnut-river-lantern-7"));
        server = builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(new File(data + ".console"))).start();
    }

    /** As {@code kill -9} does; the database lives on. */
    void kill() throws InterruptedException {
        server.descendants().filter(p -> !p.info().command().orElse("").contains("mariadbd")).forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly().waitFor();
    }

    void stop() throws IOException, InterruptedException {
        kill();
        ProcessHandle.of(database()).ifPresent(ProcessHandle::destroy);
    }

    void ready() throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            try (Http http = new Http(SITE)) {
                if (http.get("/status/ready").status() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // it starts
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("not ready within two minutes; see " + data + ".console");
    }

    private MariaDbDataSource source() throws SQLException, IOException {
        MariaDbDataSource source = new MariaDbDataSource("jdbc:mariadb://127.0.0.1:" + DATABASE_PORT + "/dalil");
        source.setUser("dalil");
        source.setPassword(Files.readString(data.resolve("database.password")).strip());
        return source;
    }

    void inTransaction(Consumer<EntityManager> work) throws SQLException, IOException {
        if (factory == null) {
            factory = Persistence.createEntityManagerFactory("dalil", Map.of("jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                    "jakarta.persistence.jtaDataSource", "", "jakarta.persistence.nonJtaDataSource", source(),
                    "eclipselink.target-server", "None", "eclipselink.session-name", "hall", "eclipselink.weaving", "false"));
        }
        EntityManager em = factory.createEntityManager();
        em.getTransaction().begin();
        work.accept(em);
        em.getTransaction().commit();
        em.close();
    }

    Parts parts(EntityManager em) {
        return new Parts(em, Map.of(Clock.class, Clock.systemUTC(), Installation.class, new Installation() {
            @Override
            public Path keys() {
                return data.resolveSibling(data.getFileName() + ".keys");
            }
        }));
    }

    /** Fills the bank, opens a session and seats so many candidates in it, each signed in on a browser of their own. */
    List<Seat> prepare(int count) throws SQLException, IOException {
        Course course = CurriculumReader.read(Path.of("courses")).curriculum().courses().stream().map(d -> d.course())
                .filter(c -> c.code().equals("F1")).findFirst().orElseThrow();
        List<Seat> seats = new ArrayList<>();
        inTransaction(em -> {
            Parts parts = parts(em);
            StaffId author = staff(em);
            StaffId reader = staff(em);
            BankStore bank = parts.get(BankStore.class);
            Instant now = Instant.now();
            for (Bank.Item item : course.bank().items()) {
                BankItem kept = new BankItem(course.id(), item.id(), item.topic(), item.difficulty(), List.of("en"), author, now.minusSeconds(90));
                bank.add(kept, new ItemContent(item, Map.of("en", course.bank().words().get("en").items().get(item.id()))));
                kept.approve(reader, now.minusSeconds(60));
            }
            SessionStore sessions = parts.get(SessionStore.class);
            Keys keys = parts.get(Keys.class);
            Session planned = new Session(Track.TEACHERS, List.of("F1"), "Hall", LocalDate.now(), author, now);
            planned.entrust(sessions.mac(CardCode.of(keys.random(8))));
            planned.open(JoinCode.of(keys.random(JoinCode.LENGTH)), now);
            sessions.add(planned);
            session = planned.id().toString();
            code = planned.row().roomCode();
            CandidateStore candidates = parts.get(CandidateStore.class);
            for (int i = 0; i < count; i++) {
                String cookie = NewId.next().toString().replace("-", "").substring(8);
                CandidateId id = candidates.add(new Candidate(Track.TEACHERS, i % 10 == 0 ? 25 : 0, author, now),
                        new Person(new Spellings("", "", "Nazdar Mahmoud"), "Teacher", "N-" + i)).id();
                candidates.begin(id, cookie);
                sessions.seat(planned.id(), id);
                seats.add(new Seat(id, cookie));
            }
        });
        return seats;
    }

    static StaffId staff(EntityManager em) {
        UUID id = NewId.next();
        em.createNativeQuery("INSERT INTO staff_member (id, name, password_hash, start_password, session_epoch, created_at, version) "
                + "VALUES (?1, ?2, 'x', 0, 0, NOW(3), 1)").setParameter(1, id.toString()).setParameter(2, "s" + id).executeUpdate();
        return new StaffId(id);
    }

    /** When each sitting ends. */
    Map<String, Instant> ends() throws SQLException, IOException {
        Map<String, Instant> ends = new HashMap<>();
        each("SELECT id, ends_at FROM exam_sitting", row -> ends.put(row.getString(1), row.getTimestamp(2).toInstant()));
        return ends;
    }

    /** When the platform was last seen alive. */
    Instant beat() throws SQLException, IOException {
        List<Timestamp> beat = new ArrayList<>();
        each("SELECT beat FROM exam_pulse", row -> beat.add(row.getTimestamp(1)));
        return beat.get(0).toInstant();
    }

    /** What is stored, by sitting and position. */
    Map<String, String> answers() throws SQLException, IOException {
        Map<String, String> answers = new HashMap<>();
        each("SELECT sitting_id, position, value FROM exam_answer", row -> answers.put(row.getString(1) + "/" + row.getInt(2), row.getString(3)));
        return answers;
    }

    /** The choices in the order in which each question shows them, by sitting and position. */
    Map<String, List<String>> papers() throws SQLException, IOException {
        Map<String, List<String>> papers = new HashMap<>();
        each("SELECT sitting_id, position, choices FROM exam_paper",
                row -> papers.put(row.getString(1) + "/" + row.getInt(2), List.of(row.getString(3).split(","))));
        return papers;
    }

    /** One number. */
    long number(String sql) throws SQLException, IOException {
        long[] number = new long[1];
        each(sql, row -> number[0] = row.getLong(1));
        return number[0];
    }

    /** What the server holds in memory, in MB. */
    long memory() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(process()), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return 0;
    }

    /** The server's process. */
    long process() {
        return server.descendants().filter(p -> p.info().command().orElse("").endsWith("java")).findFirst().orElseThrow().pid();
    }

    /** The database's process. */
    long database() throws IOException {
        return Long.parseLong(Files.readString(data.resolve("database.pid")).strip());
    }

    interface Row {

        void read(ResultSet row) throws SQLException;
    }

    void each(String sql, Row reader) throws SQLException, IOException {
        try (Connection connection = source().getConnection(); ResultSet row = connection.createStatement().executeQuery(sql)) {
            while (row.next()) {
                reader.read(row);
            }
        }
    }
}
