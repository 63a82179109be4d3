package org.dalil.exam.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dalil.exam.Appeals;
import org.dalil.exam.ExamSessions;
import org.dalil.exam.entity.SessionRow;
import org.dalil.exam.entity.Terms;
import org.dalil.exam.entity.Track;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.Problems;

/** {@code staff/exam/list.xhtml}: the sessions, and what each track asks of those who come again. */
@Named
@ViewScoped
public class ExamListPage implements Serializable {

    @Inject ExamSessions sessions;
    @Inject Appeals reviews;
    @Inject ExamWords words;
    @Inject Problems problems;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;

    private List<Row> rows = List.of();
    private List<Terms> terms = List.of();
    private String track = Track.JUDGES.slug();
    private String attempts = "3";
    private String days = "14";
    private String mark = "0";
    private boolean saved;
    private int appeals;

    /** A session. */
    public record Row(String id, String day, String courses, String track, String place, String state, String severity) implements Serializable { }

    /** Before the page is made. */
    public void open() {
        rows = sessions.all().stream().map(this::row).toList();
        terms = sessions.terms();
        appeals = reviews.open();
    }

    private Row row(SessionRow s) {
        String severity = s.isOpen() ? s.isPaused() ? "warning" : "success" : "info";
        return new Row(s.id().toString(), words.day(s.heldOn()), words.courses(s.courses()), words.track(s), s.place(),
                texts.get("exam.state." + s.state()), severity);
    }

    public void save() {
        saved = false;
        try {
            Track chosen = Track.of(track).orElseThrow(() -> new Refused("exam.row.track"));
            sessions.set(new Terms(chosen, number(attempts), number(days), number(mark)));
            saved = true;
        } catch (Refused e) {
            problems.add("attempts", e);
        }
    }

    private static int number(String typed) {
        try {
            return Integer.parseInt(typed == null ? "" : typed.strip());
        } catch (NumberFormatException none) {
            throw new Refused("exam.terms.numbers");
        }
    }

    /** What a track asks, in one sentence. */
    public String sentence(Terms t) {
        return texts.of("exam.terms.sentence", t.attempts(), t.coolDownDays(), t.passMark());
    }

    public String trackName(Terms t) {
        return texts.get("exam.track." + t.track().slug());
    }

    /** The tracks, by their names. */
    public Map<String, String> getTracks() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Track t : Track.values()) {
            choices.put(texts.get("exam.track." + t.slug()), t.slug());
        }
        return choices;
    }

    public List<Row> getRows() {
        return rows;
    }

    public List<Terms> getTerms() {
        return terms;
    }

    /** The way to the reviews, with how many wait. */
    public String getAppeals() {
        return texts.of("exam.appeals.nav", appeals);
    }

    public boolean isSaved() {
        return saved;
    }

    public String getTrack() {
        return track;
    }

    public void setTrack(String track) {
        this.track = track;
    }

    public String getAttempts() {
        return attempts;
    }

    public void setAttempts(String attempts) {
        this.attempts = attempts;
    }

    public String getDays() {
        return days;
    }

    public void setDays(String days) {
        this.days = days;
    }

    public String getMark() {
        return mark;
    }

    public void setMark(String mark) {
        this.mark = mark;
    }
}
