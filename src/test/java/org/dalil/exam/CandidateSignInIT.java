package org.dalil.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dalil.Authenticator;
import org.dalil.Parts;
import org.dalil.account.PasswordChecks;
import org.dalil.account.entity.CardCode;
import org.dalil.account.entity.FactorOffer;
import org.dalil.exam.control.CandidateStore;
import org.dalil.exam.entity.CandidateId;
import org.dalil.platform.entity.Submission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way in of candidates on a real database: password, second step, and whoever tries to come in or to keep somebody out. */
class CandidateSignInIT extends ExamRoom {

    private static final String PASSWORD = "nine calm boats at dawn";
    private static final String ROOM = "192.0.2.1";

    private int number;

    @BeforeEach
    void password() {
        number = withPassword(candidate);
    }

    private int withPassword(CandidateId id) {
        return DATABASE.resultOf(em -> {
            Parts parts = parts(em);
            var known = parts.get(CandidateStore.class).get(id);
            known.accept(parts.get(PasswordChecks.class).hash(PASSWORD));
            return known.number();
        });
    }

    /** What the app shows now. */
    private String code(String secret) {
        return Authenticator.code(secret, clock.instant());
    }

    private String secret;

    /** @return the recovery codes; the browser has another cookie afterwards */
    private List<String> enrol() {
        FactorOffer offer = at(CandidateFactor.class, door -> door.offer(cookie, Optional.empty()));
        secret = offer.text();
        String next = newCookie();
        List<String> codes = at(CandidateFactor.class, door -> door.confirm(cookie, PASSWORD, offer.sealed(), code(secret), () -> next));
        cookie = next;
        return codes;
    }

    /** Number and password are right, in a browser that nobody knows. @return its cookie */
    private String half() {
        String browser = newCookie();
        assertTrue(is(CandidateSignIn.class, door -> door.enter(number, PASSWORD, null, () -> browser, ROOM)), "a code is still to come");
        return browser;
    }

    private String tried(String browser, String code) {
        return refusal(() -> with(CandidateFactor.class, door -> door.enter(browser, code, ExamRoom::newCookie)));
    }

    @Test
    void with_a_second_step_the_password_alone_opens_nothing_and_a_code_is_good_once() {
        enrol();
        String browser = half();
        assertTrue(is(CandidateFactor.class, door -> door.isDue(browser)));
        assertEquals("exam.signIn.again", refusal(() -> sit(door -> door.desk(browser))));
        assertEquals(Optional.empty(), at(CandidateSignIn.class, door -> door.self(browser)));
        assertEquals("exam.signIn.again", refusal(() -> at(CandidateFactor.class, door -> door.isOn(browser))), "nor can it be taken away");
        assertEquals("account.code.wrong", tried(browser, code(secret)), "the code that set it up is used up");
        clock.pass(Duration.ofSeconds(30));
        String fresh = code(secret);
        String signedIn = newCookie();
        with(CandidateFactor.class, door -> door.enter(browser, fresh, () -> signedIn));
        assertEquals(1, sit(door -> door.desk(signedIn)).places().size());
        assertFalse(is(CandidateFactor.class, door -> door.isDue(browser)), "the half visit is over");
        assertEquals("account.code.wrong", tried(half(), fresh), "read over a shoulder it is worth nothing");
    }

    @Test
    void a_recovery_code_stands_in_once_and_an_invitation_starts_anew() {
        List<String> codes = enrol();
        assertEquals(10, codes.size());
        String browser = half();
        with(CandidateFactor.class, door -> door.enter(browser, codes.get(3).toUpperCase(Locale.ROOT).replace("-", " "), ExamRoom::newCookie));
        assertEquals("account.code.wrong", tried(half(), codes.get(3)), "each once");
        CandidateId other = DATABASE.resultOf(em -> newCandidate(em, newCookie()));
        int mine = number;
        number = withPassword(other);
        assertFalse(is(CandidateSignIn.class, door -> door.enter(number, PASSWORD, null, ExamRoom::newCookie, ROOM)), "theirs alone");
        number = mine;
        CardCode invitation = at(Candidates.class, door -> door.invite(Submission.next(), List.of(candidate))).get(0).code();
        with(CandidateSignIn.class, door -> door.accept(invitation, PASSWORD, ExamRoom::newCookie, ROOM));
        assertFalse(is(CandidateSignIn.class, door -> door.enter(number, PASSWORD, null, ExamRoom::newCookie, ROOM)));
    }

