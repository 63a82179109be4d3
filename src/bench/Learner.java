import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a card who goes through the questions by the pages' own forms. */
final class Learner {

    private static final Pattern FIELD = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");
    private static final Pattern CHOICE = Pattern.compile("name=\"a\" id=\"a-[^\"]*\" value=\"([^\"]+)\"");
    private static final Pattern SELECT = Pattern.compile("(?s)<select class=\"inp\" name=\"([^\"]+)\".*?</select>");
    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]+)\"");

    /** Forms read before, by address, form of the test and answer. */
    private static final Map<String, Map<String, String>> FORMS = new ConcurrentHashMap<>();

    /** An address has a limit of new cards (account.entity.NewCardLimit): nobody makes more of them at one. */
    private static final int CARDS_AT_ONE_ADDRESS = 500;
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private int cards;
    private String right;
    private String token;
    /** Whether forms that were read before are filled in again without being read: their ids of submissions are another's. */
    boolean remembers;
    final Http http;
    final String course;

    Learner(String site, String course) {
        this.http = new Http(site);
        this.course = course;
    }

    /** Gets a new card and with it a visit. */
    void newCard() throws IOException {
        if (cards++ % CARDS_AT_ONE_ADDRESS == 0) {
            int address = ADDRESSES.incrementAndGet();
            http.moveTo("127.1." + address / 250 % 250 + "." + (address % 250 + 1));
        }
        http.cookie = "";
        Map<String, String> fields = hidden(http.get("/en/c/" + course + "/card").text());
        expect(http.post("/en/card/new", fields), 200);
    }

    /** Begins the questions. @return the number of the first one */
    int begin(String when) throws IOException {
        Map<String, String> fields = hidden(http.get("/en/c/" + course + "/" + when).text());
        Http.Answer answer = expect(http.post("/en/c/" + course + "/" + when, fields), 303);
        String to = answer.headers().get("location");
        return Integer.parseInt(to.substring(to.lastIndexOf('/') + 1));
    }

    /**
     * Opens a question's page, compressed as a browser gets it, and marks an answer in its form. A form is read the first
     * time; afterwards only what the attempt changes in it, so that the load generator leaves the machine to what it measures.
     *
     * @param which of the possible answers is marked
     * @return null after the last question
     */
    Map<String, String> question(String when, int number, int which) throws IOException {
        String path = "/en/c/" + course + "/" + when + "/" + number;
        Map<String, String> known = right == null || !remembers ? null : FORMS.get(path + form(right) + which);
        http.compressed = known != null;
        Http.Answer page = http.get(path);
        http.compressed = false;
        if (page.status() != 200) {
            right = null;
            return null;
        }
        if (known != null) {
            Map<String, String> fields = new LinkedHashMap<>(known);
            fields.put("right", right);
            fields.put("token", token);
            return fields;
        }
        Map<String, String> fields = read(page.text(), which);
        right = fields.get("right");
        token = fields.get("token");
        FORMS.put(path + form(right) + which, fields);
        return fields;
    }

    /** The fourth part of a right to save is the form of the test. */
    private static String form(String right) {
        return right.split("\\.")[3];
    }

    private static Map<String, String> read(String page, int which) {
        String text = page.substring(page.indexOf("</style>"));
        Map<String, String> fields = hidden(text);
        Matcher selects = SELECT.matcher(text);
        int place = 0;
        while (selects.find()) {
            String[] options = OPTION.matcher(selects.group()).results().map(m -> m.group(1)).toArray(String[]::new);
            fields.put(selects.group(1), options[(place++ + which) % options.length]);
        }
        String[] choices = CHOICE.matcher(text).results().map(m -> m.group(1)).toArray(String[]::new);
        if (choices.length > 0) {
            fields.put("a", choices[which % choices.length]);
        }
        return fields;
    }

    /** Saves as the page's script does. @return whether it was confirmed */
    boolean save(String when, int number, Map<String, String> fields) throws IOException {
        Map<String, String> auto = new LinkedHashMap<>(fields);
        auto.put("auto", "1");
        Http.Answer answer = http.post("/en/c/" + course + "/" + when + "/" + number, auto);
        return answer.status() == 200 && answer.text().contains("\"saved\"");
    }

    void submit(String when) throws IOException {
        String path = "/en/c/" + course + "/" + when + "/end/questions";
        expect(http.post(path, hidden(http.get(path).text())), 303);
    }

    static Map<String, String> hidden(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher found = FIELD.matcher(page.substring(Math.max(0, page.indexOf("</style>"))));
        while (found.find()) {
            fields.putIfAbsent(found.group(1), found.group(2));
        }
        return fields;
    }

    static Http.Answer expect(Http.Answer answer, int status) throws IOException {
        if (answer.status() != status) {
            throw new IOException("expected " + status + ", got " + answer.status() + " " + answer.headers().get("location"));
        }
        return answer;
    }
}
