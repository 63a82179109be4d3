package org.dalil.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dalil.course.entity.Difficulty;
import org.dalil.exam.control.ExamParts;
import org.dalil.exam.entity.BankItem.Retired;
import org.dalil.exam.entity.BankRow;
import org.dalil.exam.entity.Missing;
import org.dalil.platform.entity.Refused;
import org.dalil.workshop.entity.JoinCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bank that can't fill an exam, and items that leave it, on a real database. */
class BankDoorsIT extends ExamRoom {

    /** Other tests of this bank live at later moments: what they retired is retired here, too. */
    @BeforeEach
    void what_is_retired_is_so_now() {
        DATABASE.inTransaction(em -> em.createNativeQuery("UPDATE bank_item SET retired_at = approved_at WHERE course_id = ? AND retired_at > approved_at")
                .setParameter(1, VERSION.course().id().toString()).executeUpdate());
    }

    /** The bank of the tests' course is shared: what was taken out of it comes back under another id. */
    @AfterEach
    void as_it_was() {
        DATABASE.inTransaction(em -> bank(em, VERSION.course()));
        clock.pass(java.time.Duration.ofSeconds(1));
    }

    private List<BankRow> items() {
        return at(ItemBank.class, bank -> bank.items("F1"));
    }

    private BankRow inUse(String topic, Difficulty difficulty) {
        return items().stream().filter(i -> i.state() == BankRow.State.IN_USE && i.topic().equals(topic) && i.difficulty() == difficulty).findFirst()
                .orElseThrow();
    }

    private void retire(UUID item, Retired why) {
        with(ItemBank.class, bank -> bank.retire(item, why));
    }

    @Test
    void what_a_bank_lacks_is_said_by_topic_and_difficulty_before_the_session_and_no_session_opens_without_it() {
        assertEquals(List.of(), at(ItemBank.class, bank -> bank.missing("F1")).get("en"));
        assertFalse(at(ItemBank.class, bank -> bank.missing("F1")).get("ar").isEmpty(), "each language by itself");
        List<UUID> medium = items().stream().filter(i -> i.state() == BankRow.State.IN_USE && i.topic().equals("write-less")
                && i.difficulty() == Difficulty.MEDIUM).map(BankRow::id).toList();
        medium.forEach(i -> retire(i, Retired.EXPOSED));
        UUID hard = inUse("hear-out", Difficulty.HARD).id();
        List<UUID> allHard = items().stream().filter(i -> i.state() == BankRow.State.IN_USE && i.topic().equals("hear-out")
                && i.difficulty() == Difficulty.HARD).map(BankRow::id).toList();
        allHard.forEach(i -> retire(i, Retired.EXPOSED));
        assertTrue(allHard.contains(hard));
        List<Missing> missing = List.of(new Missing("F1", "en", "hear-out", Difficulty.HARD, 1, 0), new Missing("F1", "en", "write-less", Difficulty.MEDIUM, 2, 0));
        assertEquals(missing, at(ItemBank.class, bank -> bank.missing("F1")).get("en"));
        assertEquals(missing, at(ExamSessions.class, door -> door.missing(session)).get("en"), "the session says the same");
        assertEquals("exam.begin.bank", refusal(() -> with(Invigilation.class, door -> door.open(invigilator))));
        assertEquals(0, DATABASE.resultOf(em -> em.createNativeQuery("SELECT 1 FROM exam_session WHERE id = ? AND opened_at IS NOT NULL")
                .setParameter(1, session.toString()).getResultList().size()).intValue(), "nothing was opened");
        DATABASE.inTransaction(em -> bank(em, VERSION.course()));
        begin(open());
    }

    @Test
    void a_language_that_a_bank_cannot_fill_any_more_is_refused_to_whoever_begins_in_it() {
        JoinCode wall = open();
        assertEquals("exam.begin.bank", refusal(() -> sit(door -> door.begin(cookie, session, wall, "ckb"))));
        List<UUID> hard = items().stream().filter(i -> i.state() == BankRow.State.IN_USE && i.topic().equals("hear-out")
                && i.difficulty() == Difficulty.HARD).map(BankRow::id).toList();
        hard.forEach(i -> retire(i, Retired.EXPOSED));
        assertEquals("exam.begin.bank", refusal(() -> begin(wall)), "emptied after the room was opened");
    }

