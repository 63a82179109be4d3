import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a card who goes through the questions by the pages' own forms. */
final class Learner {

    private static final Pattern FIELD = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");
    private static final Pattern CHOICE = Pattern.compile("name=\"a\" id=\"a-[^\"]*\" value=\"([^\"]+)\"");
    private static final Pattern SELECT = Pattern.compile("(?s)<select class=\"inp\" name=\"([^\"]+)\".*?</select>");
    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]+)\"");

    final Http http;
    final String course;

    Learner(String site, String course) {
        this.http = new Http(site);
        this.course = course;
    }

    /** Gets a new card and with it a visit. */
    void newCard() throws IOException {
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

    /** The form of a question with an answer marked; null after the last. @param which of the possible answers is marked */
    Map<String, String> question(String when, int number, int which) throws IOException {
        Http.Answer page = http.get("/en/c/" + course + "/" + when + "/" + number);
        if (page.status() != 200) {
            return null;
        }
        String text = page.text();
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
        Matcher found = FIELD.matcher(page);
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
