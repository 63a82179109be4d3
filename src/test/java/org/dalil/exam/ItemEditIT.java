package org.dalil.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dalil.account.entity.StaffId;
import org.dalil.course.entity.Bank;
import org.dalil.course.entity.Difficulty;
import org.dalil.course.entity.Quiz;
import org.dalil.exam.control.ExamParts;
import org.dalil.exam.entity.BankItem;
import org.dalil.exam.entity.BankRow;
import org.dalil.exam.entity.ItemContent;
import org.dalil.exam.entity.ItemEdit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One item is changed at its door, on a real database: another draft for a second reader, and nothing else. */
class ItemEditIT extends ExamRoom {

    @AfterEach
    void as_it_was() {
        DATABASE.inTransaction(em -> {
            ExamParts.bank(em, KEYS).of(VERSION.course().id()).stream().filter(i -> !i.isRetired() && !i.isStruck())
                    .filter(i -> !ExamParts.bank(em, KEYS).content(i).words().get("en").equals(VERSION.course().bank().words().get("en").items().get(i.key())))
                    .forEach(i -> i.retire(BankItem.Retired.REJECTED, author, clock.instant()));
            bank(em, VERSION.course());
        });
    }

    private List<BankRow> rows(String key) {
        return at(ItemBank.class, bank -> bank.items("F1")).stream().filter(i -> i.key().equals(key)).toList();
    }

    private BankRow one(String key, BankRow.State state) {
        return rows(key).stream().filter(i -> i.state() == state).findFirst().orElseThrow();
    }

    private ItemContent content(UUID id) {
        return at(ItemBank.class, bank -> bank.content(id));
    }

    private static Map<String, Bank.ItemWords> words(ItemContent of, String stem) {
        Bank.ItemWords w = of.words().get("en");
        return Map.of("en", new Bank.ItemWords(stem, w.choices(), w.right(), w.explanation()));
    }

    private static ItemEdit edit(ItemContent of, String stem) {
        return new ItemEdit(of.item().topic(), of.item().difficulty(), of.item().key(), words(of, stem));
    }

    private void edit(UUID id, ItemEdit edit) {
        with(ItemBank.class, bank -> bank.edit(id, edit));
    }

    /** Somebody else is at the desk. */
    private void change() {
        StaffId other = author;
        author = reader;
        reader = other;
    }

    @Test
    void an_item_in_use_stays_until_a_second_reader_lets_the_changed_one_in() {
        BankRow before = one("coat-on", BankRow.State.IN_USE);
        ItemContent said = content(before.id());
        int edits = edits(before.id());
        edit(before.id(), new ItemEdit("write-less", Difficulty.HARD, List.of("b"), words(said, "Who keeps the coat on?")));
        BankRow after = one("coat-on", BankRow.State.PENDING);
        assertEquals(BankRow.State.IN_USE, one("coat-on", BankRow.State.IN_USE).state(), "the old one is drawn until then");
        assertTrue(after.own());
        assertEquals("Who keeps the coat on?", content(after.id()).words().get("en").stem());
        assertEquals(List.of("b"), content(after.id()).item().key());
        assertEquals(said, content(before.id()), "what was asked stays as it was");
        assertEquals("exam.bank.own", refusal(() -> with(ItemBank.class, bank -> bank.approve(List.of(after.id())))), "who changes is the author");
        change();
        with(ItemBank.class, bank -> bank.approve(List.of(after.id())));
        assertEquals(BankRow.State.REPLACED, rows("coat-on").stream().filter(r -> r.id().equals(before.id())).findFirst().orElseThrow().state());
        assertEquals(Difficulty.HARD, one("coat-on", BankRow.State.IN_USE).difficulty());
        assertEquals(edits + 1, edits(before.id()));
    }

    private static int edits(UUID item) {
        return DATABASE.resultOf(em -> em.createNativeQuery("SELECT 1 FROM audit_event WHERE act = 'bank.edit' AND subject = ? AND detail = 'F1'")
                .setParameter(1, item.toString()).getResultList().size());
    }

