package org.dalil.workshop.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Module;
import org.dalil.course.entity.Part;
import org.dalil.course.entity.RunSheet;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.SentForm;
import org.dalil.workshop.Rooms;
import org.dalil.workshop.entity.RoomView;
import org.dalil.workshop.entity.RoomView.Gate;
import org.dalil.workshop.entity.WorkshopId;
import org.dalil.workshop.web.RoomNews.Tile;
import org.primefaces.PrimeFaces;

/**
 * {@code staff/workshop/room.xhtml}: the trainer's console. It holds nothing but which workshop it is about, so that a reload, another
 * device or a second trainer sees the same room; it asks every two seconds whether something changed ({@link WorkshopNowServlet}) and looks
 * then. Only what changed is drawn anew: a button that is taken away under a finger takes the press with it, and a page read aloud begins
 * again.
 */
@Named
@ViewScoped
public class WorkshopRoomPage implements Serializable {

    /** Everything that there is to press. */
    private static final String ALL = "form";

    /** What a test takes, for the times of the run sheet. */
    private static final int TEST_MINUTES = 10;

    @Inject Rooms rooms;
    @Inject WorkshopWords words;
    @Inject RoomNews news;
    @Inject WorkshopAddress address;
    @Inject SentForm form;
    @Inject CurrentLanguage language;
    @Inject PageTexts texts;

    private WorkshopId id;
    private String done;
    private transient RoomView view;
    private transient Course course;
    private transient boolean looked;
    /** Whether only parts of the page are drawn now. */
    private transient boolean partly;
    private transient List<Tile> tiles;
    private transient List<TestCard> tests;
    private transient List<Step> steps;
    /** What each part of the page showed when it was drawn last, by the part's id. */
    private Map<String, Integer> drawn = Map.of();

    /** Before the page is made, and each time it looks again. */
    public void open() {
        if (id == null) {
            id = address.orList().orElse(null);
        }
        if (id != null && !looked) {
            look();
            drawn = parts();
            partly = false;
        }
        looked = false;
    }

    /**
     * Looks at the room without drawing the page: only the parts that no longer show how it is. What is told of people while the page is
     * open ({@link RoomNews}) is told to it afterwards.
     */
    public void lookAgain() {
        look();
        looked = true;
        Map<String, Integer> now = parts();
        partly = now.get(ALL).equals(drawn.get(ALL));
        if (partly) {
            PrimeFaces.current().ajax().update("mark");
            now.forEach((part, shown) -> {
                if (!shown.equals(drawn.get(part))) {
                    PrimeFaces.current().ajax().update(part);
                }
            });
        } else {
            // Another trainer opened or closed the room: there are other buttons everywhere, and what was done last is old.
            done = null;
            PrimeFaces.current().ajax().update(ALL);
        }
        drawn = now;
    }

    /** What a look draws, by what it depends on. */
    private Map<String, Integer> parts() {
        Map<String, Integer> parts = new LinkedHashMap<>();
        parts.put(ALL, List.of(isOpen(), isClosed()).hashCode());
        parts.put("who", Boolean.hashCode(isUnseated()));
        parts.put("run", List.of(steps, isOpen()).hashCode());
        parts.put("door", List.of(isOpen(), isPaused(), isClosed(), getCode()).hashCode());
        parts.put("ticks", List.of(tiles.size(), tiles.stream().filter(Tile::ticked).map(Tile::number).toList()).hashCode());
        for (int i = 0; i < tests.size(); i++) {
            parts.put("tests:" + i + ":state", tests.get(i).since().hashCode());
            parts.put("tests:" + i + ":acts", List.of(isOpen(), tests.get(i).open()).hashCode());
        }
        return parts;
    }

    private void look() {
        view = rooms.view(id);
        course = words.course(view.workshop().plan().courseId()).orElse(null);
        // Once for each look: the page asks for them again and again while it is made.
        tiles = news.tiles(view);
        tests = List.of(test(Part.BEFORE), test(Part.AFTER));
        steps = steps();
    }

    /** What was done last is said until something else is. */
    private void say(String key, Object argument) {
        done = texts.of(key, argument);
    }

    public void openRoom() {
        rooms.open(form.get(), id);
        done = null;
    }

    public void pause() {
        rooms.pause(form.get(), id);
        done = null;
    }

    public void goOn() {
        rooms.goOn(form.get(), id);
        done = null;
    }

    /** Lets the room into a part. */
    public void letIn(String part) {
        rooms.letIn(form.get(), id, new Part(part));
        done = null;
    }

    /** Shuts a part; a test ends for those who are in it. */
    public void shut(String part) {
        int early = rooms.shut(form.get(), id, new Part(part));
        if (early > 0) {
            say("workshop.room.closedEarly", early);
        } else {
            done = null;
        }
    }

    /** Notes or takes back that somebody is there. */
    public void tick(int number, boolean present) {
        rooms.tick(form.get(), id, number, present);
        done = null;
    }

