import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one request of each kind costs the server and the database in processor time, one after the other, at a server that was used for a
 * while: how a full room's load is put together. Time is the kernel's count of a whole process, so collecting and compiling are in it.
 *
 * <p>With the tests' class path, from the project: {@code java -Xss256k -XX:TieredStopAtLevel=1 -cp target/test-classes:… Costs
 * target/server /tmp/costs 100}: after 100 seconds of learners on their own. Ports as for {@link Rooms}; Linux only.
 */
final class Costs {

    private static final int PEOPLE = 25;
    private static final int TIMES = 2000;

    /** The kernel's, in a second (sysconf(_SC_CLK_TCK), the same on every Linux of today). */
    private static final int TICKS = 100;

    private interface Step {

        void go(int n) throws IOException;
    }

    private final ExamHall hall;

    private Costs(ExamHall hall) {
        this.hall = hall;
    }

    public static void main(String[] args) throws Exception {
        ExamHall hall = new ExamHall(Path.of(args[0]).toAbsolutePath(), Path.of(args[1]).toAbsolutePath());
        hall.launch();
        hall.ready();
        try {
            Attempts.run(ExamHall.SITE, RoomPlan.COURSE, 50, Integer.parseInt(args[2]));
            new Costs(hall).run();
        } finally {
            hall.stop();
        }
    }

    private void run() throws Exception {
        List<RoomPlan.Room> rooms = RoomPlan.open(hall, TIMES / PEOPLE / 2, PEOPLE);
        List<Learner> learners = new ArrayList<>();
        for (int i = 0; i < rooms.size() * PEOPLE; i++) {
            Learner learner = new Learner(ExamHall.SITE, RoomPlan.COURSE);
            learner.remembers = true;
            learners.add(learner);
        }
        RoomDesk desk = new RoomDesk(ExamHall.SITE, rooms.get(0).id());
        desk.signIn(rooms.get(0).trainer(), "walnut-river-lantern-7");
        desk.open();
        RoomDesk wall = new RoomWall(ExamHall.SITE, rooms.get(0).id(), desk);
        wall.open();
        measure("join", learners.size(), i -> Rooms.join(learners.get(i), rooms.get(i / PEOPLE).code()));
        int[] first = new int[1];
        measure("begin", learners.size(), i -> first[0] = learners.get(i).begin("before"));
        List<Map<String, String>> forms = new ArrayList<>();
        for (int q = 0; q < Rooms.QUESTIONS; q++) {
            int number = first[0] + q;
            forms.clear();
            for (Learner learner : learners) {
                forms.add(learner.question("before", number, q % 4));
            }
            boolean last = q == Rooms.QUESTIONS - 1;
            measure(last ? "save" : "", learners.size(), i -> learners.get(i).save("before", number, forms.get(i)));
        }
        measure("question, all answered", TIMES, i -> learners.get(i % learners.size()).question("before", first[0], 0));
        measure("a phone asks", TIMES, i -> Learner.expect(learners.get(i % learners.size()).http.get("/status/room?l=en"), 200));
        measure("", TIMES, i -> desk.ask());
        measure("a console asks", TIMES, i -> desk.ask());
        measure("", TIMES, i -> wall.ask());
        measure("a wall asks", TIMES, i -> wall.ask());
        measure("end and handing in", learners.size(), i -> learners.get(i).submit("before"));
    }

    private void measure(String name, int times, Step step) throws IOException {
        double server = millis(hall.process());
        double database = millis(hall.database());
        long from = System.nanoTime();
        for (int i = 0; i < times; i++) {
            step.go(i);
        }
        double took = (System.nanoTime() - from) / 1e6;
        if (!name.isEmpty()) {
            System.out.printf("%-24s server %.2f ms, database %.2f ms, took %.2f ms%n", name, (millis(hall.process()) - server) / times,
                    (millis(hall.database()) - database) / times, took / times);
        }
    }

    /** Processor time of a process until now, with that of its threads that have ended. */
    private static double millis(long process) throws IOException {
        String[] fields = Files.readString(Path.of("/proc", String.valueOf(process), "stat")).replaceFirst(".*\\) ", "").split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 1000.0 / TICKS;
    }
}
