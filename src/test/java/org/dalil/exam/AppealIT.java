package org.dalil.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.apache.shiro.mgt.DefaultSecurityManager;
import org.apache.shiro.subject.SimplePrincipalCollection;
import org.apache.shiro.subject.Subject;
import org.apache.shiro.util.ThreadContext;
import org.dalil.account.control.PasswordHashing;
import org.dalil.account.entity.Role;
import org.dalil.account.entity.Standing;
import org.dalil.assessment.entity.Response;
import org.dalil.exam.control.ExamParts;
import org.dalil.exam.entity.Appeal;
import org.dalil.exam.entity.Appeal.Ground;
import org.dalil.exam.entity.Appeal.Outcome;
import org.dalil.exam.entity.AppealRow;
import org.dalil.exam.entity.BankItem;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.Judging;
import org.dalil.exam.entity.OwnReview;
import org.dalil.exam.entity.PaperItem;
import org.dalil.exam.entity.Redraw;
import org.dalil.platform.entity.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A result is looked at again, on a real database: who asks, who looks, what is decided, and what nobody can do. */
class AppealIT extends ExamRoom {

    private static final String PASSWORD = "nine calm boats at dawn";

    @AfterEach
    void nobody_is_signed_in() {
        ThreadContext.unbindSubject();
    }

    /** The certifier at the desk, with a password of their own. */
    private void signIn() {
        String hash = new org.dalil.Parts(null, java.util.Map.of()).get(PasswordHashing.class).of(PASSWORD);
        DATABASE.inTransaction(em -> em.createNativeQuery("UPDATE staff_member SET password_hash = ? WHERE id = ?").setParameter(1, hash)
                .setParameter(2, (desk == null ? author : desk).toString()).executeUpdate());
        Standing standing = new Standing(desk == null ? author : desk, "dina", Set.of(Role.CERTIFIER), true, true, false);
        ThreadContext.bind(new Subject.Builder(new DefaultSecurityManager()).principals(new SimplePrincipalCollection(standing, "staff"))
                .authenticated(true).sessionCreationEnabled(false).buildSubject());
    }

    private UUID failed() {
        UUID sitting = begin(open());
        answer(sitting, false);
        with(Sittings.class, door -> door.handIn(cookie, sitting));
        return sitting;
    }

    private void ask(UUID sitting, Ground ground) {
        with(Appeals.class, door -> door.ask(cookie, sitting, ground));
    }

    private OwnReview own(UUID sitting) {
        return at(Appeals.class, door -> door.own(cookie, sitting));
    }

    private void decide(UUID sitting, Outcome outcome, List<Integer> positions, boolean noWait) {
        with(Appeals.class, door -> door.decide(Submission.next(), sitting, outcome, positions, noWait, "Seen, Hevin Sat."));
    }

    private static List<?> trail(String act, UUID subject) {
        return DATABASE.resultOf(em -> em.createNativeQuery("SELECT CONCAT(actor, ' ', detail) FROM audit_event WHERE act = ? AND subject = ? ORDER BY id")
                .setParameter(1, act).setParameter(2, subject.toString()).getResultList());
    }

    private static List<PaperItem> paper(UUID sitting) {
        return DATABASE.resultOf(em -> ExamParts.sittings(em, DATABASE, KEYS).paper(sitting));
    }

