import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Very many candidates in one exam, and the server killed in the middle of it: how long a save takes, whether anything that was
 * confirmed is gone, whether everybody goes on with the time that was left.
 *
 * <p>With the tests' class path, from the project: {@code java -Xss256k -XX:TieredStopAtLevel=1 -cp target/test-classes:… Exams
 * target/server /tmp/exams 500 10 80 80}: 500 candidates who take 10 seconds for a question, 80 seconds before the kill and 80
 * after it. The data directory is made afresh by whoever calls; ports 8098, 13398 and 9994 must be free.
 */
final class Exams {

    private static final Pattern FIELD = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");
    private static final Pattern CHOICE = Pattern.compile("<input type=\"(radio|checkbox)\" name=\"a\" id=\"a-\\d+\" value=\"(\\d+)\"");
    private static final Pattern SELECT = Pattern.compile("(?s)<select class=\"inp\" name=\"([^\"]+)\".*?</select>");
    private static final Pattern OPTION = Pattern.compile("<option value=\"(\\d+)\"");
    private static final Pattern LEFT = Pattern.compile("data-left=\"(\\d+)\"");

    /** What a candidate was told of an answer: the place confirmed last, and the one sent after it, of which nobody knows. */
    private record Told(String confirmed, String sent) { }

    private static final Map<String, Told> TOLD = new ConcurrentHashMap<>();
    private static final Map<String, Long> LEFT_SEEN = new ConcurrentHashMap<>();
    private static final AtomicInteger FAILED = new AtomicInteger();
    private static volatile Times saves = new Times();
    private static volatile Times pages = new Times();
    private static final Times BEGINS = new Times();
    private static volatile boolean running = true;
    private static volatile boolean again;

    private final ExamHall hall;
    private final Http http = new Http(ExamHall.SITE);
    private final Random random;
    private final long think;
    private String sitting;

