import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rooms full of people who answer at once, each room with its trainer's page open and its page on the wall, each phone asking now and
 * then what is open: how long a save takes, how far behind the trainer's page is, and whether anything that was confirmed is gone. Workshops are planned and opened by the stores; trainers sign
 * in, learners join with the code and answer by the pages' own forms, each answer saved on its own.
 *
 * <p>With the tests' class path, from the project: {@code java -Xss256k -XX:TieredStopAtLevel=1 -cp target/test-classes:… Rooms
 * target/server /tmp/rooms 1 300 120 20 0}: one room, 300 people who join within 20 seconds and then give all their answers within 120, at a
 * server started seconds before; another last number lets learners on their own use it for so many seconds first. The data directory is
 * made afresh by whoever calls; ports 8098, 13398 and 9994 must be free.
 */
final class Rooms {

    static final int QUESTIONS = 14;
    private static final Pattern AGAIN = Pattern.compile("\"again\":(\\d+)");

    private final ExamHall hall;
    private final int people;
    private final int seconds;
    private final int joining;
    private volatile boolean over;
    private final Times joins = new Times();
    private final Times saves = new Times();
    private final Times pages = new Times();
    private final Times courses = new Times();
    private final Times asks = new Times();
    private final AtomicInteger handedIn = new AtomicInteger();
    private final Map<String, AtomicInteger> problems = new ConcurrentHashMap<>();
    /** What was confirmed, by attempt: the marks of questions with one choice, nothing for the others. */
    private final Map<String, List<String>> confirmed = new ConcurrentHashMap<>();

    private Rooms(ExamHall hall, int people, int seconds, int joining) {
        this.hall = hall;
        this.people = people;
        this.seconds = seconds;
        this.joining = joining;
    }

    public static void main(String[] args) throws Exception {
        ExamHall hall = new ExamHall(Path.of(args[0]).toAbsolutePath(), Path.of(args[1]).toAbsolutePath());
        hall.launch();
        hall.ready();
        try {
            Attempts.run(ExamHall.SITE, RoomPlan.COURSE, 50, Integer.parseInt(args[6]));
            new Rooms(hall, Integer.parseInt(args[3]), Integer.parseInt(args[4]), Integer.parseInt(args[5])).run(Integer.parseInt(args[2]));
        } finally {
            hall.stop();
        }
    }

    private void run(int count) throws Exception {
        List<RoomPlan.Room> rooms = RoomPlan.open(hall, count, people);
        List<RoomDesk> desks = new ArrayList<>();
        List<RoomDesk> walls = new ArrayList<>();
        for (RoomPlan.Room room : rooms) {
            RoomDesk desk = new RoomDesk(ExamHall.SITE, room.id());
            desk.signIn(room.trainer(), "walnut-river-lantern-7");
            desk.open();
            desks.add(desk);
            RoomDesk wall = new RoomWall(ExamHall.SITE, room.id(), desk);
            wall.open();
            walls.add(wall);
        }
        System.out.println(count + " rooms are open, each with its trainer and its wall");
        long start = System.nanoTime();
        NavigableMap<Double, Thread> people = new TreeMap<>();
        List<Thread> watching = new ArrayList<>();
        for (int r = 0; r < count; r++) {
            RoomDesk desk = desks.get(r);
            RoomDesk wall = walls.get(r);
            watching.add(new Thread(() -> watch(desk)));
            watching.add(new Thread(() -> watch(wall)));
            for (int p = 0; p < this.people; p++) {
                RoomPlan.Room room = rooms.get(r);
                // Seeds beside each other begin with nearly the same number, and everybody would join in the same second.
                Random chance = new Random((r * 1000L + p) * 0x9E3779B97F4A7C15L);
                people.put(joining * chance.nextDouble(), new Thread(() -> learn(room, chance, start)));
            }
        }
        watching.forEach(Thread::start);
        for (Map.Entry<Double, Thread> comes : people.entrySet()) {
            Thread.sleep(Math.max(0, (long) ((comes.getKey() - now(start)) * 1000)));
            comes.getValue().start();
        }
        for (Thread thread : people.values()) {
            thread.join();
        }
        over = true;
        for (Thread thread : watching) {
            thread.join();
        }
        print(desks, walls, (System.nanoTime() - start) / 1e9);
    }

