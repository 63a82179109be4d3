package org.dalil.workshop.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.PageTexts;
import org.dalil.workshop.Workshops;
import org.dalil.workshop.entity.WorkshopRow;

/** {@code staff/workshop/list.xhtml}: a trainer's own workshops, those of today and to come first. */
@Named
@ViewScoped
public class WorkshopListPage implements Serializable {

    @Inject Workshops workshops;
    @Inject WorkshopWords words;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;

    private List<Row> rows = List.of();

    /** A line. @param state {@code planned}, {@code open}, {@code paused} or {@code closed} */
    public record Row(String id, String number, String course, String region, String day, String languages, String state,
                      String stateText, String severity) implements Serializable { }

    /** Before the page is made. */
    public void open() {
        rows = workshops.mine().stream().map(this::row).toList();
    }

    private Row row(WorkshopRow workshop) {
        String state = workshop.isClosed() ? "closed" : workshop.isPaused() ? "paused" : workshop.isOpen() ? "open" : "planned";
        String severity = switch (state) {
            case "open" -> "success";
            case "paused" -> "warning";
            default -> "info";
        };
        return new Row(workshop.id().toString(), language.number(workshop.number()), words.title(workshop), words.region(workshop),
                words.day(workshop.plan().heldOn()), words.languages(workshop), state, texts.get("workshop.state." + state), severity);
    }

    public List<Row> getRows() {
        return rows;
    }
}
