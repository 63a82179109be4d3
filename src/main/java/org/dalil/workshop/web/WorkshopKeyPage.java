package org.dalil.workshop.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalil.assessment.entity.Occasion;
import org.dalil.assessment.entity.Response;
import org.dalil.assessment.entity.Taken;
import org.dalil.platform.entity.Language;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.Problems;
import org.dalil.workshop.SheetIntake;
import org.dalil.workshop.Workshops;
import org.dalil.workshop.entity.FoundSheet;
import org.dalil.workshop.entity.SheetLayout.Block;
import org.dalil.workshop.entity.WorkshopId;
import org.dalil.workshop.entity.WorkshopRow;

/**
 * {@code staff/workshop/key.xhtml}: a filled sheet is keyed in twice, the second time blind. What differs is looked up on the paper. Until
 * then nothing of it is kept anywhere but in this page: a sheet that was left half keyed in is still on paper.
 */
@Named
@ViewScoped
public class WorkshopKeyPage implements Serializable {

    /** How far this sheet is. */
    public enum Step { CHOOSE, FIRST, SECOND, DIFFER, KEPT }

    @Inject Workshops workshops;
    @Inject SheetIntake intake;
    @Inject WorkshopWords words;
    @Inject SheetWords sheetWords;
    @Inject WorkshopAddress address;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;
    @Inject Problems problems;

    private WorkshopId id;
    private Step step = Step.CHOOSE;
    private String occasion = Occasion.PRE.name();
    private String number = "";
    private String check = "";
    private String done = "";
    private FoundSheet found;
    private List<Asked> asked = List.of();
    private transient WorkshopRow workshop;

    /** A question whose marks are typed. */
    public static final class Asked implements Serializable {
        private final Block block;
        private final int place;
        private String typed = "";
        private String before = "";
        private String after = "";

        Asked(Block block, int place) {
            this.block = block;
            this.place = place;
        }

        /** Not kept by browsers, not offered again: what is typed now. */
        public String getTyped() {
            return typed;
        }

        public void setTyped(String typed) {
            this.typed = typed == null ? "" : typed;
        }
    }

    /** Before the page is made. */
    public void open() {
        if (id == null) {
            id = address.orList().orElse(null);
        }
        if (id != null) {
            workshop = workshops.own(id);
        }
    }

    /** Looks for the sheet in hand. */
    public void find() {
        done = "";
        try {
            int card = TypedNumbers.card(number);
            intake.kept(id, card, Occasion.valueOf(occasion));
            found = intake.find(id, card, Occasion.valueOf(occasion), check);
            List<Asked> all = new ArrayList<>();
            found.blocks().forEach(b -> all.add(new Asked(b, all.size() + 1)));
            asked = all;
            step = Step.FIRST;
        } catch (Refused e) {
            problems.add(e.key().equals("workshop.key.noSheet") ? "check" : "number", e);
        }
    }

    /** The first or the second time is done, or what differed was looked up. */
    public void next() {
        if (!isReadable()) {
            return;
        }
        if (step == Step.FIRST) {
            asked.forEach(a -> a.before = a.typed);
            asked.forEach(a -> a.typed = "");
            step = Step.SECOND;
            return;
        }
        if (step == Step.SECOND) {
            asked.forEach(a -> a.after = a.typed);
        }
        asked.stream().filter(this::isOpen).forEach(a -> a.typed = "");
        step = asked.stream().anyMatch(this::isOpen) ? Step.DIFFER : step;
        if (step != Step.DIFFER) {
            take();
        }
    }

    /** What was looked up on the paper counts. */
    public void settle() {
        if (isReadable() && isEveryFilled()) {
            asked.stream().filter(this::isOpen).forEach(a -> {
                a.before = a.typed;
                a.after = a.typed;
            });
            take();
        }
    }

    private boolean isReadable() {
        boolean readable = true;
        for (Asked each : asked) {
            try {
                read(each, each.typed);
            } catch (Refused e) {
                problems.add(field(each), e);
                readable = false;
            }
        }
        return readable;
    }

    private boolean isEveryFilled() {
        boolean filled = true;
        for (Asked each : asked) {
            if (isOpen(each) && each.typed.isBlank()) {
                problems.add(field(each), "workshop.key.look");
                filled = false;
            }
        }
        return filled;
    }

    /** Without anything typed, nothing is marked. */
    private Response read(Asked each, String typed) {
        return sheetWords.read(sheetLanguage(), each.block, typed).orElse(Response.SKIPPED);
    }

