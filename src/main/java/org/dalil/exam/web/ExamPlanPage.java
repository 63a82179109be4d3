package org.dalil.exam.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dalil.exam.ExamSessions;
import org.dalil.exam.entity.SessionId;
import org.dalil.exam.entity.SessionKind;
import org.dalil.exam.entity.Track;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.Problems;
import org.dalil.platform.web.SentForm;
import org.dalil.platform.web.SiteFacts;

/** {@code staff/exam/plan.xhtml}: a session is planned: the track, its courses, a day, a place. */
@Named
@ViewScoped
public class ExamPlanPage implements Serializable {

    @Inject ExamSessions sessions;
    @Inject ExamWords words;
    @Inject SentForm form;
    @Inject Problems problems;
    @Inject PageTexts texts;
    @Inject SiteFacts site;
    @Inject Clock clock;

    private String kind = SessionKind.FULL.slug();
    private String track = Track.COMMUNITY_POLICE.slug();
    private List<String> courses = new ArrayList<>(Track.COMMUNITY_POLICE.courses());
    private String heldOn;
    private String place = "";

    /** Before the page is made. */
    public void open() {
        // Who may not plan is told so before the form is shown, not when it is sent.
        sessions.terms();
        if (heldOn == null) {
            heldOn = LocalDate.ofInstant(clock.instant(), site.getZone()).toString();
        }
    }

    public void save() throws IOException {
        try {
            SessionId id = sessions.plan(form.get(), SessionKind.of(kind), Track.of(track).orElseThrow(() -> new Refused("exam.row.track")), courses,
                    place, day());
            FacesContext.getCurrentInstance().getExternalContext().redirect("/staff/exam/session.xhtml?w=" + id);
            FacesContext.getCurrentInstance().responseComplete();
        } catch (Refused e) {
            problems.add(switch (e.key()) {
                case "exam.plan.place" -> "place";
                case "exam.plan.day" -> "date";
                default -> "courses";
            }, e);
        }
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(heldOn == null ? "" : heldOn);
        } catch (DateTimeParseException none) {
            throw new Refused("exam.plan.day");
        }
    }

    /** The tracks, by their names. */
    public Map<String, String> getTracks() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Track t : Track.values()) {
            choices.put(texts.get("exam.track." + t.slug()), t.slug());
        }
        return choices;
    }

    /** What a session can be for. */
    public Map<String, String> getKinds() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (SessionKind k : SessionKind.values()) {
            choices.put(texts.get("exam.kind." + k.slug()), k.slug());
        }
        return choices;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    /** The courses of all tracks, by their titles. */
    public Map<String, String> getCourseChoices() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (String code : List.of("F1", "F2", "F3", "F4")) {
            choices.put(words.course(code), code);
        }
        return choices;
    }

    public String getTrack() {
        return track;
    }

    public void setTrack(String track) {
        this.track = track;
    }

    public List<String> getCourses() {
        return courses;
    }

    public void setCourses(List<String> courses) {
        this.courses = courses == null ? List.of() : courses;
    }

    public String getHeldOn() {
        return heldOn;
    }

    public void setHeldOn(String heldOn) {
        this.heldOn = heldOn == null ? "" : heldOn;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place == null ? "" : place;
    }
}
