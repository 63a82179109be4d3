import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dalil.account.entity.StaffId;
import org.dalil.certificate.control.OrderStore;
import org.dalil.exam.control.CandidateStore;
import org.dalil.exam.entity.Candidate;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.ExamPassed;
import org.dalil.exam.entity.Person;
import org.dalil.exam.entity.Spellings;
import org.dalil.exam.entity.Track;

/**
 * Very many certificates issued by a real server in the background, which is killed when half of them are done: whether it goes on
 * by itself, whether any is issued twice or not at all, whether memory stays flat.
 *
 * <p>With the tests' class path, from the project: {@code java -cp target/test-classes:… CertificatesKilled target/server
 * /tmp/papers 5000}. The data directory is made afresh by whoever calls; ports 8098, 13398 and 9994 must be free.
 */
final class CertificatesKilled {

    private static final Spellings SHIRIN = new Spellings("شيرين أحمد حسن", "شیرین ئەحمەد حەسەن", "Shirin Ahmed Hassan");
    private static final String DONE = "SELECT COUNT(*) FROM certificate";

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[2]);
        ExamHall hall = new ExamHall(Path.of(args[0]).toAbsolutePath(), Path.of(args[1]).toAbsolutePath());
        hall.launch();
        hall.ready();
        pass(hall, count);
        long began = System.nanoTime();
        System.out.println(count + " exams are passed");
        issue(hall, hall.number(DONE), count / 2);
        hall.kill();
        System.out.printf("killed with %d issued%n", hall.number(DONE));
        hall.launch();
        hall.ready();
        issue(hall, hall.number(DONE), count);
        System.out.printf("all after %.0f s, the start in the middle with them%n", (System.nanoTime() - began) / 1e9);
        System.out.printf("%d certificates of %d sittings with %d numbers, the last %d; %d lines in the trail; %d orders open%n", hall.number(DONE),
                hall.number("SELECT COUNT(DISTINCT o.sitting_id) FROM certificate c JOIN certificate_order o ON o.number = c.number"), hall.number("SELECT COUNT(DISTINCT number) FROM certificate"),
                hall.number("SELECT MAX(number) FROM certificate"),
                hall.number("SELECT COUNT(*) FROM audit_event WHERE act = 'certificate.issue'"),
                hall.number("SELECT COUNT(*) FROM certificate_order WHERE done_at IS NULL"));
        hall.stop();
        System.exit(0);
    }

    private static void pass(ExamHall hall, int count) throws Exception {
        for (int from = 0; from < count; from += 500) {
            int first = from;
            hall.inTransaction(em -> {
                StaffId author = ExamHall.staff(em);
                CandidateStore candidates = hall.parts(em).get(CandidateStore.class);
                OrderStore orders = hall.parts(em).get(OrderStore.class);
                for (int i = first; i < Math.min(count, first + 500); i++) {
                    Track track = Track.values()[i % Track.values().length];
                    CandidateId id = candidates.add(new Candidate(track, 0, author, Instant.now()),
                            new Person(SHIRIN, "", "N-" + i)).id();
                    orders.add(new ExamPassed(id, track, track.courses(), Instant.now(), UUID.randomUUID()));
                }
            });
        }
    }

    /** Watches until so many are issued. */
    private static void issue(ExamHall hall, long before, int until) throws Exception {
        long last = before;
        long at = System.nanoTime();
        for (long done = before; done < until; done = hall.number(DONE)) {
            Thread.sleep(1000);
            if (System.nanoTime() - at > 20e9) {
                System.out.printf("%d issued, %.1f a second, server %d MB%n", done, (done - last) * 1e9 / (System.nanoTime() - at), hall.memory());
                last = done;
                at = System.nanoTime();
            }
        }
    }
}