    @Test
    void an_exposed_item_is_drawn_no_more_and_stays_as_it_is_where_it_was_drawn() {
        JoinCode wall = open();
        UUID sitting = begin(wall);
        UUID item = DATABASE.resultOf(em -> ExamParts.sittings(em, DATABASE, KEYS).paper(sitting).get(0).item());
        clock.pass(java.time.Duration.ofSeconds(1));
        retire(item, Retired.EXPOSED);
        assertEquals(BankRow.State.EXPOSED, items().stream().filter(i -> i.id().equals(item)).findFirst().orElseThrow().state());
        assertFalse(DATABASE.resultOf(em -> ExamParts.bank(em, KEYS).pool(List.of(VERSION.course().id()), "en", clock.instant())).stream()
                .anyMatch(p -> p.id().equals(item)));
        assertFalse(sit(door -> door.ask(cookie, sitting, 1)).struck(), "whoever has it answers it");
        answer(sitting, true);
        with(Sittings.class, door -> door.handIn(cookie, sitting));
        assertTrue(sit(door -> door.view(cookie, sitting)).verdict().passed());
        assertEquals(0, DATABASE.resultOf(em -> em.createNativeQuery("SELECT 1 FROM exam_rescore WHERE item_id = ?").setParameter(1, item.toString())
                .getResultList().size()).intValue(), "nobody is marked again");
        assertEquals("exam.bank.retired", refusal(() -> with(ItemBank.class, bank -> bank.approve(List.of(item))), false), "it does not come back");
    }

    /** As the second reader. */
    private String refusal(Runnable work, boolean own) {
        var uploader = author;
        author = own ? author : reader;
        try {
            return refusal(work);
        } finally {
            author = uploader;
        }
    }

    @Test
    void an_item_that_is_sent_back_was_never_in_use_and_is_not_let_in_later() {
        UUID pending = DATABASE.resultOf(em -> {
            var like = VERSION.course().bank().items().get(0);
            var item = new org.dalil.exam.entity.BankItem(VERSION.course().id(), "sent-back-" + UUID.randomUUID().toString().substring(0, 8), like.topic(),
                    like.difficulty(), List.of("en"), author, clock.instant());
            ExamParts.bank(em, KEYS).add(item, new org.dalil.exam.entity.ItemContent(like, Map.of("en", VERSION.course().bank().words().get("en").items().get(like.id()))));
            return item.id();
        });
        assertEquals("exam.bank.own", refusal(() -> with(ItemBank.class, bank -> bank.approve(List.of(pending)))), "not by its author");
        retire(pending, Retired.REJECTED);
        assertEquals(BankRow.State.REJECTED, items().stream().filter(i -> i.id().equals(pending)).findFirst().orElseThrow().state());
        assertEquals("exam.bank.retired", refusal(() -> with(ItemBank.class, bank -> bank.approve(List.of(pending))), false));
        assertFalse(DATABASE.resultOf(em -> ExamParts.bank(em, KEYS).pool(List.of(VERSION.course().id()), "en", clock.instant().plusSeconds(1))).stream()
                .anyMatch(p -> p.id().equals(pending)));
        assertEquals(List.of("REJECTED"), DATABASE.resultOf(em -> em.createNativeQuery("SELECT detail FROM audit_event WHERE act = 'bank.retire' AND subject = ?")
                .setParameter(1, pending.toString()).getResultList()));
    }

    @Test
    void an_unknown_course_or_item_is_told_so() {
        assertEquals("exam.plan.noCourse", refusal(() -> at(ItemBank.class, bank -> bank.missing("F9"))));
        assertEquals("exam.bank.gone", refusal(() -> retire(UUID.randomUUID(), Retired.EXPOSED)));
        assertEquals("exam.bank.gone", refusal(() -> at(ItemBank.class, bank -> bank.content(UUID.randomUUID()))));
        assertEquals(Refused.class, org.junit.jupiter.api.Assertions.assertThrows(Refused.class, () -> at(ItemBank.class, bank -> bank.marks(UUID.randomUUID()))).getClass());
    }
}