    @Test
    void wrong_codes_close_the_second_step_for_a_while_even_for_the_right_one() {
        enrol();
        clock.pass(Duration.ofSeconds(60));
        String browser = half();
        DATABASE.inTransaction(em -> {
            CandidateFactor door = parts(em).get(CandidateFactor.class);
            for (int i = 0; i < 10; i++) {
                assertEquals("account.code.wrong", refusal(() -> door.enter(browser, "000000", ExamRoom::newCookie)));
            }
            assertEquals("account.code.wrong", refusal(() -> door.enter(browser, code(secret), ExamRoom::newCookie)), "in the same words");
            clock.pass(Duration.ofMinutes(3));
            door.enter(browser, code(secret), ExamRoom::newCookie);
        });
    }

    @Test
    void a_half_made_visit_ends_by_itself_and_somebody_elses_offer_opens_for_nobody() {
        FactorOffer offer = at(CandidateFactor.class, door -> door.offer(cookie, Optional.empty()));
        String theirs = newCookie();
        withPassword(DATABASE.resultOf(em -> newCandidate(em, theirs)));
        assertEquals("account.enrol.old", refusal(() -> at(CandidateFactor.class, door -> door.confirm(theirs, PASSWORD, offer.sealed(),
                code(offer.text()), ExamRoom::newCookie))), "an offer planted in somebody else's form");
        assertEquals("exam.factor.password", refusal(() -> at(CandidateFactor.class, door -> door.confirm(cookie, "not the password at all",
                offer.sealed(), code(offer.text()), ExamRoom::newCookie))), "an unwatched browser is not enough");
        assertFalse(is(CandidateFactor.class, door -> door.isOn(cookie)));
        enrol();
        String browser = half();
        clock.pass(Duration.ofMinutes(11));
        assertFalse(is(CandidateFactor.class, door -> door.isDue(browser)));
        assertEquals("exam.signIn.again", tried(browser, code(secret)));
    }

    @Test
    void it_is_taken_away_with_password_and_code_and_other_browsers_are_out_when_it_is_set_up() {
        String elsewhere = newCookie();
        DATABASE.inTransaction(em -> parts(em).get(CandidateStore.class).begin(candidate, elsewhere));
        enrol();
        assertEquals("exam.signIn.again", refusal(() -> sit(door -> door.desk(elsewhere))), "whoever was in without it is out");
        assertTrue(is(CandidateFactor.class, door -> door.isOn(cookie)));
        clock.pass(Duration.ofSeconds(30));
        assertEquals("exam.factor.password", refusal(() -> with(CandidateFactor.class, door -> door.remove(cookie, "no", code(secret)))));
        assertEquals("account.code.wrong", refusal(() -> with(CandidateFactor.class, door -> door.remove(cookie, PASSWORD, "123456"))));
        with(CandidateFactor.class, door -> door.remove(cookie, PASSWORD, code(secret)));
        assertFalse(is(CandidateSignIn.class, door -> door.enter(number, PASSWORD, null, ExamRoom::newCookie, ROOM)));
    }

    @Test
    void a_neighbour_who_types_wrong_passwords_keeps_nobody_from_the_exam() {
        DATABASE.inTransaction(em -> {
            CandidateSignIn door = parts(em).get(CandidateSignIn.class);
            for (int i = 0; i < 10; i++) {
                assertEquals("exam.signIn.wrong", refusal(() -> door.enter(number, "I sit beside you and type", null, ExamRoom::newCookie, ROOM)));
            }
            assertEquals("exam.signIn.wait", refusal(() -> door.enter(number, "I sit beside you and type", null, ExamRoom::newCookie, ROOM)));
            assertFalse(door.enter(number, PASSWORD, cookie, ExamRoom::newCookie, ROOM), "on the own browser, in the same room");
            for (int i = 0; i < 10; i++) {
                refusal(() -> door.enter(number, "I sit beside you and type", null, ExamRoom::newCookie, ROOM));
            }
            assertFalse(door.enter(number, PASSWORD, null, ExamRoom::newCookie, "198.51.100.7"), "from elsewhere");
            assertEquals("exam.signIn.wrong", refusal(() -> door.enter(999_999, PASSWORD, null, ExamRoom::newCookie, "198.51.100.8")),
                    "a number that nobody has is told the same");
        });
    }

    @Test
    void a_strangers_cookie_makes_no_browser_known() {
        String theirs = newCookie();
        DATABASE.inTransaction(em -> newCandidate(em, theirs));
        DATABASE.inTransaction(em -> {
            CandidateSignIn door = parts(em).get(CandidateSignIn.class);
            for (int i = 0; i < 10; i++) {
                refusal(() -> door.enter(number, "my own browser, your number", theirs, ExamRoom::newCookie, ROOM));
            }
            assertEquals("exam.signIn.wait", refusal(() -> door.enter(number, "my own browser, your number", theirs, ExamRoom::newCookie, ROOM)));
        });
    }
}
