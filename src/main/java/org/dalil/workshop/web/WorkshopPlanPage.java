package org.dalil.workshop.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dalil.platform.web.Problems;
import org.dalil.course.entity.Course;
import org.dalil.platform.entity.Language;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.SentForm;
import org.dalil.platform.web.SiteFacts;
import org.dalil.workshop.Workshops;
import org.dalil.workshop.entity.Region;
import org.dalil.workshop.entity.WorkshopId;
import org.dalil.workshop.entity.WorkshopPlan;

/** {@code staff/workshop/plan.xhtml}: plan a workshop, or change a plan. First the course, then what it offers. */
@Named
@ViewScoped
public class WorkshopPlanPage implements Serializable {

    @Inject Workshops workshops;
    @Inject WorkshopWords words;
    @Inject WorkshopAddress address;
    @Inject SentForm form;
    @Inject Problems problems;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;
    @Inject SiteFacts site;
    @Inject Clock clock;
    @Inject HttpServletRequest request;

    private WorkshopId id;
    private String courseId;
    private boolean chosen;
    private List<String> modules = new ArrayList<>();
    private List<String> languages = new ArrayList<>();
    private String region;
    private String partner;
    private String contact;
    private String heldOn;
    private String expected = "20";

    /** Before the page is made for the first time: the plan as it is, or an empty one for today. */
    public void open() {
        // Who may not plan is told so before the form is shown, not when it is sent.
        workshops.courses();
        if (heldOn == null) {
            heldOn = LocalDate.ofInstant(clock.instant(), site.getZone()).toString();
            // Once: the form names the workshop, too, and whoever empties the day has changed other fields.
            WorkshopId.of(request.getParameter("w")).filter(w -> id == null).ifPresent(this::read);
        }
    }

    private void read(WorkshopId workshop) {
        WorkshopPlan plan = workshops.own(workshop).plan();
        id = workshop;
        courseId = plan.courseId().toString();
        chosen = true;
        modules = new ArrayList<>(plan.modules().stream().map(String::valueOf).toList());
        languages = new ArrayList<>(plan.languages());
        region = plan.region().name();
        partner = plan.partner();
        contact = plan.contact();
        heldOn = plan.heldOn().toString();
        expected = String.valueOf(plan.expected());
    }

    private Optional<Course> course() {
        try {
            return courseId == null ? Optional.empty() : words.course(UUID.fromString(courseId));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** The course was chosen: all its modules, and the reader's own language if it has that. */
    public void choose() {
        Optional<Course> course = course();
        if (course.isEmpty()) {
            problems.add("course", new Refused("workshop.plan.noCourse"));
            return;
        }
        chosen = true;
        modules = new ArrayList<>(course.get().modules().stream().map(m -> String.valueOf(m.number())).toList());
        languages = new ArrayList<>(course.get().languages().stream().filter(language.getTag()::equals).toList());
    }

    /** Back to the choice of a course; nothing else is forgotten. */
    public void chooseAgain() {
        chosen = false;
    }

    public void save() {
        try {
            WorkshopPlan plan = new WorkshopPlan(course().orElseThrow(() -> new Refused("workshop.plan.noCourse")).id(),
                    modules.stream().map(Integer::valueOf).toList(), languages,
                    Region.all().stream().filter(r -> r.name().equals(region)).findFirst().orElse(null), partner, contact, day(),
                    TypedNumbers.one(expected, "workshop.plan.expected"));
            if (id == null) {
                // Not kept in the page: the form sent again still plans.
                address.leadTo("room", workshops.plan(form.get(), plan));
            } else {
                workshops.change(form.get(), id, plan);
                address.leadTo("room", id);
            }
        } catch (Refused e) {
            String field = e.key().startsWith("workshop.plan.") ? e.key().substring("workshop.plan.".length()) : "";
            problems.add(field.equals("noCourse") ? "" : field, e);
        }
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(heldOn);
        } catch (DateTimeParseException noDay) {
            throw new Refused("workshop.plan.date");
        }
    }

    /** The courses there are, by their titles. */
    public Map<String, String> getCourses() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Course course : workshops.courses()) {
            choices.put(texts.of("workshop.plan.courseChoice", words.words(course).title(),
                    texts.get("workshop.audience." + course.audience().slug())), course.id().toString());
        }
        return choices;
    }

    /** The course that was chosen, by its title. */
    public String getCourseTitle() {
        return course().map(c -> words.words(c).title()).orElse("");
    }

    /** Its modules, by their titles. */
    public Map<String, String> getModuleChoices() {
        Map<String, String> choices = new LinkedHashMap<>();
        course().ifPresent(course -> course.modules().forEach(m -> choices.put(language.number(m.number()) + ". "
                + words.words(course).modules().get(m.name()).title(), String.valueOf(m.number()))));
        return choices;
    }

    /** Its languages, each by its own name. */
    public Map<String, String> getLanguageChoices() {
        Map<String, String> choices = new LinkedHashMap<>();
        course().ifPresent(course -> course.languages().forEach(tag -> choices.put(new Language(tag).ownName(), tag)));
        return choices;
    }

    /** The regions, by their names. */
    public Map<String, String> getRegions() {
        Map<String, String> choices = new LinkedHashMap<>();
        Region.all().forEach(r -> choices.put(texts.get(r.key()), r.name()));
        return choices;
    }

    /** Whether a plan that is there is changed. */
    public boolean isChanging() {
        return id != null;
    }

    public boolean isChosen() {
        return chosen;
    }

    public WorkshopId getId() {
        return id;
    }

    public String getCourseId() {
        return courseId;
    }

    public void setCourseId(String courseId) {
        this.courseId = courseId;
    }

    public List<String> getModules() {
        return modules;
    }

    public void setModules(List<String> modules) {
        this.modules = modules == null ? List.of() : modules;
    }

    public List<String> getLanguages() {
        return languages;
    }

    public void setLanguages(List<String> languages) {
        this.languages = languages == null ? List.of() : languages;
    }

    public String getRegion() {
        return region;
    }

    public void setRegion(String region) {
        this.region = region;
    }

    public String getPartner() {
        return partner;
    }

    public void setPartner(String partner) {
        this.partner = partner;
    }

    public String getContact() {
        return contact;
    }

    public void setContact(String contact) {
        this.contact = contact;
    }

    public String getHeldOn() {
        return heldOn;
    }

    public void setHeldOn(String heldOn) {
        this.heldOn = heldOn == null ? "" : heldOn;
    }

    public String getExpected() {
        return expected;
    }

    public void setExpected(String expected) {
        this.expected = expected == null ? "" : expected;
    }
}
