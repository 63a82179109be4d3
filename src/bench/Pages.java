import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long each kind of page takes for somebody with a card, one request after the other; and what a first visit weighs.
 *
 * <p>{@code java -cp target/bench Pages http://127.0.0.1:8080 spot-it 2000}: 2,000 times each, after as many to warm up.
 */
final class Pages {

    public static void main(String[] args) throws Exception {
        String site = args[0];
        String course = "/en/c/" + args[1];
        int times = Integer.parseInt(args[2]);
        Learner learner = new Learner(site, args[1]);
        learner.newCard();
        learner.begin("before");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("start", "/en/");
        pages.put("courses", "/en/for/teens");
        pages.put("course", course);
        pages.put("lesson", course + "/1/2");
        pages.put("chat", course + "/2/chat");
        pages.put("question", course + "/before/1");
        pages.put("end of questions", course + "/before/end/questions");
        pages.put("help", "/en/help");
        learner.http.compressed = true;
        for (Map.Entry<String, String> page : pages.entrySet()) {
            byte[] request = learner.http.request(page.getValue());
            measure(learner, request, times);
            Times measured = measure(learner, request, times);
            System.out.printf("%-18s p50 %.2f ms  p95 %.2f ms  %d bytes%n", page.getKey(), measured.percentile(.5), measured.percentile(.95),
                    learner.http.send(request).body().length);
        }
    }

    private static Times measure(Learner learner, byte[] request, int times) throws Exception {
        Times measured = new Times();
        for (int i = 0; i < times; i++) {
            long from = System.nanoTime();
            Learner.expect(learner.http.send(request), 200);
            measured.add(System.nanoTime() - from);
        }
        return measured;
    }
}
