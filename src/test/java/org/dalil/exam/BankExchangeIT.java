package org.dalil.exam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.dalil.course.entity.Difficulty;
import org.dalil.exam.control.ExamParts;
import org.dalil.exam.entity.BankDefaults;
import org.dalil.exam.entity.BankItem;
import org.dalil.exam.entity.BankPlan;
import org.dalil.exam.entity.BankRow;
import org.dalil.exam.entity.BankUpload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A bank goes out as a QTI package and comes back at its door: shown first, never twice, and as drafts. */
class BankExchangeIT extends ExamRoom {

    private byte[] export() {
        return at(BankExchange.class, door -> door.export("F1"));
    }

    private BankPlan preview(byte[] zip) {
        return at(BankExchange.class, door -> door.preview("F1", zip, BankDefaults.NONE));
    }

    private BankUpload take(BankPlan plan) {
        return at(BankExchange.class, door -> door.take(plan));
    }

    private List<BankRow> rows(BankRow.State state) {
        return at(ItemBank.class, bank -> bank.items("F1")).stream().filter(r -> r.state() == state).toList();
    }

    private void retire(List<BankRow> rows) {
        rows.forEach(r -> with(ItemBank.class, bank -> bank.retire(r.id(), BankItem.Retired.EXPOSED)));
    }

    private static long recorded(String act, String detail) {
        return DATABASE.resultOf(em -> em.createNativeQuery("SELECT id FROM audit_event WHERE act = ? AND subject = 'F1' AND detail = ?")
                .setParameter(1, act).setParameter(2, detail).getResultList().size());
    }

    /** The other tests of this database find their bank as they need it. */
    @AfterEach
    void nothing_waits() {
        retire(rows(BankRow.State.PENDING));
    }

    @Test
    void a_bank_comes_into_an_empty_one_as_it_was_and_waits_for_a_second_reader() {
        List<BankRow> before = rows(BankRow.State.IN_USE);
        Set<Object> content = contents(before);
        long exports = recorded("bank.export", "qti " + before.size());
        byte[] zip = export();
        assertEquals(exports + 1, recorded("bank.export", "qti " + before.size()), "who took the key out is known");
        BankPlan same = preview(zip);
        assertEquals(before.size(), same.count(BankPlan.Change.SAME));
        assertFalse(same.changesAnything());
        assertEquals(0, take(same).added(), "the same bank again changes nothing");
        retire(before);
        BankPlan plan = preview(zip);
        assertEquals(before.size(), plan.count(BankPlan.Change.NEW));
        assertEquals(List.of(), plan.refused());
        assertEquals(List.of(), rows(BankRow.State.PENDING), "shown, not taken");
        assertEquals(before.size(), take(plan).added());
        assertEquals(1, recorded("bank.upload", "qti " + before.size()));
        List<BankRow> waiting = rows(BankRow.State.PENDING);
        assertEquals(content, contents(waiting));
        assertEquals("exam.bank.own", refusal(() -> with(ItemBank.class, bank -> bank.approve(List.of(waiting.get(0).id())))));
        assertEquals(0, DATABASE.resultOf(em -> ExamParts.bank(em, KEYS).pool(List.of(VERSION.course().id()), "en", clock.instant().plusSeconds(1)))
                .size(), "none is drawn before somebody else has read it");
        assertEquals(before.size(), take(plan).unchanged(), "pressed twice");
    }

    private Set<Object> contents(List<BankRow> rows) {
        return rows.stream().map(r -> (Object) at(ItemBank.class, bank -> bank.content(r.id()))).collect(Collectors.toSet());
    }

    @Test
    void an_edit_that_nobody_else_has_read_does_not_go_out_in_place_of_what_is_in_use() throws Exception {
        byte[] zip = export();
        byte[] edited = edited(zip);
        BankPlan plan = preview(edited);
        assertEquals(1, plan.count(BankPlan.Change.CHANGED));
        take(plan);
        assertEquals(1, rows(BankRow.State.PENDING).size());
        assertEquals(0, preview(export()).count(BankPlan.Change.CHANGED));
        assertTrue(Arrays.equals(zip, export()), "the same bank is the same file");
    }

    /** The package with another word in one item. */
    private static byte[] edited(byte[] zip) throws java.io.IOException {
        var out = new java.io.ByteArrayOutputStream();
        boolean done = false;
        try (var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(zip)); var to = new java.util.zip.ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                to.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
                boolean edit = !done && entry.getName().startsWith("items/");
                to.write((edit ? text.replace("</modalFeedback>", "<p>Edited.</p></modalFeedback>") : text)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
                done |= edit;
            }
        }
        return out.toByteArray();
    }

    @Test
    void a_topic_of_another_course_and_a_package_that_is_none_change_nothing() {
        assertEquals("exam.qti.package.damaged", refusal(() -> preview(new byte[100])));
        assertEquals("exam.plan.noCourse", refusal(() -> at(BankExchange.class, door -> door.export("Z9"))));
        BankPlan plan = at(BankExchange.class, door -> door.preview("F1", export(), new BankDefaults("no-such-topic", Difficulty.EASY)));
        assertFalse(plan.changesAnything(), "what is chosen for others does not touch what is named");
        retire(rows(BankRow.State.IN_USE));
        assertEquals("exam.qti.empty", refusal(this::export));
    }

    @Test
    void who_may_not_read_a_key_may_not_take_it_out() throws NoSuchMethodException {
        String needed = ItemBank.class.getMethod("content", UUID.class).getAnnotation(RequiresPermissions.class).value()[0];
        for (Method method : BankExchange.class.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers())) {
                assertEquals(List.of(needed), List.of(method.getAnnotation(RequiresPermissions.class).value()), method.getName());
            }
        }
    }
}