    /** Whether both times said something else. */
    private boolean isOpen(Asked each) {
        return !read(each, each.before).equals(read(each, each.after));
    }

    private Map<String, Response> answers() {
        Map<String, Response> answers = new LinkedHashMap<>();
        asked.forEach(a -> answers.put(a.block.item(), read(a, a.after)));
        return answers;
    }

    private void take() {
        try {
            Taken taken = intake.takeIn(id, found.sheet(), answers());
            if (taken == Taken.DIFFERENT) {
                step = Step.KEPT;
            } else {
                finish(taken == Taken.IN ? "workshop.key.in" : "workshop.key.same");
            }
        } catch (Refused e) {
            problems.add("", e);
        }
    }

    /** What was taken in before is replaced by this. */
    public void replace() {
        try {
            intake.correct(id, found.sheet(), answers());
            finish("workshop.key.replaced");
        } catch (Refused e) {
            problems.add("", e);
        }
    }

    /** What was taken in before stays. */
    public void keep() {
        finish("workshop.key.stays");
    }

    /** The sheet is put aside. */
    public void startAgain() {
        step = Step.CHOOSE;
        found = null;
        asked = List.of();
    }

    private void finish(String key) {
        done = texts.of(key, found.sheet().card(), sheetWords.occasion(found.sheet().occasion()));
        number = "";
        check = "";
        startAgain();
    }

    /** A line of the page. @param now what was taken in before, or the first time; {@code then} what this sheet says, or the second */
    public record Line(String place, String question, String hint, boolean open, String now, String then, String problem) { }

    public List<Asked> getMarks() {
        return asked;
    }

    /** What stands beside the field of a question. */
    public Line line(Asked each) {
        return new Line(language.number(each.place), sheetWords.question(found.versionId(), each.block.item(), sheetLanguage()),
                sheetWords.hint(each.block), step != Step.DIFFER || isOpen(each), written(each, read(each, each.before)),
                written(each, read(each, each.after)), problems.of(field(each)));
    }

    private String field(Asked each) {
        return "marks:" + asked.indexOf(each) + ":typed";
    }

    /** The questions at which the sheet taken in before says something else. */
    public List<Line> getKept() {
        Map<String, Response> kept = intake.kept(id, found.sheet().card(), found.sheet().occasion()).orElse(Map.of());
        List<Line> lines = new ArrayList<>();
        for (Asked each : asked) {
            Optional<Response> before = Optional.ofNullable(kept.get(each.block.item()));
            if (!before.equals(Optional.of(read(each, each.after)))) {
                Line line = line(each);
                lines.add(new Line(line.place(), line.question(), "", true, before.map(r -> written(each, r)).orElse("–"), line.then(), ""));
            }
        }
        return lines;
    }

    private String written(Asked each, Response response) {
        return sheetWords.write(sheetLanguage(), each.block, response);
    }

    private Language sheetLanguage() {
        return found.sheet().language();
    }

    /** Which sheet, in one line. */
    public String getSheet() {
        return texts.of("workshop.key.sheet", language.number(found.sheet().card()), sheetWords.occasion(found.sheet().occasion()),
                sheetLanguage().ownName());
    }

    /** Before and after, by their names. */
    public Map<String, String> getOccasions() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Occasion each : Occasion.values()) {
            choices.put(sheetWords.occasion(each), each.name());
        }
        return choices;
    }

    public boolean isReady() {
        return workshop != null;
    }

    public boolean isChoosing() {
        return step == Step.CHOOSE;
    }

    public boolean isTyping() {
        return step == Step.FIRST || step == Step.SECOND || step == Step.DIFFER;
    }

    public boolean isDiffering() {
        return step == Step.DIFFER;
    }

    public boolean isKeeping() {
        return step == Step.KEPT;
    }

    /** What is to be done now, in a sentence. */
    public String getAbout() {
        return texts.get("workshop.key.about." + step.name().toLowerCase(java.util.Locale.ROOT));
    }

    public String getName() {
        return words.name(workshop);
    }

    public WorkshopId getId() {
        return id;
    }

    public String getDone() {
        return done;
    }

    public String getOccasion() {
        return occasion;
    }

    public void setOccasion(String occasion) {
        this.occasion = Occasion.POST.name().equals(occasion) ? occasion : Occasion.PRE.name();
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number == null ? "" : number;
    }

    public String getCheck() {
        return check;
    }

    public void setCheck(String check) {
        this.check = check == null ? "" : check;
    }
}