    @Test
    void who_failed_asks_once_within_the_period_and_nobody_else_does() {
        UUID running = begin(open());
        assertEquals("exam.sitting.none", refusal(() -> own(running)));
        assertEquals("exam.grant.noResult", refusal(() -> ask(running, Ground.ITEM)), "there is no result yet");
        answer(running, false);
        with(Sittings.class, door -> door.handIn(cookie, running));
        assertTrue(own(running).askable());
        assertEquals(clock.instant().plus(Appeal.PERIOD), own(running).until());
        CandidateId asker = candidate;
        String mine = cookie;
        prepare();
        assertEquals("exam.sitting.none", refusal(() -> ask(running, Ground.ITEM)), "a stranger's is not there");
        assertEquals("exam.sitting.none", refusal(() -> own(running)));
        assertEquals("exam.signIn.again", refusal(() -> at(Appeals.class, door -> door.own(newCookie(), running))));
        UUID right = begin(open());
        answer(right, true);
        with(Sittings.class, door -> door.handIn(cookie, right));
        assertFalse(own(right).askable());
        assertEquals("exam.appeal.passed", refusal(() -> ask(right, Ground.OTHER)));
        cookie = mine;
        for (Ground ground : List.of(Ground.FAILURE, Ground.ROOM)) {
            ask(running, ground);
        }
        assertEquals(Ground.FAILURE, own(running).appeal().ground(), "the first counts");
        assertTrue(own(running).appeal().isOpen());
        assertFalse(own(running).askable());
        assertEquals(List.of("candidate:" + asker + " failure"), trail("appeal.ask", running));
        AppealRow row = at(Appeals.class, Appeals::all).stream().filter(a -> a.sittingId().equals(running)).findFirst().orElseThrow();
        assertEquals("Hevin Sat", row.person().names().shown("en"));
        assertNull(row.outcome());
    }

    @Test
    void after_the_period_nobody_asks() {
        UUID sitting = failed();
        clock.pass(Appeal.PERIOD);
        cookie = newCookie();
        DATABASE.inTransaction(em -> ExamParts.candidates(em, KEYS, clock).begin(candidate, cookie));
        assertFalse(own(sitting).askable());
        assertEquals("exam.appeal.late", refusal(() -> ask(sitting, Ground.ITEM)));
        clock.pass(Duration.ofSeconds(-1));
        ask(sitting, Ground.ITEM);
    }

    @Test
    void only_inside_a_review_and_with_the_password_once_more_a_sitting_is_seen_as_it_was_drawn() {
        UUID sitting = failed();
        signIn();
        assertEquals("exam.appeal.none", refusal(() -> at(Appeals.class, door -> door.look(sitting, PASSWORD))));
        ask(sitting, Ground.ITEM);
        for (String wrong : new String[] {null, "", "another one than mine"}) {
            assertEquals("account.password.present", refusal(() -> at(Appeals.class, door -> door.look(sitting, wrong))));
        }
        assertEquals(List.of(), trail("sitting.look", sitting));
        // What happened to the bank since the draw changes nothing of it.
        clock.pass(Duration.ofSeconds(1));
        UUID first = paper(sitting).get(0).item();
        with(ItemBank.class, bank -> bank.retire(first, BankItem.Retired.EXPOSED));
        Redraw seen = at(Appeals.class, door -> door.look(sitting, PASSWORD));
        assertTrue(seen.same(), "the seed gives the same paper again");
        assertEquals(paper(sitting), seen.items().stream().map(Redraw.Asked::paper).toList());
        seen.items().forEach(asked -> {
            assertFalse(asked.answer().skipped());
            assertEquals(asked.answer().points(asked.content().item()), asked.points());
            assertEquals(asked.points(), DATABASE.resultOf(em -> (Double) em.createNativeQuery("SELECT points FROM exam_paper WHERE sitting_id = ? AND "
                    + "position = ?").setParameter(1, sitting.toString()).setParameter(2, asked.position()).getSingleResult()));
        });
        at(Appeals.class, door -> door.look(sitting, PASSWORD));
        assertEquals(List.of("staff:" + author + " drawn again", "staff:" + author + " drawn again"), trail("sitting.look", sitting), "each look");
    }

    @Test
    void an_answer_that_was_not_given_is_seen_as_none() {
        UUID sitting = begin(open());
        with(Sittings.class, door -> door.handIn(cookie, sitting));
        ask(sitting, Ground.OTHER);
        signIn();
        assertTrue(at(Appeals.class, door -> door.look(sitting, PASSWORD)).items().stream().allMatch(a -> a.answer().equals(Response.SKIPPED)));
    }