    private Exams(ExamHall hall, ExamHall.Seat seat, int number, long think) {
        this.hall = hall;
        this.think = think;
        // Seeds beside each other begin with nearly the same number, and everybody would begin in the same second.
        random = new Random(number * 0x9E3779B97F4A7C15L);
        http.cookie = "v=" + seat.cookie();
    }

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[2]);
        long think = Long.parseLong(args[3]) * 1000;
        ExamHall hall = new ExamHall(Path.of(args[0]).toAbsolutePath(), Path.of(args[1]).toAbsolutePath());
        hall.launch();
        hall.ready();
        List<ExamHall.Seat> seats = hall.prepare(count);
        System.out.println(seats.size() + " candidates are seated");
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Exams candidate = new Exams(hall, seats.get(i), i, think);
            threads.add(new Thread(candidate::sit));
        }
        threads.forEach(Thread::start);
        Thread.sleep(Long.parseLong(args[4]) * 1000);
        tell("before the kill");
        System.out.printf("beginning, all within half a minute: p50 %.0f ms, p95 %.0f ms%n", BEGINS.percentile(0.5), BEGINS.percentile(0.95));
        crash(hall);
        Thread.sleep(Long.parseLong(args[5]) * 1000);
        tell("after it");
        running = false;
        for (Thread thread : threads) {
            thread.join();
        }
        check(hall);
        hall.stop();
        System.exit(0);
    }

    private static void tell(String when) {
        System.out.printf("%s: %d saves, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms; %d pages, p95 %.1f ms; %d not answered%n", when, saves.count(),
                saves.percentile(0.5), saves.percentile(0.95), saves.percentile(0.99), pages.count(), pages.percentile(0.95), FAILED.get());
        saves = new Times();
        pages = new Times();
        FAILED.set(0);
    }

    private static void crash(ExamHall hall) throws Exception {
        hall.kill();
        Instant killed = Instant.now();
        Map<String, Instant> before = hall.ends();
        Instant last = hall.beat();
        hall.launch();
        hall.ready();
        Duration away = Duration.between(killed, Instant.now());
        again = true;
        Map<String, Instant> after = hall.ends();
        long least = before.entrySet().stream().mapToLong(e -> Duration.between(e.getValue(), after.get(e.getKey())).toMillis()).min().orElse(0);
        long most = before.entrySet().stream().mapToLong(e -> Duration.between(e.getValue(), after.get(e.getKey())).toMillis()).max().orElse(0);
        System.out.printf("killed with %d sittings under way; ready again after %.1f s; last beat %.1f s before the kill; each was given back "
                + "between %.1f and %.1f s%n", before.size(), away.toMillis() / 1e3, Duration.between(last, killed).toMillis() / 1e3, least / 1e3,
                most / 1e3);
    }

    private void sit() {
        pause(random.nextInt(30_000));
        int number = 1;
        while (running) {
            try {
                if (sitting == null) {
                    begin();
                }
                number = question(number);
            } catch (IOException | RuntimeException down) {
                FAILED.incrementAndGet();
                pause(500);
            }
        }
        http.close();
    }

    private void begin() throws IOException {
        String path = "/en/exam/session/" + hall.session;
        Map<String, String> fields = hidden(expect(http.get(path), 200).text());
        fields.put("language", "en");
        fields.put("code", hall.code);
        long from = System.nanoTime();
        String to = expect(http.post(path, fields), 303).headers().get("location");
        BEGINS.add(System.nanoTime() - from);
        sitting = to.split("/sitting/")[1].split("/")[0];
    }

    /** Opens a question, marks something, changes it once, goes on. @return the next one */
    private int question(int number) throws IOException {
        String path = "/en/exam/sitting/" + sitting + "/" + number;
        long from = System.nanoTime();
        String page = expect(http.get(path), 200).text();
        pages.add(System.nanoTime() - from);
        if (again && !LEFT_SEEN.containsKey(sitting)) {
            Matcher left = LEFT.matcher(page);
            LEFT_SEEN.put(sitting, left.find() ? Instant.now().plusSeconds(Long.parseLong(left.group(1))).toEpochMilli() : 0L);
        }
        Map<String, String> fields = hidden(page);
        String[] places = CHOICE.matcher(page).results().map(m -> m.group(2)).toArray(String[]::new);
        boolean single = page.contains("type=\"radio\" name=\"a\"");
        Matcher selects = SELECT.matcher(page);
        for (int place = 0; selects.find(); place++) {
            String[] options = OPTION.matcher(selects.group()).results().map(m -> m.group(1)).toArray(String[]::new);
            fields.put(selects.group(1), options[place % options.length]);
        }
        for (int change = 0; change < 2; change++) {
            pause(think / 4 + random.nextInt((int) (think / 2)));
            if (places.length > 0) {
                fields.put("a", places[random.nextInt(places.length)]);
            }
            save(path, number, fields, single ? fields.get("a") : "");
        }
        fields.remove("auto");
        String to = expect(http.post(path, fields), 303).headers().get("location");
        return to.matches(".*/\\d+$") ? number + 1 : 1;
    }

    private void save(String path, int number, Map<String, String> fields, String value) throws IOException {
        String id = sitting + "/" + number;
        fields.put("auto", "1");
        TOLD.merge(id, new Told(null, value), (was, now) -> new Told(was.confirmed(), value));
        long from = System.nanoTime();
        Http.Answer answer = http.post(path, fields);
        if (answer.status() != 200 || answer.text().contains("\"saved\":\"\"")) {
            throw new IOException("not saved: " + answer.status());
        }
        saves.add(System.nanoTime() - from);
        TOLD.put(id, new Told(value, value));
    }

    private static Map<String, String> hidden(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(page);
        while (field.find()) {
            fields.put(field.group(1), field.group(2));
        }
        return fields;
    }

    private static Http.Answer expect(Http.Answer answer, int status) throws IOException {
        if (answer.status() != status) {
            throw new IOException("answered " + answer.status());
        }
        return answer;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void check(ExamHall hall) throws Exception {
        Map<String, String> stored = hall.answers();
        Map<String, List<String>> papers = hall.papers();
        int lost = 0;
        int altered = 0;
        for (Map.Entry<String, Told> told : TOLD.entrySet()) {
            String value = stored.get(told.getKey());
            Told was = told.getValue();
            if (was.confirmed() != null && value == null) {
                lost++;
            } else if (value != null && !was.sent().isEmpty() && !value.equals(choice(papers, told.getKey(), was.sent()))
                    && !value.equals(choice(papers, told.getKey(), was.confirmed()))) {
                altered++;
            }
        }
        System.out.printf("%d answers, %d of them of one choice and compared by value; lost %d, altered %d, stored without having been sent %d%n",
                TOLD.size(), TOLD.values().stream().filter(t -> !t.sent().isEmpty()).count(), lost, altered,
                stored.keySet().stream().filter(k -> !TOLD.containsKey(k)).count());
        Map<String, Instant> ends = hall.ends();
        long wrong = LEFT_SEEN.entrySet().stream().filter(e -> Math.abs(e.getValue() - ends.get(e.getKey()).toEpochMilli()) > 2000).count();
        System.out.printf("%d of %d went on after the kill; %d were shown another time left than their sitting has%n", LEFT_SEEN.size(), ends.size(),
                wrong);
    }

    private static String choice(Map<String, List<String>> papers, String id, String place) {
        return place == null || place.isEmpty() ? null : papers.get(id).get(Integer.parseInt(place) - 1);
    }
}
