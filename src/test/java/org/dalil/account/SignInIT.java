package org.dalil.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.shiro.subject.Subject;
import org.apache.shiro.subject.support.SubjectThreadState;
import org.dalil.Authenticator;
import org.dalil.HandClock;
import org.dalil.TestDatabase;
import org.dalil.account.control.AccountParts;
import org.dalil.account.control.PasswordHashing;
import org.dalil.account.control.SignInThrottle;
import org.dalil.account.entity.Enrolled;
import org.dalil.account.entity.FactorOffer;
import org.dalil.account.entity.Role;
import org.dalil.account.entity.SignedIn;
import org.dalil.account.entity.StaffRow;
import org.dalil.account.entity.Standing;
import org.dalil.platform.control.Keys;
import org.dalil.platform.control.PlatformParts;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.entity.Submission;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way in, with its real parts on a real database; only the clock is ours. */
class SignInIT {

    private static final String OWN = "three lamps on a roof";

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final PasswordHashing HASHING = new PasswordHashing();
    private static final Keys KEYS = PlatformParts.keys();
    private static int people;

    private final HandClock clock = new HandClock(Instant.parse("2026-11-20T08:00:00Z"));
    private final SignInThrottle throttle = AccountParts.throttle(clock);
    private String name;
    private String startPassword;

    @BeforeAll
    static void somebodyRunsTheSite() {
        SignInIT first = new SignInIT();
        assertTrue(first.members(m -> m.ensureAdministrator(Optional.of("a password from outside"))).isEmpty());
        assertTrue(first.members(m -> m.ensureAdministrator(Optional.empty())).isEmpty(), "only on the first start");
    }

    @BeforeEach
    void somebodyNew() {
        name = "hana" + people++;
        startPassword = members(m -> m.add(Submission.next(), name, Set.of(Role.TRAINER)));
    }

    private <T> T members(java.util.function.Function<StaffMembers, T> work) {
        return DATABASE.resultOf(em -> {
            StaffMembers members = new StaffMembers();
            members.staff = AccountParts.staff(em);
            members.factors = AccountParts.factors(em);
            members.query = AccountParts.query(em);
            members.hashing = HASHING;
            members.submissions = PlatformParts.submissions(em, KEYS, clock);
            members.trail = PlatformParts.trail(em, clock);
            members.clock = clock;
            return work.apply(members);
        });
    }

    private <T> T signIn(java.util.function.Function<SignIn, T> work) {
        return DATABASE.resultOf(em -> {
            SignIn door = new SignIn();
            door.security = AccountParts.security(em, HASHING);
            door.throttle = throttle;
            door.query = AccountParts.query(em);
            door.factors = AccountParts.factors(em);
            door.authenticators = AccountParts.authenticators(KEYS, clock);
            door.trail = PlatformParts.trail(em, clock);
            door.clock = clock;
            return work.apply(door);
        });
    }

    private <T> T enrolment(java.util.function.Function<Enrolment, T> work) {
        return DATABASE.resultOf(em -> {
            Enrolment door = new Enrolment();
            door.query = AccountParts.query(em);
            door.factors = AccountParts.factors(em);
            door.authenticators = AccountParts.authenticators(KEYS, clock);
            door.throttle = throttle;
            door.trail = PlatformParts.trail(em, clock);
            door.clock = clock;
            return work.apply(door);
        });
    }

    private SignedIn changePassword(SignedIn session, String present, String wanted) {
        Subject subject = signIn(s -> s.resume(session)).orElseThrow();
        SubjectThreadState thread = new SubjectThreadState(subject);
        thread.bind();
        try {
            return DATABASE.resultOf(em -> {
                OwnPassword door = new OwnPassword();
                door.staff = AccountParts.staff(em);
                door.hashing = HASHING;
                door.throttle = throttle;
                door.trail = PlatformParts.trail(em, clock);
                return door.change(session, present, wanted);
            });
        } finally {
            thread.restore();
        }
    }

    private SignedIn half(String password) {
        return signIn(s -> s.withPassword(name, password, "192.0.2.1"));
    }

    private static String refusal(Supplier<?> work) {
        return assertThrows(Refused.class, work::get).key();
    }

    /** What the app on the phone would show for the secret that was typed into it. */
    private String app(FactorOffer offer) {
        return Authenticator.code(offer.text(), clock.instant());
    }

    private StaffRow row() {
        return members(StaffMembers::all).stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
    }

