import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dalil.Authenticator;

/**
 * A trainer's desk: signs in with both factors, opens the room's page, asks every two seconds whether something changed and lets the
 * page look again then, as its own script does.
 */
class RoomDesk {

    private static final Pattern HIDDEN = Pattern.compile("<input [^>]*type=\"hidden\"[^>]*>");
    private static final Pattern NAME = Pattern.compile(" name=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");
    private static final Pattern SECRET = Pattern.compile("id=\"secret\"[^>]*>([^<]*)<");
    private static final Pattern LOOK = Pattern.compile("lookAgain *= *function\\(\\) *\\{ *return PrimeFaces\\.ab\\(\\{s:\"([^\"]+)\"");
    private static final Pattern NOW = Pattern.compile("data-now=\"([^\"]+)\"");
    private static final Pattern STATE = Pattern.compile("jakarta.faces.ViewState[^>]*><!\\[CDATA\\[([^\\]]*)\\]\\]");

    /** How far behind the page was at worst: from the moment a look began to the moment the next one was drawn. */
    final Times behind = new Times();
    final Http http;
    final String page;
    private final Map<String, String> look = new LinkedHashMap<>();
    private String now;
    int failed;
    /** How often something had changed. */
    int looks;

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
        if (!look.find() || !ask(text)) {
            throw new IOException("the page does not look again");
        }
        this.look.putAll(hidden(text));
        this.look.put("jakarta.faces.partial.ajax", "true");
        this.look.put("jakarta.faces.source", look.group(1));
        this.look.put("jakarta.faces.partial.execute", look.group(1));
        this.look.put(look.group(1), look.group(1));
    }

    /** Where the page asks next. */
    boolean ask(String page) {
        Matcher found = NOW.matcher(page);
        boolean is = found.find();
        now = is ? found.group(1).replace("&amp;", "&") : now;
        return is;
    }

    void look() throws IOException {
        String text = Learner.expect(http.post(page, look), 200).text();
        Matcher state = STATE.matcher(text);
        if (!text.contains("<partial-response") || text.contains("<error>") || text.contains("<redirect") || !ask(text)) {
            throw new IOException(text);
        }
        if (state.find()) {
            look.put("jakarta.faces.ViewState", state.group(1));
        }
        looks++;
    }

    /** Asks two seconds after the last answer, until nobody is in the room any more. A look that failed showed nothing. */
    void watch(BooleanSupplier over) throws InterruptedException {
        long before = System.nanoTime();
        while (!over.getAsBoolean()) {
            long from = System.nanoTime();
            try {
                int status = http.get(now).status();
                if (status == 205) {
                    look();
                } else if (status != 204) {
                    throw new IOException("asked, and was answered " + status);
                }
                behind.add(System.nanoTime() - before);
                before = from;
            } catch (IOException e) {
                failed++;
            }
            Thread.sleep(2000);
        }
    }
}
