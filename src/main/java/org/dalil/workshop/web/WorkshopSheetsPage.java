package org.dalil.workshop.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dalil.assessment.entity.Occasion;
import org.dalil.course.entity.Course;
import org.dalil.platform.entity.Language;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.Attachment;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.Problems;
import org.dalil.platform.web.SentForm;
import org.dalil.workshop.Rooms;
import org.dalil.workshop.TestSheets;
import org.dalil.workshop.entity.RoomView;
import org.dalil.workshop.entity.WorkshopId;

/** {@code staff/workshop/sheets.xhtml}: questions on paper, from the printer to the ways in which they come back. */
@Named
@ViewScoped
public class WorkshopSheetsPage implements Serializable {

    /** Neutral: the file may be seen in a list of downloads. */
    private static final String FILE = "sheets.pdf";

    @Inject TestSheets sheets;
    @Inject Rooms rooms;
    @Inject WorkshopWords words;
    @Inject SheetWords sheetWords;
    @Inject WorkshopAddress address;
    @Inject CurrentLanguage language;
    @Inject SentForm form;
    @Inject Problems problems;

    private WorkshopId id;
    private String occasion = Occasion.PRE.name();
    private String tag;
    private String numbers = "";
    private transient RoomView view;

    /** Before the page is made. */
    public void open() {
        if (id == null) {
            id = address.orList().orElse(null);
        }
        if (id != null) {
            view = rooms.view(id);
            if (tag == null) {
                tag = view.workshop().plan().languages().get(0);
            }
        }
    }

    /** Sends the PDF. */
    public void print() {
        try {
            send(sheets.print(id, Occasion.valueOf(occasion), new Language(tag), TypedNumbers.cards(numbers)));
        } catch (Refused e) {
            problems.add("numbers", e);
        }
    }

    private static void send(byte[] pdf) {
        Attachment.send("application/pdf", FILE, out -> out.write(pdf));
    }

    /** A module was taught in the room, or was not after all. */
    public void teach(int module, boolean taught) {
        rooms.teach(form.get(), id, module, taught);
    }

    /** A module of the workshop. */
    public record Taught(int number, String title, boolean taught) { }

    public List<Taught> getModules() {
        Course course = words.course(view.workshop().plan().courseId()).orElse(null);
        return course == null ? List.of() : course.modules().stream().filter(m -> view.workshop().plan().modules().contains(m.number()))
                .map(m -> new Taught(m.number(), words.words(course).modules().get(m.name()).title(), view.taught().contains(m.number())))
                .toList();
    }

    /** Before and after, by their names. */
    public Map<String, String> getOccasions() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Occasion each : Occasion.values()) {
            choices.put(sheetWords.occasion(each), each.name());
        }
        return choices;
    }

    /** The workshop's languages, each by its own name. */
    public Map<String, String> getTags() {
        Map<String, String> choices = new LinkedHashMap<>();
        view.workshop().plan().languages().forEach(t -> choices.put(new Language(t).ownName(), t));
        return choices;
    }

    public String getName() {
        return words.name(view.workshop());
    }

    public boolean isReady() {
        return view != null;
    }

    /** Without a number there is nobody to print for. */
    public boolean isUnseated() {
        return view.places().isEmpty();
    }

    public WorkshopId getId() {
        return id;
    }

    public String getOccasion() {
        return occasion;
    }

    public void setOccasion(String occasion) {
        this.occasion = Occasion.POST.name().equals(occasion) ? occasion : Occasion.PRE.name();
    }

    public String getTag() {
        return tag;
    }

    public void setTag(String tag) {
        this.tag = tag;
    }

    public String getNumbers() {
        return numbers;
    }

    public void setNumbers(String numbers) {
        this.numbers = numbers == null ? "" : numbers;
    }
}
