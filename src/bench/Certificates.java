import org.dalil.TestDatabase;
import org.dalil.certificate.control.CertificateRoom;
import org.dalil.certificate.entity.Progress;
import org.dalil.exam.entity.Track;

/**
 * How many certificates a second are issued, each with its paper, its signatures and its line in the audit trail, in a transaction
 * of its own on a real MariaDB that flushes every commit, and whether memory stays flat. Run from the project with the tests' class
 * path:
 *
 * <p>{@code java -Xmx256m -XX:+UseSerialGC -cp target/test-classes:target/classes:… Certificates 5000}
 */
final class Certificates {

    public static void main(String[] args) {
        int count = Integer.parseInt(args[0]);
        CertificateRoom room = new CertificateRoom(TestDatabase.fresh());
        for (int i = 0; i < count; i++) {
            room.passes(CertificateRoom.SHIRIN, Track.values()[i % Track.values().length]);
        }
        System.out.println(count + " exams passed; issuing");
        long began = System.nanoTime();
        long last = began;
        int issued = 0;
        while (room.in(org.dalil.certificate.Certificates.class, org.dalil.certificate.Certificates::issueNext)) {
            if (++issued % 500 == 0) {
                long now = System.nanoTime();
                System.gc();
                Runtime runtime = Runtime.getRuntime();
                System.out.printf("%d issued, %.1f a second, heap after GC %.1f MB%n", issued, 500e9 / (now - last),
                        (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
                last = System.nanoTime();
            }
        }
        Progress progress = room.in(org.dalil.certificate.Certificates.class, org.dalil.certificate.Certificates::progress);
        System.out.printf("%d of %d issued in %.0f s: %.1f a second%n", progress.done(), progress.ordered(),
                (System.nanoTime() - began) / 1e9, issued * 1e9 / (System.nanoTime() - began));
        System.exit(0);
    }
}
