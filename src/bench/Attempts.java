import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many whole attempts a minute with each answer committed on its own: every question's page is opened, its answer saved as
 * the page's script does, and the attempt handed in at the end. A learner takes them before and after,
 * twice with each card.
 *
 * <p>{@code java -cp target/bench Attempts http://127.0.0.1:8080 spot-it 50 30}: 50 learners at once for 30 seconds, after
 * 60 seconds to warm up (a fifth word sets others).
 */
final class Attempts {

    /** Attempts with one card, before a learner begins anew with another: few have more. */
    private static final int PER_CARD = 4;

    public static void main(String[] args) throws Exception {
        int learners = Integer.parseInt(args[2]);
        int seconds = Integer.parseInt(args[3]);
        run(args[0], args[1], learners, args.length > 4 ? Integer.parseInt(args[4]) : 60);
        run(args[0], args[1], learners, seconds).print(seconds);
    }

    /** What was counted. */
    static final class Count {
        final AtomicInteger attempts = new AtomicInteger();
        final AtomicInteger failed = new AtomicInteger();
        final Times saves = new Times();
        final Times pages = new Times();

        void print(int seconds) {
            System.out.printf("%.0f ten-question attempts/min (%d attempts handed in), %.0f saves/s, save p50 %.1f ms p95 %.1f ms, page p95 %.1f ms, failed %d%n",
                    saves.count() / 10.0 * 60 / seconds, attempts.get(), saves.count() / (double) seconds, saves.percentile(.5),
                    saves.percentile(.95), pages.percentile(.95), failed.get());
        }
    }

    static Count run(String site, String course, int learners, int seconds) throws Exception {
        Count count = new Count();
        List<Thread> threads = new ArrayList<>();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        for (int i = 0; i < learners; i++) {
            int seed = i % 4;
            Thread thread = new Thread(() -> {
                Learner learner = new Learner(site, course);
                learner.remembers = true;
                for (int n = 0; System.nanoTime() < end; n++) {
                    try {
                        if (n % PER_CARD == 0) {
                            learner.newCard();
                        }
                        attempt(learner, n % 2 == 0 ? "before" : "after", seed, end, count);
                    } catch (java.io.IOException | RuntimeException e) {
                        count.failed.incrementAndGet();
                    }
                }
            });
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        return count;
    }

    private static void attempt(Learner learner, String when, int seed, long end, Count count) throws java.io.IOException {
        int number = learner.begin(when);
        while (System.nanoTime() < end) {
            long from = System.nanoTime();
            Map<String, String> form = learner.question(when, number, seed);
            if (form == null) {
                learner.submit(when);
                count.attempts.incrementAndGet();
                return;
            }
            count.pages.add(System.nanoTime() - from);
            from = System.nanoTime();
            if (!learner.save(when, number, form)) {
                count.failed.incrementAndGet();
            }
            count.saves.add(System.nanoTime() - from);
            number++;
        }
    }
}