    @Test
    void faulty_questions_are_struck_for_everybody_once_and_with_a_reason_that_lies_sealed() {
        UUID sitting = failed();
        ask(sitting, Ground.ITEM);
        wrote(author, items(sitting));
        desk = reader;
        for (List<Integer> none : List.of(List.<Integer>of(), List.of(0), List.of(1, 99))) {
            assertEquals("exam.appeal.which", refusal(() -> decide(sitting, Outcome.STRUCK, none, false)));
        }
        assertEquals("exam.reason.words", refusal(() -> with(Appeals.class, door -> door.decide(Submission.next(), sitting, Outcome.STANDS, List.of(), false, " "))));
        assertTrue(own(sitting).appeal().isOpen(), "what is refused decides nothing");
        List<Integer> all = java.util.stream.IntStream.rangeClosed(1, paper(sitting).size()).boxed().toList();
        Submission form = Submission.next();
        for (int click = 0; click < 2; click++) {
            with(Appeals.class, door -> door.decide(form, sitting, Outcome.STRUCK, all, false, "Seen, Hevin Sat."));
        }
        assertTrue(sit(door -> door.view(cookie, sitting)).again(), "it waits to be marked again");
        clockwork.round();
        assertTrue(sit(door -> door.view(cookie, sitting)).verdict().passed());
        assertEquals(Outcome.STRUCK, own(sitting).appeal().outcome());
        assertEquals("Seen, Hevin Sat.", own(sitting).appeal().reason().text());
        assertEquals(1, passed.stream().filter(p -> p.sittingId().equals(sitting)).count());
        assertEquals(0, DATABASE.resultOf(em -> em.createNativeQuery("SELECT 1 FROM exam_appeal WHERE reason LIKE '%Hevin%'").getResultList().size()).intValue());
        assertEquals("exam.appeal.decided", refusal(() -> decide(sitting, Outcome.STANDS, List.of(), false)));
        assertEquals(1, trail("appeal.decide", sitting).size());
        paper(sitting).forEach(p -> assertEquals(1, trail("bank.strike", p.item()).size()));
    }

    @Test
    void another_attempt_is_granted_by_the_decision_and_a_result_that_stands_changes_nothing() {
        UUID sitting = failed();
        ask(sitting, Ground.ROOM);
        decide(sitting, Outcome.ATTEMPT, List.of(), true);
        assertTrue(own(sitting).granted());
        assertTrue(own(sitting).noWait());
        assertEquals("Seen, Hevin Sat.", at(SittingRecords.class, door -> door.of(sitting)).grant().reason().text());
        prepare();
        UUID other = failed();
        assertNull(sit(door -> door.desk(cookie)).places().get(0).decided());
        assertEquals("exam.appeal.none", refusal(() -> decide(other, Outcome.STANDS, List.of(), false)), "nobody asked");
        ask(other, Ground.OTHER);
        int open = at(Appeals.class, Appeals::open);
        assertEquals(Boolean.FALSE, sit(door -> door.desk(cookie)).places().get(0).decided(), "the candidate's own page says that it waits");
        decide(other, Outcome.STANDS, List.of(), false);
        assertEquals(Boolean.TRUE, sit(door -> door.desk(cookie)).places().get(0).decided());
        assertEquals(open - 1, at(Appeals.class, Appeals::open).intValue());
        assertFalse(own(other).granted());
        assertFalse(sit(door -> door.view(cookie, other)).verdict().passed());
        assertEquals(Outcome.STANDS, own(other).appeal().outcome());
    }

    private List<UUID> items(UUID sitting) {
        return paper(sitting).stream().map(PaperItem::item).toList();
    }

    @Test
    void nobody_strikes_a_question_of_their_own() {
        UUID sitting = failed();
        ask(sitting, Ground.ROOM);
        List<UUID> items = items(sitting);
        wrote(reader, items);
        wrote(author, items.subList(0, 1));
        assertEquals("exam.strike.own", refusal(() -> decide(sitting, Outcome.STRUCK, List.of(1, 2), false)));
        assertEquals("exam.strike.own", refusal(() -> at(ItemBank.class, bank -> bank.strike(items.get(0)))), "nor in the bank");
        assertTrue(own(sitting).appeal().isOpen());
        decide(sitting, Outcome.STRUCK, List.of(2), false);
        assertEquals(Outcome.STRUCK, own(sitting).appeal().outcome());
    }

