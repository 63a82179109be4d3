import java.util.ArrayList;
import java.util.List;

/**
 * How many lesson pages a second, and how long each takes.
 *
 * <p>{@code java -cp target/bench Lessons http://127.0.0.1:8080 spot-it 16 20 card|visitor}: 16 connections for 20 seconds, after
 * 60 seconds to warm up (a sixth word sets others).
 */
final class Lessons {

    public static void main(String[] args) throws Exception {
        String site = args[0];
        int connections = Integer.parseInt(args[2]);
        int seconds = Integer.parseInt(args[3]);
        boolean card = args[4].equals("card");
        String path = "/en/c/" + args[1] + "/1/2";
        run(site, args[1], path, connections, args.length > 5 ? Integer.parseInt(args[5]) : 60, card);
        Times times = new Times();
        long began = System.nanoTime();
        times = run(site, args[1], path, connections, seconds, card);
        double took = (System.nanoTime() - began) / 1e9;
        System.out.printf("%s, %d connections: %.0f requests/s, p50 %.2f ms, p95 %.2f ms, p99 %.2f ms%n", args[4], connections,
                times.count() / (double) seconds, times.percentile(.5), times.percentile(.95), times.percentile(.99));
    }

    private static Times run(String site, String course, String path, int connections, int seconds, boolean card) throws Exception {
        Times times = new Times();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Learner learner = new Learner(site, course);
            if (card) {
                learner.newCard();
            }
            learner.http.compressed = true;
            byte[] request = learner.http.request(path);
            Thread thread = new Thread(() -> {
                long end = System.nanoTime() + seconds * 1_000_000_000L;
                try {
                    while (System.nanoTime() < end) {
                        long from = System.nanoTime();
                        Learner.expect(learner.http.send(request), 200);
                        times.add(System.nanoTime() - from);
                    }
                } catch (java.io.IOException e) {
                    System.err.println("failed: " + e.getMessage());
                }
            });
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        return times;
    }
}
