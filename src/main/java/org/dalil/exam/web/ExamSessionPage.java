package org.dalil.exam.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dalil.account.entity.CardCode;
import org.dalil.exam.Candidates;
import org.dalil.exam.ExamSessions;
import org.dalil.exam.entity.CandidateId;
import org.dalil.exam.entity.CandidateRow;
import org.dalil.exam.entity.Incident;
import org.dalil.exam.entity.Missing;
import org.dalil.exam.entity.SeatRow;
import org.dalil.exam.entity.Seating;
import org.dalil.exam.entity.SessionId;
import org.dalil.exam.entity.SessionRow;
import org.dalil.platform.entity.Language;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.Problems;
import org.dalil.platform.web.SentForm;
import org.dalil.platform.web.SiteFacts;

/** {@code staff/exam/session.xhtml}: one session: who sits where, whether the bank suffices, the invigilator's code, later the results. */
@Named
@ViewScoped
public class ExamSessionPage implements Serializable {

    /** In the request and not in the page, which lives on. */
    private static final String CODE = ExamSessionPage.class.getName() + ".code";

    @Inject ExamSessions sessions;
    @Inject Candidates candidates;
    @Inject ExamWords words;
    @Inject SentForm form;
    @Inject Problems problems;
    @Inject CurrentLanguage language;
    @Inject SiteFacts site;
    @Inject CurrentPage page;
    @Inject PageTexts texts;
    @Inject HttpServletRequest request;

    private SessionId id;
    private SessionRow session;
    private List<SeatRow> seats = List.of();
    private String sought = "";
    private List<CandidateRow> found = List.of();
    private List<String> chosen = new ArrayList<>();
    private List<Seating.Without> without = List.of();
    private String done;

    /** Before the page is made. @throws Refused if there is no such session */
    public void open() {
        // Asked in any case: who may not is told so, with or without a session in the address.
        sessions.terms();
        if (id == null) {
            id = SessionId.of(request.getParameter("w")).orElse(null);
        }
        if (id != null) {
            session = sessions.one(id);
            seats = sessions.seats(id);
        }
    }

    /** Makes a code for the invigilator; it is in this one answer and nowhere after it. */
    public void entrust() {
        done = null;
        try {
            request.setAttribute(CODE, sessions.entrust(form.get(), id));
        } catch (Refused e) {
            problems.add("", e);
        }
    }

    public void search() {
        without = List.of();
        found = candidates.find(sought).stream().filter(c -> c.track() == sessions.one(id).track()).toList();
        done = found.isEmpty() ? texts.get("exam.candidates.nobody") : null;
    }

    public void seat() {
        try {
            without = sessions.seat(id, chosen.stream().flatMap(c -> CandidateId.of(c).stream()).toList()).without();
            found = List.of();
            chosen = new ArrayList<>();
            done = null;
        } catch (Refused e) {
            problems.add("sought", e);
        }
    }

    public void unseat(SeatRow seat) {
        sessions.unseat(id, seat.candidate());
    }

    /** Candidates that were found, by their names. */
    public Map<String, String> getFoundChoices() {
        Map<String, String> choices = new java.util.LinkedHashMap<>();
        found.forEach(c -> choices.put(named(c) + c.path(session.kind()).map(path -> ", " + words.progress(path)).orElse(""), c.id().toString()));
        return choices;
    }

    /** Who got no seat, and why: a sentence for each. */
    public List<String> getUnready() {
        return without.stream().map(w -> switch (w.why()) {
            case LEARNING -> texts.of("exam.session.unready", named(w.candidate()),
                    w.candidate().path(session.kind()).map(words::missing).orElse(""));
            case NO_CERTIFICATE -> texts.of("exam.session.no-certificate", named(w.candidate()));
            case EARLY -> texts.of("exam.session.early", named(w.candidate()), words.day(words.day(w.candidate().renewal().held().opens(site.getZone()))));
            case LATE -> texts.of("exam.session.late", named(w.candidate()), words.day(words.day(w.candidate().renewal().held().ends())));
        }).toList();
    }

    private String named(CandidateRow candidate) {
        return name(candidate.person()) + " " + words.digits(candidate.number());
    }

    private String name(org.dalil.exam.entity.Person person) {
        return person == null ? "" : person.names().shown(language.getTag());
    }

    /** A seat. */
    public record Seat(String number, String name, String candidate, String state, String severity, SeatRow row) { }

    public List<Seat> getSeats() {
        return seats.stream().map(s -> new Seat(language.number(s.number()), name(s.person()), words.digits(s.candidateNumber()), state(s),
                s.passed() == null ? "info" : s.passed() ? "success" : "danger", s)).toList();
    }

    private String state(SeatRow s) {
        if (s.passed() != null) {
            return texts.get(s.passed() ? "exam.result.passed" : "exam.result.notPassed");
        }
        if (s.isBusy()) {
            return texts.of("exam.seat.busy", s.answered(), s.asked(), words.time(s.endsAt()));
        }
        return texts.get(s.submittedAt() == null ? "exam.seat.absent" : "exam.seat.marking");
    }

    /** Whether a language can be examined in, or what its bank lacks. */
    public record Bank(String language, boolean enough, List<String> missing) { }

    public List<Bank> getBanks() {
        return sessions.missing(id).entrySet().stream().map(e -> new Bank(new Language(e.getKey()).ownName(), e.getValue().isEmpty(),
                e.getValue().stream().map(this::sentence).toList())).toList();
    }

    private String sentence(Missing m) {
        return words.missing(m);
    }

    /** What happened in the room. */
    public record Line(String time, String text) { }

    public List<Line> getLines() {
        return sessions.incidents(id).stream().map(i -> new Line(words.time(i.notedAt()), words.incident(i))).toList();
    }

    public boolean isReady() {
        return session != null;
    }

    public boolean isClosed() {
        return session.isClosed();
    }

    public String getTitle() {
        return words.courses(session.courses());
    }

    public String getAbout() {
        return texts.of("exam.room.about", words.day(session.heldOn()), session.place(), words.track(session));
    }

    /** What is left out, and what that means; empty where nothing is. */
    public String getPart() {
        return session.leftOut().isEmpty() ? "" : texts.of("exam.session.part", words.courses(session.leftOut()));
    }

    public String getState() {
        return texts.get("exam.state." + session.state());
    }

    /** The invigilator's code, just made; null at any other time. */
    public String getCode() {
        return request.getAttribute(CODE) instanceof CardCode code ? code.printed() : null;
    }

    public String getDone() {
        return done;
    }

    public String getSought() {
        return sought;
    }

    public void setSought(String sought) {
        this.sought = sought == null ? "" : sought;
    }

    public List<String> getChosen() {
        return chosen;
    }

    public void setChosen(List<String> chosen) {
        this.chosen = chosen == null ? new ArrayList<>() : chosen;
    }

    public SessionId getId() {
        return id;
    }
}
