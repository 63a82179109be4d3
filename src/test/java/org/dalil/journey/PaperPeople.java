package org.dalil.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Response;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Form;
import org.dalil.course.entity.Module;
import org.dalil.course.entity.Quiz;
import org.dalil.platform.entity.Language;
import org.dalil.workshop.control.PaperParts;
import org.dalil.workshop.control.Pen;
import org.dalil.workshop.entity.SheetLayout;
import org.dalil.workshop.entity.SheetLayout.Block;
import org.dalil.workshop.entity.TypedMarks;

/** The people of a workshop, who would answer the same with a pen, with a phone, or read aloud to somebody who types. */
final class PaperPeople {

    private final DalilServer server;
    private final Rows rows;
    private final Course course;

    PaperPeople(DalilServer server, Rows rows, Course course) {
        this.server = server;
        this.rows = rows;
        this.course = course;
    }

    /** Which form a number takes first. */
    Form first(String workshop, int number) {
        return Form.valueOf(rows.of("SELECT o.first_form FROM seat s JOIN form_order o ON o.card_id = s.card_id WHERE s.workshop_id = ? "
                + "AND s.number = ?", workshop, number).get(0));
    }

    Form form(String workshop, int number, Occasion occasion) {
        Form first = first(workshop, number);
        return occasion == Occasion.PRE ? first : first == Form.A ? Form.B : Form.A;
    }

    /** Who has a number: the first with form A is the same person in every workshop, and so on. */
    Persona persona(String workshop, int number) {
        Form first = first(workshop, number);
        int before = 0;
        for (int other = 1; other < number; other++) {
            before += first(workshop, other) == first ? 1 : 0;
        }
        return new Persona(2 * before + first.ordinal());
    }

    SheetLayout layout(Form form, Language language) {
        return PaperParts.writer().layout(course, form, language);
    }

    Response answer(String workshop, int number, Occasion occasion, String item) {
        return persona(workshop, number).answer(course.quiz().item(item).orElseThrow(), occasion);
    }

    /** The six characters at the foot of the first page of a number's sheet. */
    String check(byte[] pdf, int number) {
        return Pen.text(pdf).lines().map(String::strip).filter(l -> l.matches("W\\d+-" + number + "-[AB]-\\w+-\\w+-1\\s+\\w{6}")).findFirst()
                .orElseThrow().replaceAll(".*\\s", "");
    }

    List<String> typed(String workshop, int number, Occasion occasion) {
        List<String> typed = new ArrayList<>();
        TypedMarks marks = new TypedMarks("A B C D E F G H");
        for (SheetLayout.Page each : layout(form(workshop, number, occasion), Language.ENGLISH).pages()) {
            for (Block block : each.blocks()) {
                Response response = answer(workshop, number, occasion, block.item());
                typed.add(response.skipped() ? "" : marks.write(block, response));
            }
        }
        return typed;
    }

    Map<String, String> answersOf(String workshop, int number, Occasion occasion) {
        Map<String, String> answers = new HashMap<>();
        for (Quiz.Item item : course.quiz().of(form(workshop, number, occasion))) {
            answers.put(item.id(), answer(workshop, number, occasion, item.id()).value());
        }
        return answers;
    }

    Map<String, String> answersKept(String workshop, int number, Occasion occasion) {
        Map<String, String> answers = new HashMap<>();
        rows.of("SELECT CONCAT(n.item_id, '=', n.value) FROM answer n JOIN attempt a ON a.id = n.attempt_id JOIN seat s ON s.card_id = a.card_id "
                + "WHERE s.workshop_id = ? AND s.number = ? AND a.occasion = ? AND a.on_paper AND a.submitted_at IS NOT NULL", workshop, number,
                occasion.name()).forEach(row -> answers.put(row.split("=", 2)[0], row.split("=", 2)[1]));
        return answers;
    }

    /** Filled sheets of some numbers, from what came out of the printer. */
    List<BufferedImage> filled(String workshop, byte[] pdf, Occasion occasion, Language language, int from, int to) {
        List<BufferedImage> pages = Pen.printed(pdf);
        int at = 0;
        for (int number = from; number <= to; number++) {
            int whose = number;
            for (SheetLayout.Page each : layout(form(workshop, number, occasion), language).pages()) {
                Pen.fill(pages.get(at++), each, item -> answer(workshop, whose, occasion, item));
            }
        }
        assertEquals(pages.size(), at, "every page that was printed");
        return pages;
    }

    /** Card, questions, modules, questions: with a phone. */
    void takeCourse(String workshop, int number, String code) {
        Visitor visitor = new Visitor(server);
        assertEquals(303, visitor.post("/en/card", visitor.get("/en/card").hidden().with("code", code)).status());
        Persona persona = persona(workshop, number);
        takeTest(visitor, persona, form(workshop, number, Occasion.PRE), Occasion.PRE);
        Visitor.Fields token = new Visitor.Fields().with("token", visitor.get("/en/leave").hidden().get("token"));
        for (Module module : course.modules()) {
            for (int card = 1; card <= module.cards(); card++) {
                assertEquals(303, visitor.post("/en/c/spot-it/" + module.number() + "/" + card, token).status());
            }
            String chat = "/en/c/spot-it/" + module.number() + "/chat";
            visitor.post(chat, visitor.get(chat).hidden().with("skip", "1"));
        }
        takeTest(visitor, persona, form(workshop, number, Occasion.POST), Occasion.POST);
    }

    void takeTest(Visitor visitor, Persona persona, Form form, Occasion occasion) {
        String start = "/en/c/spot-it/" + occasion.slug();
        String next = visitor.post(start, visitor.get(start).hidden()).location();
        List<Quiz.Item> items = course.quiz().of(form);
        while (!next.endsWith("/end/questions")) {
            Visitor.Answer page = visitor.get(next);
            if (page.status() == 303) {
                next = page.location();
            } else {
                Quiz.Item item = items.get(Integer.parseInt(next.replaceAll(".*/", "")) - 1);
                next = visitor.post(next, Persona.fields(page.hidden(), item, persona.answer(item, occasion))).location();
            }
        }
        assertEquals(303, visitor.post(next, visitor.get(next).hidden()).status());
    }
}