    public void closeOut() {
        int early = rooms.closeOut(form.get(), id);
        say("workshop.room.closedOut", early);
    }

    /** Every number, in order. */
    public List<Tile> getTiles() {
        return tiles;
    }

    /** One sentence over the numbers. */
    public String getSummary() {
        return news.summary(view);
    }

    /** A test on the console. @param part {@code PRE} or {@code POST} */
    public record TestCard(String part, String title, boolean open, String since, int percent, String progress) { }

    public List<TestCard> getTests() {
        return tests;
    }

    private TestCard test(Part part) {
        Gate gate = view.gates().get(part);
        boolean open = gate != null && gate.open();
        String since = open ? texts.of("workshop.test.since", words.time(gate.movedAt())) : texts.get("workshop.test.shut");
        return new TestCard(part.value(), texts.get(part.equals(Part.BEFORE) ? "workshop.test.before" : "workshop.test.after"), open, since,
                news.percent(view, part), news.progress(view, part));
    }

    /** A step of the run sheet. @param style {@code ok}, {@code on} or empty */
    public record Step(String part, String time, String title, String minutes, String style, boolean module, boolean open, boolean taught) { }

    /** The meeting in steps: the test before, the modules, the test after, with the hours they would have if all goes as planned. */
    public List<Step> getSteps() {
        return steps;
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        Instant at = view.workshop().openedAt() == null ? null : view.workshop().openedAt();
        at = add(steps, at, Part.BEFORE, texts.get("workshop.test.before"), TEST_MINUTES, view.doneBefore() > 0);
        for (Module module : modules()) {
            boolean taught = view.taught().contains(module.number());
            at = add(steps, at, Part.module(module.number()), words.words(course).modules().get(module.name()).title(), minutes(module), taught);
        }
        add(steps, at, Part.AFTER, texts.get("workshop.test.after"), TEST_MINUTES, view.doneAfter() > 0);
        return steps;
    }

    private Instant add(List<Step> steps, Instant at, Part part, String title, int minutes, boolean was) {
        boolean open = view.isOpen(part);
        boolean module = !part.equals(Part.BEFORE) && !part.equals(Part.AFTER);
        steps.add(new Step(part.value(), at == null ? "" : words.time(at), title, texts.of("learning.minutes", minutes),
                open ? "on" : was ? "ok" : "", module, open, module && view.taught().contains(Integer.parseInt(part.value()))));
        return at == null ? null : at.plus(Duration.ofMinutes(minutes));
    }

    private List<Module> modules() {
        return course == null ? List.of()
                : course.modules().stream().filter(m -> view.workshop().plan().modules().contains(m.number())).toList();
    }

    private int minutes(Module module) {
        RunSheet sheet = sheet(module);
        return sheet == null ? module.minutes() : sheet.minutes();
    }

    private RunSheet sheet(Module module) {
        String own = view.workshop().plan().languages().contains(language.getTag()) || !module.runSheets().containsKey(language.getTag())
                ? view.workshop().plan().languages().get(0) : language.getTag();
        RunSheet mine = module.runSheets().get(language.getTag());
        return mine != null ? mine : module.runSheets().getOrDefault(own, module.runSheets().get(course.sourceLanguage()));
    }

    /** A module's run sheet, to read while it is taught. */
    public record Sheet(String title, String html, String language) { }

    public List<Sheet> getSheets() {
        return modules().stream().filter(m -> sheet(m) != null).map(m -> new Sheet(language.number(m.number()) + ". "
                + words.words(course).modules().get(m.name()).title(), sheet(m).html(),
                m.runSheets().containsKey(language.getTag()) ? language.getTag() : course.sourceLanguage())).toList();
    }

    public String getName() {
        return words.name(view.workshop());
    }

    public String getTitle() {
        return words.title(view.workshop());
    }

    /** The code on the wall; empty when nobody can join. */
    public String getCode() {
        return view.workshop().joinCode(view.at()).map(org.dalil.workshop.entity.JoinCode::printed).orElse("");
    }

    public String getUntil() {
        return texts.of("workshop.room.until", words.time(view.workshop().joinUntil()));
    }

    /** How many are in, of how many numbers. */
    public String getIn() {
        return news.in(view);
    }

    public String getOf() {
        return news.of(view);
    }

    public boolean isReady() {
        return view != null;
    }

    public boolean isOpen() {
        return view.workshop().isOpen();
    }

    public boolean isPaused() {
        return view.workshop().isPaused();
    }

    public boolean isClosed() {
        return view.workshop().isClosed();
    }

    public boolean isUnseated() {
        return view.places().isEmpty();
    }

    public WorkshopId getId() {
        return id;
    }

    public String getDone() {
        return done;
    }

    /** Where to ask whether the room is still as it is shown. */
    public String getNow() {
        return partly ? news.addressOfRest(id, view) : news.address(id, view);
    }

    /** What goes on now, and when this was read. */
    public String getAt() {
        return news.at(view);
    }
}