    @Test
    void whether_a_question_was_faulty_is_decided_by_two_where_one_wrote_it() {
        UUID sitting = failed();
        ask(sitting, Ground.ITEM);
        wrote(reader, items(sitting));
        wrote(author, items(sitting).subList(0, 1));
        for (Outcome outcome : Outcome.values()) {
            assertEquals("exam.judges.own", refusal(() -> decide(sitting, outcome, List.of(2), true)), outcome.slug());
        }
        assertTrue(own(sitting).appeal().isOpen());
        Judging before = judging(sitting);
        assertTrue(before.waits());
        assertEquals(Set.of(1), before.own());
        assertFalse(before.others().contains("s" + reader), "whoever is no certifier is none to be asked");
        DATABASE.inTransaction(em -> em.createNativeQuery("INSERT INTO staff_role (staff_id, role) VALUES (?, 'CERTIFIER')")
                .setParameter(1, reader.toString()).executeUpdate());
        assertTrue(judging(sitting).others().contains("s" + reader));
        assertFalse(judging(sitting).free().contains("s" + reader), "they wrote the others");
        // The other one looks first; twice is once.
        desk = reader;
        signIn();
        assertEquals("exam.judges.own", refusal(() -> decide(sitting, Outcome.STANDS, List.of(), false)));
        assertEquals("account.password.present", refusal(() -> with(Appeals.class, door -> door.second(sitting, "another one than mine"))));
        assertFalse(judging(sitting).confirmed());
        for (int click = 0; click < 2; click++) {
            with(Appeals.class, door -> door.second(sitting, PASSWORD));
        }
        assertEquals(1, trail("appeal.second", sitting).size());
        assertTrue(judging(sitting).confirmed());
        assertEquals("exam.judges.own", refusal(() -> decide(sitting, Outcome.STANDS, List.of(), false)), "whoever looked first does not decide as well");
        desk = null;
        assertTrue(judging(sitting).seconded());
        assertEquals("exam.strike.own", refusal(() -> decide(sitting, Outcome.STRUCK, List.of(1), false)), "one's own is struck by somebody else all the same");
        decide(sitting, Outcome.STANDS, List.of(), false);
        assertEquals("exam.appeal.decided", refusal(() -> with(Appeals.class, door -> door.second(sitting, PASSWORD))));
    }

    @Test
    void who_wrote_none_of_the_questions_decides_alone() {
        UUID sitting = failed();
        ask(sitting, Ground.ITEM);
        wrote(author, items(sitting));
        assertTrue(judging(sitting).waits());
        desk = reader;
        assertFalse(judging(sitting).waits());
        assertTrue(judging(sitting).own().isEmpty());
        decide(sitting, Outcome.STANDS, List.of(), false);
        assertTrue(at(Appeals.class, door -> door.judging(sitting)).isEmpty(), "it waits for nobody any more");
    }

    private Judging judging(UUID sitting) {
        return at(Appeals.class, door -> door.judging(sitting)).orElseThrow();
    }

    @Test
    void only_a_certifier_looks_and_decides() throws NoSuchMethodException {
        for (String method : List.of("look", "second", "decide", "judging", "all", "of", "open")) {
            var door = java.util.Arrays.stream(Appeals.class.getMethods()).filter(m -> m.getName().equals(method)).findFirst().orElseThrow();
            for (String needed : door.getAnnotation(RequiresPermissions.class).value()) {
                List<Role> may = java.util.Arrays.stream(Role.values()).filter(r -> r.permissions().stream()
                        .anyMatch(p -> p.equals(needed) || p.endsWith(":*") && needed.startsWith(p.substring(0, p.length() - 1)))).toList();
                assertEquals(List.of(Role.CERTIFIER), may, method);
            }
        }
    }
}
