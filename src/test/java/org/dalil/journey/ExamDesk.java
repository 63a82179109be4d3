package org.dalil.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.util.List;
import org.dalil.exam.entity.Track;
import org.junit.jupiter.api.Assertions;

/** What several journeys around exams do in the same way. */
final class ExamDesk {

    private ExamDesk() { }

    /** Dina and Karim, each signed in at a desk of their own: one brings a bank in, the other reads it. */
    record Certifiers(StaffWalk dina, StaffWalk karim) {

        static Certifiers at(DalilServer server) {
            List<StaffWalk> walks = StaffWalk.hired(server, new StaffWalk.Newcomer("dina", "CERTIFIER", "one blue door and no key"),
                    new StaffWalk.Newcomer("karim", "CERTIFIER", "two green windows and a cat"));
            return new Certifiers(walks.get(0), walks.get(1));
        }
    }

    /** Presses what asks whether one is sure, and is. */
    static void sure(StaffWalk staff, String button) {
        staff.page().locator(button).first().click();
        Walk.press(staff.page().locator(".ui-confirmdialog-yes"));
    }

    /** A bank's files as a certifier uploads them. */
    static FilePayload[] bank() throws IOException {
        return bank(ExamAnswers.FIRST_RESPONSE);
    }

    /** Those of another course. */
    static FilePayload[] bank(String course) throws IOException {
        return new FilePayload[] {file(course, "bank.yaml"), file(course, "bank.en.yaml"), file(course, "bank.ar.yaml")};
    }

    private static FilePayload file(String course, String name) throws IOException {
        return new FilePayload(name, "text/yaml", ExamAnswers.upload(course, name));
    }

    /** Every candidate has learnt all of their path; what that takes is another journey. */
    static void haveLearnt(Rows rows) {
        for (Track track : Track.values()) {
            for (Track.Needed needed : track.learns()) {
                for (int module = 1; module <= 7; module++) {
                    if (needed.includes(module)) {
                        rows.change("""
                                INSERT IGNORE INTO candidate_learning (candidate_id, course_id, module, confirmed_on)
                                SELECT c.id, k.id, ?, CURRENT_DATE FROM candidate c JOIN course k ON k.code = ? WHERE c.track = ?
                                """, module, needed.course(), track.name());
                    }
                }
            }
        }
    }

    /** Everybody who was found gets a tick; in the middle of the page, where the bar at the bottom takes no press. */
    static void tickAll(StaffWalk certifier) {
        certifier.page().locator("#found input[type=checkbox]").all().forEach(box -> {
            box.evaluate("e => e.scrollIntoView({block: 'center'})");
            box.check(new Locator.CheckOptions().setForce(true));
        });
    }

    /** Looks at a candidate's page as it stands. */
    static void look(Page page, String name) {
        Chromium.picture(page, name);
        Chromium.assertAccessible(page, name);
    }

    /** A candidate comes in with an invitation and chooses a password, after one that is too short. */
    static void signUp(Page page, DalilServer server, String language, String code, String password) {
        page.navigate(server.url("/" + language + "/exam/invitation"));
        look(page, "exam-invitation-" + language);
        page.locator("#code").fill(code.toLowerCase());
        page.locator("#password").fill("short");
        Walk.press(page.locator("main form button"));
        String error = page.locator("#error").innerText();
        Assertions.assertTrue(error.contains(language.equals("ar") ? "١٢" : "12"), error);
        page.locator("#password").fill(password);
        Walk.press(page.locator("main form button"));
        Assertions.assertTrue(page.url().endsWith("/exam/desk"), page.url());
    }

    /** A candidate comes in with number and password. */
    static void signIn(Page page, String address, String number, String password) {
        page.navigate(address);
        page.locator("#number").fill(number);
        page.locator("#password").fill(password);
        Walk.press(page.locator("main form button"));
    }
}