    private Optional<Standing> standing(SignedIn session) {
        return signIn(s -> s.resume(session)).map(subject -> (Standing) subject.getPrincipal());
    }

    @Test
    void somebody_who_is_taken_on_twice_by_one_form_is_there_once_with_the_password_that_was_shown() {
        Submission form = Submission.next();
        String first = members(m -> m.add(form, "sara" + people, Set.of(Role.TRAINER)));
        assertEquals(first, members(m -> m.add(form, "sara" + people, Set.of(Role.TRAINER))));
        assertEquals("account.staff.nameTaken", refusal(() -> members(m -> m.add(Submission.next(), "sara" + people, Set.of(Role.TRAINER)))));
        StaffRow sara = members(StaffMembers::all).stream().filter(r -> r.name().equals("sara" + people)).findFirst().orElseThrow();
        Submission forgotten = Submission.next();
        String next = members(m -> m.newStartPassword(forgotten, sara.id()));
        assertEquals(next, members(m -> m.newStartPassword(forgotten, sara.id())));
        name = sara.name();
        half(next);
        assertEquals("account.staff.startPasswordEnded", refusal(() -> members(m -> m.add(form, sara.name(), Set.of(Role.TRAINER)))), "the first one");
    }

    @Test
    void a_form_takes_on_nobody_else_and_nobody_with_other_roles() {
        Submission form = Submission.next();
        members(m -> m.add(form, "nasrin" + people, Set.of(Role.TRAINER)));
        assertEquals("platform.form.stale", refusal(() -> members(m -> m.add(form, "shirin" + people, Set.of(Role.TRAINER)))));
        assertEquals("platform.form.stale", refusal(() -> members(m -> m.add(form, "nasrin" + people, Set.of(Role.TRAINER, Role.AUTHOR)))));
        assertTrue(members(StaffMembers::all).stream().noneMatch(r -> r.name().equals("shirin" + people)));
        assertEquals(0L, DATABASE.<Number>resultOf(em -> (Number) em.createNativeQuery("SELECT COUNT(*) FROM submission WHERE subject LIKE '%nasrin%'").getSingleResult())
                .longValue(), "no name lies there");
    }

    @Test
    void a_start_password_that_was_replaced_or_changed_is_shown_to_nobody() {
        Submission form = Submission.next();
        String first = members(m -> m.newStartPassword(form, row().id()));
        String second = members(m -> m.newStartPassword(Submission.next(), row().id()));
        assertEquals("account.staff.startPasswordEnded", refusal(() -> members(m -> m.newStartPassword(form, row().id()))));
        assertNotEquals(first, second);
        Submission last = Submission.next();
        String third = members(m -> m.newStartPassword(last, row().id()));
        SignedIn half = half(third);
        FactorOffer offer = enrolment(e -> e.offer(half));
        changePassword(enrolment(e -> e.confirm(half, offer.sealed(), app(offer))).session(), third, OWN);
        assertEquals("account.staff.startPasswordEnded", refusal(() -> members(m -> m.newStartPassword(last, row().id()))), "their own is there now");
    }

    @Test
    void a_password_alone_is_good_for_nothing_but_the_second_step() {
        SignedIn half = half(startPassword);
        Subject subject = signIn(s -> s.resume(half)).orElseThrow();
        assertFalse(subject.isAuthenticated());
        assertEquals("account.signIn.again", refusal(() -> signIn(s -> s.withCode(half, "000000"))));
    }

    @Test
    void the_whole_way_from_a_start_password_to_work() {
        SignedIn half = half(startPassword);
        FactorOffer offer = enrolment(e -> e.offer(half));
        assertEquals(offer.text(), enrolment(e -> e.sameOffer(half, offer.sealed())).text());
        assertEquals("account.code.wrong", refusal(() -> enrolment(e -> e.confirm(half, offer.sealed(), "000000"))));
        Enrolled enrolled = enrolment(e -> e.confirm(half, offer.sealed(), app(offer)));
        assertEquals(10, enrolled.recoveryCodes().size());
        assertEquals("account.signIn.again", refusal(() -> enrolment(e -> e.confirm(half, offer.sealed(), app(offer)))));

        Subject starting = signIn(s -> s.resume(enrolled.session())).orElseThrow();
        assertTrue(starting.isAuthenticated());
        assertFalse(starting.isPermitted("course:read"), "a start password must be changed first");
        SignedIn session = changePassword(enrolled.session(), startPassword, OWN);
        assertTrue(standing(enrolled.session()).isEmpty(), "sessions under the old password are over");
        Subject working = signIn(s -> s.resume(session)).orElseThrow();
        assertTrue(working.isPermitted("course:read") && working.isPermitted("workshop:open"));
        assertFalse(working.isPermitted("staff:manage"));
    }

