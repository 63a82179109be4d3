package org.dalil.report.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dalil.course.Translations;
import org.dalil.course.entity.Audience;
import org.dalil.course.entity.CourseStanding;
import org.dalil.course.entity.TranslationState;
import org.dalil.platform.web.SiteFacts;
import org.dalil.report.Reports;
import org.dalil.report.entity.PublishedCourse;

/**
 * {@code staff/course/list.xhtml}: the courses, how far their translations are, and how many people finished them. It lives
 * here because it shows figures; courses know nothing of those who take them.
 */
@Named
@ViewScoped
public class CourseListPage implements Serializable {

    @Inject Translations translations;
    @Inject Reports reports;
    @Inject FigureWords words;
    @Inject CourseNames names;
    @Inject SiteFacts site;

    private String audience = "";
    private String query = "";
    private transient List<CourseStanding> all;
    private transient Map<UUID, PublishedCourse> figures;

    /** A line of the table. */
    public record Row(UUID id, String title, String language, String about, List<Tag> tags, String version) { }

    /** The state of one translation. */
    public record Tag(String text, String severity) { }

    /** Whom courses are for, as a choice; {@code current} is what aria-current wants. */
    public record Choice(String url, String text, String current, String style) { }

    /** Before the page is made. */
    public void open() {
        all = translations.all();
        figures = null;
        FacesContext faces = FacesContext.getCurrentInstance();
        if (!faces.isPostback()) {
            String asked = faces.getExternalContext().getRequestParameterMap().getOrDefault("audience", "");
            audience = Audience.of(asked).map(Audience::slug).orElse("");
        }
    }

    public List<Choice> getAudiences() {
        List<Choice> choices = new java.util.ArrayList<>(List.of(choice("", "course.list.all")));
        Arrays.stream(Audience.values()).map(Audience::slug).map(a -> choice(a, "course.list.audience." + a)).forEach(choices::add);
        return choices;
    }

    private Choice choice(String slug, String key) {
        boolean here = slug.equals(audience);
        return new Choice(slug.isEmpty() ? "list.xhtml" : "list.xhtml?audience=" + slug, words.text(key),
                here ? "page" : "false", here ? "ui-state-active" : "");
    }

    private List<CourseStanding> ofAudience() {
        return all.stream().filter(s -> audience.isEmpty() || s.course().audience().slug().equals(audience)).toList();
    }

    public List<Row> getRows() {
        return ofAudience().stream().filter(s -> s.isCalled(query)).map(this::row).toList();
    }

    private Row row(CourseStanding standing) {
        var course = standing.course();
        return new Row(course.id(), names.of(course), names.tagOf(course),
                words.text("course.list.about", words.isolated(course.code()),
                        words.text("course.list.audience." + course.audience().slug())),
                getLanguages().stream().map(l -> tag(standing.translations().get(l))).toList(),
                words.text("course.list.version.of", standing.version().number(),
                        words.day(standing.version().publishedAt(), site.getZone())));
    }

    private Tag tag(TranslationState state) {
        String severity = switch (state) {
            case REVIEWED -> "success";
            case DRAFT -> "warning";
            case STALE -> "info";
            case MISSING -> "danger";
        };
        return new Tag(words.text("course.state." + state.name().toLowerCase(Locale.ROOT)), severity);
    }

    /** The languages of the columns, by tag. */
    public List<String> getLanguages() {
        return List.of("ar", "ckb", "kmr", "en");
    }

    /** How many finished a course. Asked only for those who may see figures. */
    public FigureWords.Cell finished(Row row) {
        if (figures == null) {
            figures = reports.courses().stream().collect(Collectors.toMap(PublishedCourse::courseId, r -> r));
        }
        return Optional.ofNullable(figures.get(row.id())).map(r -> words.cell(r.turnout().completed(), "sup"))
                .orElse(new FigureWords.Cell("", ""));
    }

    /** One sentence under the title. */
    public String getSummary() {
        long waiting = all.stream().flatMap(s -> s.translations().values().stream()).filter(s -> s != TranslationState.REVIEWED).count();
        return words.text("course.list.sub", all.size(), waiting);
    }

    /** Said aloud while one types. */
    public String getFound() {
        return query.isEmpty() ? "" : words.text("course.list.found", getRows().size());
    }

    /** Why the table is empty. */
    public String getNothing() {
        String key = all.isEmpty() ? "course.list.empty" : ofAudience().isEmpty() ? "course.list.none" : "course.list.found";
        return words.text(key, 0);
    }

    public String getQuery() {
        return query;
    }

    public void setQuery(String query) {
        this.query = query == null ? "" : query;
    }
}
