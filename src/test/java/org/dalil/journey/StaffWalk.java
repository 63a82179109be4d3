package org.dalil.journey;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dalil.Authenticator;
import org.junit.jupiter.api.Assertions;

/** A member of the staff at a browser: signs in, sets the second factor up, looks at pages. */
final class StaffWalk {

    /** What of a chart lies beside the page, where nobody can scroll to. */
    private static final String CUT_OFF = """
            () => Array.from(document.querySelectorAll('main figure [role=img] *')).filter(e => e.getBoundingClientRect().left < -1
                || e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map(e => e.textContent).join(' | ')""";

    private final DalilServer server;
    private final Page page;
    private int status;
    private String secret;
    private List<String> spare = List.of();

    /** Somebody the administrator takes on. @param own the password they choose */
    record Newcomer(String name, String role, String own) { }

    /** People who were taken on before, each signed in at a desk of their own. */
    static List<StaffWalk> hired(DalilServer server, Newcomer... people) {
        TakenOn taken = new TakenOn(server);
        return Stream.of(people).map(newcomer -> {
            TakenOn.App app = taken.add(newcomer);
            StaffWalk walk = new StaffWalk(server, Chromium.desk().newPage());
            walk.secret = app.secret();
            walk.spare = new ArrayList<>(app.spare());
            walk.comeBack(newcomer.name(), newcomer.own());
            return walk;
        }).toList();
    }

    StaffWalk(DalilServer server, Page page) {
        this.server = server;
        this.page = page;
        page.onResponse(answer -> {
            if (answer.request().isNavigationRequest()) {
                status = answer.status();
            }
        });
    }

    Page page() {
        return page;
    }

    /** Opens a page. @return the status of what was shown in the end */
    int open(String path) {
        page.navigate(server.url(path));
        return status;
    }

    /** Whether the page works for everybody, on a phone and on a desk, in Arabic and in English. */
    void look(String name) {
        String path = page.url().replaceAll("#.*", "").replaceAll("[?&]lang=\\w+", "");
        for (String language : new String[] {"ar", "en"}) {
            page.navigate(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            view(language + "-" + name + "-phone", 360, 640);
            view(language + "-" + name + "-desk", 1280, 800);
        }
    }

    /** The page as it stands, which would not be the same if it were opened anew. */
    void lookAsItStands(String name) {
        view(name + "-phone", 360, 640);
        view(name + "-desk", 1280, 800);
    }

    private void view(String name, int width, int height) {
        page.setViewportSize(width, height);
        Chromium.picture(page, "staff-" + name);
        Assertions.assertTrue(status < 400, name + " answers " + status);
        Chromium.assertAccessible(page, name);
        Object wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assertions.assertEquals(0, ((Number) wider).intValue(), name + " scrolls sideways");
        Assertions.assertEquals("", page.evaluate(CUT_OFF), name + " cuts a chart off");
    }

    void submit() {
        Walk.press(page.locator("#submit"));
    }

    void signIn(String name, String password) {
        open("/staff/sign-in.xhtml");
        page.locator("#name").fill(name);
        page.locator("#password").fill(password);
        submit();
    }

    /** Sets the second factor up with the secret that is shown. @return the secret, in the letters that are typed into an app */
    String enrol() {
        String secret = page.locator("#secret").innerText().replaceAll("\\s", "");
        page.locator("#code").fill(Authenticator.code(secret, Instant.now()));
        submit();
        spare = new ArrayList<>(page.locator("#codes li").allInnerTexts());
        Assertions.assertTrue(spare.size() >= 8, "recovery codes are shown");
        return secret;
    }

    /** From the recovery codes on; a start password is changed on the way. */
    void goOnTo(String start, String own) {
        Walk.press(page.locator("#go-on"));
        if (page.url().endsWith("/staff/password.xhtml")) {
            page.locator("#present").fill(start);
            page.locator("#wanted").fill(own);
            submit();
        }
    }

    /** Somebody with an app signs in through both steps; again, too: a killed server forgets who was signed in. */
    void comeBack(String name, String own) {
        signIn(name, own);
        page.locator("#code").fill(Authenticator.code(secret, Instant.now()));
        submit();
    }

    /** The same person at another device, signed in with a recovery code: the app's last code may not have passed yet. */
    StaffWalk elsewhere(Page other, String name, String own) {
        StaffWalk there = new StaffWalk(server, other);
        there.secret = secret;
        there.spare = spare;
        there.signIn(name, own);
        there.spareCode();
        return there;
    }

    /** The second step of a sign-in, with the next of the recovery codes. */
    void spareCode() {
        page.locator("#code").fill(spare.remove(0));
        submit();
    }

    /** From the sign-in that the page led to by itself, through both steps. */
    void signInAgain(String name, String own) {
        page.locator("#name").fill(name);
        page.locator("#password").fill(own);
        submit();
        page.locator("#code").fill(Authenticator.code(secret, Instant.now()));
        submit();
    }
}