    private void watch(RoomDesk desk) {
        try {
            desk.watch(() -> over);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Joins and begins while all do, then answers one question after the other, at any moments of the time for answers. */
    private void learn(RoomPlan.Room room, Random chance, long start) {
        Learner learner = new Learner(ExamHall.SITE, RoomPlan.COURSE);
        learner.remembers = true;
        try {
            long from = System.nanoTime();
            join(learner, room.code());
            joins.add(System.nanoTime() - from);
            course(learner);
            int number = learner.begin("before");
            double[] when = chance.doubles(QUESTIONS, joining, joining + seconds).sorted().toArray();
            int[] pace = {10};
            for (int q = 0; q < QUESTIONS; q++, number++) {
                stay(learner, pace, start, when[q]);
                answer(learner, number, chance.nextInt(4));
            }
            learner.submit("before");
            handedIn.incrementAndGet();
            course(learner);
        } catch (IOException | RuntimeException e) {
            problems.computeIfAbsent(String.valueOf(e.getMessage()), k -> new AtomicInteger()).incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where a phone is led to as it has joined, and as it has handed in. */
    private void course(Learner learner) throws IOException {
        long from = System.nanoTime();
        learner.http.compressed = true;
        Learner.expect(learner.http.get("/en/c/" + RoomPlan.COURSE), 200);
        learner.http.compressed = false;
        courses.add(System.nanoTime() - from);
    }

    static void join(Learner learner, String code) throws IOException {
        Map<String, String> form = Learner.hidden(learner.http.get("/en/room").text());
        form.put("code", code);
        Learner.expect(learner.http.post("/en/room", form), 200);
    }

    /** On a question's page, whose script asks for the first time after eight tenths of the pace that it was told last, and then at that. */
    private void stay(Learner learner, int[] pace, long start, double until) throws IOException, InterruptedException {
        for (double next = now(start) + pace[0] * .8; next < until; next = now(start) + pace[0]) {
            waitUntil(learner, start, next);
            long from = System.nanoTime();
            Matcher again = AGAIN.matcher(Learner.expect(learner.http.get("/status/room?l=en"), 200).text());
            asks.add(System.nanoTime() - from);
            if (again.find()) {
                pace[0] = Integer.parseInt(again.group(1));
            }
        }
        waitUntil(learner, start, until);
    }

    private static double now(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private void answer(Learner learner, int number, int which) throws IOException {
        long from = System.nanoTime();
        Map<String, String> form = learner.question("before", number, which);
        pages.add(System.nanoTime() - from);
        if (form == null) {
            throw new IOException("no question " + number);
        }
        from = System.nanoTime();
        boolean saved = learner.save("before", number, form);
        saves.add(System.nanoTime() - from);
        if (!saved) {
            throw new IOException("not saved");
        }
        confirmed.computeIfAbsent(form.get("right").split("\\.")[0], k -> new ArrayList<>()).add(form.getOrDefault("a", ""));
    }

    private static void waitUntil(Learner learner, long start, double seconds) throws IOException, InterruptedException {
        learner.http.rest((long) (seconds * 1000) - (System.nanoTime() - start) / 1_000_000);
    }

    private void print(List<RoomDesk> desks, List<RoomDesk> walls, double took) throws SQLException, IOException {
        Map<String, List<String>> kept = new HashMap<>();
        hall.each("SELECT attempt_id, value FROM answer", row -> kept.computeIfAbsent(row.getString(1), k -> new ArrayList<>()).add(row.getString(2)));
        int answers = 0;
        int lost = 0;
        for (Map.Entry<String, List<String>> attempt : confirmed.entrySet()) {
            List<String> there = new ArrayList<>(kept.getOrDefault(attempt.getKey(), List.of()));
            answers += attempt.getValue().size();
            lost += Math.max(0, attempt.getValue().size() - there.size());
            lost += (int) attempt.getValue().stream().filter(mark -> !mark.isEmpty() && !there.remove(mark)).count();
        }
        System.out.printf("%.0f s; joined %d: p50 %.0f p95 %.0f ms; course page p95 %.0f ms; question p95 %.0f ms; saves %d: p50 %.0f p95 %.0f p99 %.0f max %.0f ms%n", took,
                joins.count(), joins.percentile(.5), joins.percentile(.95), courses.percentile(.95), pages.percentile(.95), saves.count(), saves.percentile(.5),
                saves.percentile(.95), saves.percentile(.99), saves.percentile(1));
        System.out.printf("phones asked %d times: p50 %.0f p95 %.0f max %.0f ms%n", asks.count(), asks.percentile(.5), asks.percentile(.95),
                asks.percentile(1));
        print("trainers' pages", desks);
        print("walls", walls);
        System.out.printf("confirmed %d, lost or altered %d; handed in %d, in the database %d; problems %s; server %d MB%n", answers, lost,
                handedIn.get(), hall.number("SELECT COUNT(*) FROM attempt a JOIN seat s ON s.card_id = a.card_id WHERE a.submitted_at IS NOT NULL"), problems, hall.memory());
    }

    private static void print(String which, List<RoomDesk> pages) {
        Times behind = new Times();
        pages.forEach(d -> behind.addAll(d.behind));
        System.out.printf("%s: asked %d times, %d told, %d looked, %d failed; behind p50 %.2f p95 %.2f p99 %.2f max %.2f s%n", which, behind.count(),
                pages.stream().mapToInt(d -> d.told).sum(), pages.stream().mapToInt(d -> d.looks).sum(), pages.stream().mapToInt(d -> d.failed).sum(), behind.percentile(.5) / 1000,
                behind.percentile(.95) / 1000, behind.percentile(.99) / 1000, behind.percentile(1) / 1000);
    }
}
