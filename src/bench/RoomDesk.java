import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dalil.Authenticator;

/**
 * A trainer's desk: signs in with both factors, opens the room's page, asks every two seconds whether something changed, is told
 * what people did, and lets the page look again for anything else, as its own script does.
 */
class RoomDesk {

    private static final Pattern HIDDEN = Pattern.compile("<input [^>]*type=\"hidden\"[^>]*>");
    private static final Pattern NAME = Pattern.compile(" name=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");
    private static final Pattern SECRET = Pattern.compile("id=\"secret\"[^>]*>([^<]*)<");
    private static final Pattern LOOK = Pattern.compile("lookAgain *= *function\\(\\) *\\{ *return PrimeFaces\\.ab\\(\\{s:\"([^\"]+)\"");
    private static final Pattern NOW = Pattern.compile("data-now=\"([^\"]+)\"");
    private static final Pattern TOLD = Pattern.compile("\"now\":\"([^\"]+)\"");
    private static final Pattern STATE = Pattern.compile("jakarta.faces.ViewState[^>]*><!\\[CDATA\\[([^\\]]*)\\]\\]");

    /** How far behind the page was at worst: from the moment a look began to the moment the next one was drawn. */
    final Times behind = new Times();
    final Http http;
    final String page;
    private final Map<String, String> look = new LinkedHashMap<>();
    private String now;
    int failed;
    /** Milliseconds from one question to the next; at least one second after an answer. */
    int patience = 2000;
    /** How often the page had to look. */
    int looks;
    /** How often it was told what had changed. */
    int told;

    RoomDesk(String site, String room) {
        this(site, "/staff/workshop/room.xhtml", room);
    }

    RoomDesk(String site, String path, String room) {
        http = new Http(site);
        page = path + "?lang=en&w=" + room;
    }

    private static Map<String, String> hidden(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher found = HIDDEN.matcher(page);
        while (found.find()) {
            Matcher name = NAME.matcher(found.group());
            Matcher value = VALUE.matcher(found.group());
            if (name.find()) {
                fields.putIfAbsent(name.group(1), value.find() ? value.group(1) : "");
            }
        }
        return fields;
    }

    /** For the first time: the second factor is set up on the way. */
    void signIn(String name, String password) throws IOException {
        Map<String, String> fields = hidden(Learner.expect(http.get("/staff/sign-in.xhtml"), 200).text());
        fields.putAll(Map.of("name", name, "password", password, "submit", "x"));
        Learner.expect(http.post("/staff/sign-in.xhtml", fields), 303);
        String enrol = Learner.expect(http.get("/staff/enrol-factor.xhtml"), 200).text();
        Matcher secret = SECRET.matcher(enrol);
        if (!secret.find()) {
            throw new IOException("no secret is shown");
        }
        fields = hidden(enrol);
        fields.putAll(Map.of("code", Authenticator.code(secret.group(1), Instant.now()), "submit", "x"));
        Http.Answer done = http.post("/staff/enrol-factor.xhtml", fields);
        if (done.status() >= 400) {
            throw new IOException("the second factor was not taken: " + done.status());
        }
    }

    /** Opens the room's page. */
    void open() throws IOException {
        String text = Learner.expect(http.get(page), 200).text();
        Matcher look = LOOK.matcher(text);
        if (!look.find() || !asksNext(text)) {
            throw new IOException("the page does not look again");
        }
        this.look.putAll(hidden(text));
        this.look.put("jakarta.faces.partial.ajax", "true");
        this.look.put("jakarta.faces.source", look.group(1));
        this.look.put("jakarta.faces.partial.execute", look.group(1));
        this.look.put(look.group(1), look.group(1));
    }

    /** Where the page asks next. */
    boolean asksNext(String page) {
        Matcher found = NOW.matcher(page);
        boolean is = found.find();
        now = is ? found.group(1).replace("&amp;", "&") : now;
        return is;
    }

    void look() throws IOException {
        String text = Learner.expect(http.post(page, look), 200).text();
        Matcher state = STATE.matcher(text);
        if (!text.contains("<partial-response") || text.contains("<error>") || text.contains("<redirect") || !asksNext(text)) {
            throw new IOException(text);
        }
        if (state.find()) {
            look.put("jakarta.faces.ViewState", state.group(1));
        }
        looks++;
    }

    /** Asks every two seconds, until nobody is in the room any more. A look that failed showed nothing. */
    void watch(BooleanSupplier over) throws InterruptedException {
        long before = System.nanoTime();
        while (!over.getAsBoolean()) {
            long from = System.nanoTime();
            try {
                ask();
                behind.add(System.nanoTime() - before);
                before = from;
            } catch (IOException e) {
                failed++;
            }
            rest(Math.max(1000, patience - (System.nanoTime() - from) / 1_000_000));
        }
    }

    private void rest(long millis) throws InterruptedException {
        try {
            http.rest(millis);
        } catch (IOException e) {
            failed++;
        }
    }

    /** What the page's script does once, and does again where it has to look. */
    void ask() throws IOException {
        Http.Answer answer = http.get(now);
        if (answer.status() == 205) {
            look();
            answer = http.get(now);
        }
        if (answer.status() == 200) {
            Matcher next = TOLD.matcher(answer.text());
            if (!next.find()) {
                throw new IOException("told nothing");
            }
            now = next.group(1);
            told++;
        } else if (answer.status() != 204 && answer.status() != 205) {
            throw new IOException("asked, and was answered " + answer.status());
        }
    }
}