    @Test
    void a_code_is_good_once_and_a_recovery_code_too() {
        SignedIn half = half(startPassword);
        FactorOffer offer = enrolment(e -> e.offer(half));
        Enrolled enrolled = enrolment(e -> e.confirm(half, offer.sealed(), app(offer)));
        SignedIn again = half(startPassword);
        assertEquals("account.code.wrong", refusal(() -> signIn(s -> s.withCode(again, app(offer)))), "used at enrolment");
        clock.pass(Duration.ofSeconds(30));
        assertTrue(signIn(s -> s.withCode(again, app(offer))).complete());
        assertEquals("account.code.wrong", refusal(() -> signIn(s -> s.withCode(again, app(offer)))));
        String recovery = enrolled.recoveryCodes().get(3);
        assertTrue(signIn(s -> s.withCode(again, recovery.toUpperCase().replace("-", " "))).complete());
        assertEquals("account.code.wrong", refusal(() -> signIn(s -> s.withCode(again, recovery))));
    }

    @Test
    void known_unknown_and_locked_names_are_told_the_same() {
        for (String who : List.of(name, "nobody" + name, "#{7*7}", "<svg onload=alert(1)>", "a\r\nb", "")) {
            assertEquals("account.signIn.wrong",
                    refusal(() -> signIn(s -> s.withPassword(who, "a guess at twelve", "192.0.2.77"))), who);
        }
        assertEquals("account.signIn.wrong", refusal(() -> signIn(s -> s.withPassword(null, null, null))));
    }

    @Test
    void ten_wrong_passwords_close_the_door_for_a_minute_even_to_the_right_one() {
        for (int i = 0; i < 10; i++) {
            String address = "198.51.100." + i;
            refusal(() -> signIn(s -> s.withPassword(name, "a guess at twelve", address)));
        }
        assertEquals("account.signIn.wrong", refusal(() -> half(startPassword)));
        clock.pass(Duration.ofSeconds(61));
        assertFalse(half(startPassword).complete());
    }

    @Test
    void ten_wrong_names_from_one_address_close_it_and_no_other() {
        for (int i = 0; i < 10; i++) {
            String other = "nobody" + i;
            refusal(() -> signIn(s -> s.withPassword(other, "a guess at twelve", "2001:db8::1")));
        }
        assertEquals("account.signIn.wrong",
                refusal(() -> signIn(s -> s.withPassword(name, startPassword, "2001:db8::ffff"))), "the same network");
        assertFalse(half(startPassword).complete());
    }

    @Test
    void ten_wrong_codes_close_the_second_step_for_a_while() {
        SignedIn half = half(startPassword);
        FactorOffer offer = enrolment(e -> e.offer(half));
        enrolment(e -> e.confirm(half, offer.sealed(), app(offer)));
        clock.pass(Duration.ofMinutes(1));
        for (int i = 0; i < 10; i++) {
            refusal(() -> signIn(s -> s.withCode(half, "000000")));
        }
        assertEquals("account.code.wrong", refusal(() -> signIn(s -> s.withCode(half, app(offer)))));
        clock.pass(Duration.ofSeconds(61));
        assertTrue(signIn(s -> s.withCode(half, app(offer))).complete());
    }

    @Test
    void an_offer_is_for_one_person_and_half_an_hour() {
        SignedIn half = half(startPassword);
        FactorOffer offer = enrolment(e -> e.offer(half));
        somebodyNew();
        SignedIn other = half(startPassword);
        assertEquals("account.enrol.old", refusal(() -> enrolment(e -> e.confirm(other, offer.sealed(), app(offer)))));
        assertEquals("account.enrol.old", refusal(() -> enrolment(e -> e.confirm(other, "not base 64!", "123456"))));
        assertEquals("account.enrol.old", refusal(() -> enrolment(e -> e.confirm(other, null, "123456"))));
        clock.pass(Duration.ofMinutes(11));
        assertEquals("account.signIn.again", refusal(() -> enrolment(e -> e.offer(half))));
    }

