package org.dalil.exam.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dalil.account.entity.CardCode;
import org.dalil.exam.Invigilation;
import org.dalil.exam.entity.Incident;
import org.dalil.exam.entity.RoomView;
import org.dalil.exam.entity.SeatRow;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.entity.Submission;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.SentForm;
import org.dalil.workshop.entity.JoinCode;

/** {@code learn/exam-room.xhtml}: the invigilator's page: the code of one session, then that session and nothing else. */
@Named("examRoomPage")
@RequestScoped
public class ExamRoomPage {

    @Inject Invigilation invigilation;
    @Inject ExamBrowser browser;
    @Inject SentForm form;
    @Inject ExamWords words;
    @Inject CurrentPage page;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;

    private Optional<RoomView> room = Optional.empty();
    private Refused error;

    public void open() throws IOException {
        if (page.isForm()) {
            try {
                act(page.field("act").orElse("enter"));
                page.leadTo("/exam/room");
                return;
            } catch (Refused e) {
                error = e;
            }
        }
        room = Optional.ofNullable(browser.cookie()).flatMap(invigilation::view);
    }

    private void act(String act) {
        String cookie = browser.cookie();
        switch (act) {
            case "open" -> invigilation.open(cookie);
            case "pause" -> invigilation.pause(cookie);
            case "go-on" -> invigilation.goOn(cookie);
            case "time" -> invigilation.giveBack(form.get(), cookie, browser.number("time-seat", "exam.room.seatNone"),
                    browser.number("minutes", "exam.room.minutesNone"));
            case "note" -> note(cookie);
            case "close" -> {
                page.field("sure").orElseThrow(() -> new Refused("exam.room.unsure"));
                invigilation.close(cookie);
            }
            default -> invigilation.enter(page.field("code").flatMap(CardCode::typed).orElseThrow(() -> new Refused("exam.room.slip")),
                    browser::renew, browser.address());
        }
    }

    private void note(String cookie) {
        Incident.Kind kind = Arrays.stream(Incident.Kind.values()).filter(k -> k.slug().equals(page.field("kind").orElse(""))).findFirst()
                .orElseThrow(() -> new Refused("exam.room.kind"));
        invigilation.note(form.get(), cookie, page.field("seat").isEmpty() ? null : Integer.valueOf(browser.number("seat", "exam.room.seatNone")), kind);
    }

    /** For a form that is shown now. */
    public String getSubmission() {
        return Submission.next().id().toString();
    }

    /** A seat. */
    public record Seat(String number, String name, String candidate, String state) { }

    public List<Seat> getSeats() {
        return room.orElseThrow().seats().stream().map(s -> new Seat(language.number(s.number()),
                s.person() == null ? "" : s.person().names().shown(language.getTag()), words.digits(s.candidateNumber()), state(s))).toList();
    }

    private String state(SeatRow s) {
        return s.sittingId() == null ? texts.get("exam.seat.absent") : s.isBusy() ? texts.of("exam.seat.busy", s.answered(), s.asked(),
                page.time(s.endsAt())) : texts.get("exam.seat.done");
    }

    /** What happened. */
    public record Line(String time, String text) { }

    public List<Line> getLines() {
        return room.orElseThrow().incidents().stream().map(i -> new Line(page.time(i.notedAt()), words.incident(i))).toList();
    }

    /** What can be noted. */
    public record Kind(String slug, String text) { }

    public List<Kind> getKinds() {
        return Arrays.stream(Incident.Kind.values()).filter(Incident.Kind::isNoted)
                .map(k -> new Kind(k.slug(), texts.get("exam.incident." + k.slug()))).toList();
    }

    public boolean isIn() {
        return room.isPresent();
    }

    public boolean isPlanned() {
        return !isOpen() && !isClosed();
    }

    public boolean isOpen() {
        return room.orElseThrow().session().isOpen();
    }

    public boolean isPaused() {
        return room.orElseThrow().session().isPaused();
    }

    public boolean isClosed() {
        return room.orElseThrow().session().isClosed();
    }

    public String getTitle() {
        return words.courses(room.orElseThrow().session().courses());
    }

    public String getAbout() {
        return texts.of("exam.room.about", words.day(room.orElseThrow().session().heldOn()), room.orElseThrow().session().place(),
                texts.get("exam.track." + room.orElseThrow().session().track().slug()));
    }

    /** The code for the wall. */
    public String getCode() {
        return new JoinCode(room.orElseThrow().session().roomCode()).printed();
    }

    public String getAt() {
        return texts.of("exam.room.at", page.time(room.orElseThrow().at()));
    }

    public String getToken() {
        return browser.token();
    }

    /** What is wrong; null if nothing. */
    public String getError() {
        return error == null ? null : texts.of(error);
    }
}