    @Test
    void a_draft_gives_way_to_its_change_and_then_belongs_to_who_changed_it() {
        UUID used = one("loud-hall", BankRow.State.IN_USE).id();
        edit(used, edit(content(used), "What helps in a loud hall?"));
        UUID draft = one("loud-hall", BankRow.State.PENDING).id();
        change();
        edit(draft, edit(content(draft), "What helps first in a loud hall?"));
        assertEquals(1, rows("loud-hall").stream().filter(r -> r.state() == BankRow.State.PENDING).count());
        UUID second = one("loud-hall", BankRow.State.PENDING).id();
        assertEquals("exam.bank.own", refusal(() -> with(ItemBank.class, bank -> bank.approve(List.of(second)))));
        assertEquals("exam.bank.retired", refusal(() -> with(ItemBank.class, bank -> bank.approve(List.of(draft)))), "the draft is none any more");
        change();
        with(ItemBank.class, bank -> bank.approve(List.of(second)));
    }

    @Test
    void every_kind_is_changed_and_nothing_but_the_words_that_were_typed() {
        for (String key : List.of("coat-on", "nodding", "begin-again", "to-the-bin", "whose-words", "stamp-date")) {
            UUID id = one(key, BankRow.State.IN_USE).id();
            ItemContent said = content(id);
            edit(id, edit(said, said.words().get("en").stem() + " <b>Now</b> & \u0645\u0631\u0629"));
            ItemContent now = content(one(key, BankRow.State.PENDING).id());
            assertEquals(said.item(), now.item(), key);
            assertEquals(said.words().get("en").stem() + " <b>Now</b> & \u0645\u0631\u0629", now.words().get("en").stem());
            assertEquals(said.words().get("en").choices(), now.words().get("en").choices());
            assertEquals(said.words().get("en").right(), now.words().get("en").right());
        }
    }

    @Test
    void what_is_wrong_is_refused_by_the_rules_of_any_bank_that_comes_in() {
        UUID id = one("coat-on", BankRow.State.IN_USE).id();
        ItemContent said = content(id);
        assertEquals(Quiz.Kind.SINGLE, said.item().kind());
        Bank.ItemWords w = said.words().get("en");
        assertEquals("exam.edit.same", refusal(() -> edit(id, edit(said, w.stem()))), "nothing was changed");
        assertEquals("exam.edit.blank", refusal(() -> edit(id, edit(said, " "))));
        assertEquals("exam.qti.long", refusal(() -> edit(id, edit(said, "x".repeat(5000)))));
        assertEquals("exam.qti.topic", refusal(() -> edit(id, new ItemEdit("no-such-topic", Difficulty.EASY, List.of("a"), words(said, "Other?")))));
        assertEquals("exam.qti.keys", refusal(() -> edit(id, new ItemEdit("hear-out", Difficulty.EASY, List.of("a", "b"), words(said, "Other?")))));
        assertEquals("exam.qti.noKey", refusal(() -> edit(id, new ItemEdit("hear-out", Difficulty.EASY, List.of(), words(said, "Other?")))));
        assertEquals("exam.qti.keyUnknown", refusal(() -> edit(id, new ItemEdit("hear-out", Difficulty.EASY, List.of("z"), words(said, "Other?")))));
        Map<String, String> more = new LinkedHashMap<>(w.choices());
        more.put("d", "One more");
        assertEquals("exam.edit.other", refusal(() -> edit(id, new ItemEdit("hear-out", Difficulty.EASY, List.of("a"),
                Map.of("en", new Bank.ItemWords("Other?", more, w.right(), w.explanation()))))));
        assertEquals("exam.edit.other", refusal(() -> edit(id, new ItemEdit("hear-out", Difficulty.EASY, List.of("a"), Map.of("ckb", w)))));
        assertEquals("exam.bank.gone", refusal(() -> edit(UUID.randomUUID(), edit(said, "Other?"))));
        assertFalse(rows("coat-on").stream().anyMatch(r -> r.state() == BankRow.State.PENDING), "none of it left anything");
    }
}