    @Test
    void whatever_takes_power_away_ends_the_session_at_once() {
        SignedIn half = half(startPassword);
        FactorOffer offer = enrolment(e -> e.offer(half));
        SignedIn session = enrolment(e -> e.confirm(half, offer.sealed(), app(offer))).session();
        assertTrue(standing(session).isPresent());

        members(m -> {
            m.changeRoles(row().id(), Set.of(Role.AUTHOR));
            return null;
        });
        assertTrue(standing(session).isEmpty());

        SignedIn second = session.in(session.epoch() + 1);
        assertEquals(Set.of(Role.AUTHOR), standing(second).orElseThrow().roles());
        String next = members(m -> m.newStartPassword(Submission.next(), row().id()));
        assertNotEquals(startPassword, next);
        assertTrue(standing(second).isEmpty());
        assertEquals("account.signIn.wrong", refusal(() -> half(startPassword)));

        SignedIn third = half(next);
        members(m -> {
            m.reEnrol(row().id());
            return null;
        });
        assertTrue(standing(third).isEmpty());
        assertFalse(row().enrolled());
        SignedIn fourth = half(next);
        assertEquals("account.signIn.again", refusal(() -> signIn(s -> s.withCode(fourth, app(offer)))));

        members(m -> {
            m.disable(row().id());
            return null;
        });
        assertTrue(standing(fourth).isEmpty());
        assertEquals("account.signIn.wrong", refusal(() -> half(next)));
        members(m -> {
            m.enable(row().id());
            return null;
        });
        assertFalse(half(next).complete());
    }

    @Test
    void the_last_administrator_stays() {
        StaffRow admin = members(StaffMembers::all).stream().filter(r -> r.name().equals("admin")).findFirst().orElseThrow();
        assertEquals("account.staff.lastAdministrator", refusal(() -> members(m -> {
            m.disable(admin.id());
            return null;
        })));
        assertEquals("account.staff.lastAdministrator", refusal(() -> members(m -> {
            m.changeRoles(admin.id(), Set.of(Role.TRAINER));
            return null;
        })));
        members(m -> {
            m.changeRoles(row().id(), Set.of(Role.TRAINER, Role.ADMINISTRATOR));
            m.disable(admin.id());
            m.enable(admin.id());
            m.changeRoles(row().id(), Set.of(Role.TRAINER));
            return null;
        });
        assertFalse(members(StaffMembers::all).stream().filter(r -> r.id().equals(admin.id())).findFirst().orElseThrow().disabled());
    }

    @Test
    void own_password_needs_the_present_one_and_the_rules() {
        SignedIn half = half(startPassword);
        FactorOffer offer = enrolment(e -> e.offer(half));
        SignedIn session = enrolment(e -> e.confirm(half, offer.sealed(), app(offer))).session();
        assertEquals("account.password.present", refusal(() -> changePassword(session, "not it at all", OWN)));
        assertEquals("account.password.same", refusal(() -> changePassword(session, startPassword, startPassword)));
        assertEquals("account.password.short", refusal(() -> changePassword(session, startPassword, "short")));
        assertTrue(standing(changePassword(session, startPassword, OWN)).isPresent());
        assertFalse(row().startPassword());
    }

    @Test
    void names_that_are_taken_or_none_are_refused_and_the_trail_says_who_did_what() {
        assertEquals("account.staff.nameTaken", refusal(() -> members(m -> m.add(Submission.next(), " " + name.toUpperCase(), Set.of(Role.AUTHOR)))));
        assertEquals("account.staff.badName", refusal(() -> members(m -> m.add(Submission.next(), "#{7*7}", Set.of(Role.AUTHOR)))));
        assertEquals("account.staff.noRole", refusal(() -> members(m -> m.add(Submission.next(), "fine" + name, Set.of()))));
        assertEquals("account.password.short", refusal(() -> TestDatabase.fresh().resultOf(em -> first(em, "short"))));
        List<?> acts = DATABASE.resultOf(em -> em.createNativeQuery("SELECT act FROM audit_event WHERE subject = ?1 ORDER BY id")
                .setParameter(1, row().id().toString()).getResultList());
        assertEquals(List.of("staff.add"), acts);
    }

    private Optional<String> first(EntityManager em, String password) {
        StaffMembers members = new StaffMembers();
        members.staff = AccountParts.staff(em);
        members.hashing = HASHING;
        members.trail = PlatformParts.trail(em, clock);
        members.clock = clock;
        return members.ensureAdministrator(Optional.of(password));
    }
}
