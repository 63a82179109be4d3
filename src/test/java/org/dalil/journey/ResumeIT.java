package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dalil.account.entity.CardCode;
import org.junit.jupiter.api.Test;

/** A card goes on where it was: in the course it moved in last, and after a visit that was idle for too long. */
class ResumeIT {

    private static final DalilServer SERVER = DalilServer.shared();
    private static final Rows ROWS = new Rows(SERVER);

    private static Visitor.Answer moveOn(Visitor visitor, String lesson) {
        return visitor.post(lesson, visitor.get(lesson).hidden());
    }

    private static String cardOf(Visitor.Holder holder) {
        return ROWS.cardOf(holder.visitor().get(holder.begin("before")).hidden().get("right").split("\\.")[0]);
    }

    /** The phone lay there for an hour. */
    private static void lie(String card) {
        ROWS.change("UPDATE visit SET used_at = used_at - INTERVAL 1 HOUR WHERE card_id = ?", card);
    }

    @Test
    void aCardGoesOnInTheCourseItMovedInLast() {
        Visitor.Holder holder = Visitor.withCard(SERVER);
        for (String course : List.of("stand-with", "lock-it-down", "first-hour", "spot-it", "stand-with")) {
            assertEquals(303, moveOn(holder.visitor(), "/en/c/" + course + "/1/1").status());
            assertEquals("/en/c/" + course, holder.visitor().get("/en/go").location());
            assertTrue(holder.visitor().get("/en/").body().contains("class=\"btn\" href=\"/en/c/" + course + "\""), course);
        }
    }

    @Test
    void aLessonAfterAnHourAsksForTheCardInsteadOfForgettingSilently() {
        Visitor.Holder holder = Visitor.withCard(SERVER);
        String card = cardOf(holder);
        assertEquals("/en/c/spot-it/1/2", moveOn(holder.visitor(), "/en/c/spot-it/1/1").location());
        Visitor.Fields form = holder.visitor().get("/en/c/spot-it/1/2").hidden();
        lie(card);
        assertEquals("/en/card", holder.visitor().post("/en/c/spot-it/1/2", form).location());
        assertEquals(1, ROWS.count("SELECT seen FROM module_progress WHERE card_id = ?", card));
    }

    @Test
    void aChatAfterAnHourAsksForTheCardAndGoesOnWhereItWas() {
        Visitor.Holder holder = Visitor.withCard(SERVER);
        String card = cardOf(holder);
        String chat = "/en/c/spot-it/1/chat";
        Visitor.Answer begun = holder.visitor().get(chat);
        holder.visitor().post(chat, begun.hidden().with("c", begun.offered("c").get(0)));
        Visitor.Answer next = holder.visitor().get(chat);
        lie(card);
        assertEquals("/en/card", holder.visitor().post(chat, next.hidden().with("c", next.offered("c").get(0))).location());
        Visitor later = new Visitor(SERVER);
        later.post("/en/card", later.get("/en/card").hidden().with("code", holder.code()));
        assertEquals(next.offered("c"), later.get(chat).offered("c"));
    }

    @Test
    void aCodeOfNoCardEndsNothing() {
        Visitor.Holder holder = Visitor.withCard(SERVER);
        Visitor.Fields form = holder.visitor().get("/en/card").hidden().with("code", CardCode.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}).printed());
        assertTrue(holder.visitor().post("/en/card", form).words("<a href=\"#code\"").isPresent(), "there is no such card");
        assertTrue(holder.visitor().get("/en/").body().contains("/en/leave"), "the visit goes on");
    }

    /** Not for another card, which would begin from nothing. */
    @Test
    void questionsAfterAnHourKeepTheAnswerAndAskForTheCard() {
        Visitor.Holder holder = Visitor.withCard(SERVER);
        String card = cardOf(holder);
        Visitor.Answer question = holder.visitor().get("/en/c/spot-it/before/1");
        lie(card);
        assertEquals("/en/c/spot-it/before/2", holder.visitor().post("/en/c/spot-it/before/1", question.answered()).location());
        for (String page : List.of("/en/c/spot-it/before/2", "/en/c/spot-it/before", "/en/c/spot-it/before/end/questions")) {
            assertEquals("/en/card", holder.visitor().get(page).location(), page);
        }
        assertEquals("/en/c/spot-it/card", new Visitor(SERVER).get("/en/c/spot-it/before").location(), "whoever has none gets one");
        assertEquals(1, ROWS.count("SELECT COUNT(*) FROM answer n JOIN attempt a ON a.id = n.attempt_id WHERE a.card_id = ?", card));
    }
}
