package org.dalil.learning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dalil.course.Gates;
import org.dalil.course.Sheets;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Form;
import org.dalil.course.entity.Module;
import org.dalil.course.entity.OpenParts;
import org.dalil.course.entity.Part;
import org.dalil.learning.Journeys;
import org.dalil.learning.entity.Journey;
import org.dalil.learning.entity.ModuleProgress;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.VisitCookie;

/** {@code learn/course.xhtml}: the way through a course, and the one button that goes on. Opened, and kept, by {@link BeforeCourse}. */
@Named("coursePage")
@RequestScoped
public class CoursePage {

    @Inject CourseAddress address;
    @Inject Journeys journeys;
    @Inject Sheets sheets;
    @Inject Gates gates;
    @Inject CurrentLanguage language;
    @Inject CurrentPage page;
    @Inject PageTexts texts;

    private Optional<Journey> journey = Optional.empty();
    private OpenParts parts = OpenParts.ALL;

    public void open() {
        Course course = address.course();
        journey = VisitCookie.read(page.request()).flatMap(cookie -> journeys.of(cookie, course.id()));
        parts = journey.map(j -> gates.ofCard(j.cardId(), course.id())).orElse(OpenParts.ALL);
    }

    /** All that the page depends on, while no module was begun; nothing afterwards. */
    Optional<String> keptAs() {
        if (journey.map(j -> !j.modules().isEmpty()).orElse(false)) {
            return Optional.empty();
        }
        String stands = journey.map(j -> j.before() + "/" + j.after() + "/" + j.open() + "/" + j.earned()).orElse("");
        String gates = parts.gates().entrySet().stream().map(g -> g.getKey().value() + "=" + g.getValue()).sorted().collect(Collectors.joining(","));
        return Optional.of(String.join("/", address.version().id().toString(), language.getTag(), stands, gates,
                String.valueOf(getSheets().hashCode())));
    }

    public boolean isVisiting() {
        return journey.isPresent();
    }

    public String getTitle() {
        return address.words().title();
    }

    public String getSummary() {
        return address.words().summary();
    }

    public String getAudience() {
        return address.course().audience().slug();
    }

    /** Whether these words were reviewed; drafts are marked. */
    public boolean isDraft() {
        return !address.words().state().reviewed();
    }

    /** One module on the way. @param state {@code done}, {@code now} or empty */
    public record Row(String url, String number, String title, String about, int minutes, String state, String progress,
                      List<Boolean> dots) { }

    public List<Row> getRows() {
        Module next = journey.map(j -> j.next(address.course(), parts).module()).orElse(null);
        List<Row> rows = new ArrayList<>();
        for (Module module : address.course().modules()) {
            ModuleProgress progress = journey.map(j -> j.of(module)).orElse(ModuleProgress.none(module.number()));
            Course.ModuleWords words = address.words().modules().get(module.name());
            rows.add(new Row(url(module, progress), language.number(module.number()), words.title(), words.about(),
                    module.minutes(), progress.isComplete() ? "done" : module.equals(next) ? "now" : "",
                    progressText(module, progress), dots(module, progress)));
        }
        return rows;
    }

    /** Where a module goes on: the card it was left at, or its beginning. */
    private String url(Module module, ModuleProgress progress) {
        if (progress.readToEnd() && !progress.played()) {
            return address.url() + "/" + module.number() + "/chat";
        }
        return progress.isStarted() && !progress.isComplete() && progress.lastCard() > 0
                ? address.url() + "/" + module.number() + "/" + Math.min(progress.lastCard() + 1, module.cards())
                : address.url(module);
    }

    private String progressText(Module module, ModuleProgress progress) {
        if (journey.isEmpty()) {
            return "";
        }
        return progress.isComplete() ? texts.get("learning.module.done")
                : !parts.isOpen(Part.module(module.number())) ? texts.get("learning.module.later")
                : progress.isStarted() ? texts.of("learning.module.part", progress.count(), module.cards())
                : texts.get("learning.module.new");
    }

    private List<Boolean> dots(Module module, ModuleProgress progress) {
        List<Boolean> dots = new ArrayList<>();
        if (journey.isPresent() && progress.isStarted()) {
            for (int card = 1; card <= module.cards(); card++) {
                dots.add(progress.hasSeen(card));
            }
        }
        return dots;
    }

    /** What belongs to this course on paper. */
    public List<SheetsPage.Row> getSheets() {
        String tag = language.getTag();
        return sheets.of(address.course(), tag).stream().map(s -> SheetsPage.Row.of(s, tag)).toList();
    }

    /** The number of questions before and after. */
    public int getQuestions() {
        return address.course().quiz().of(Form.A).size();
    }

    public boolean isBeforeDone() {
        return journey.map(Journey::before).orElse(false);
    }

    public boolean isAfterDone() {
        return journey.map(Journey::after).orElse(false);
    }

    public boolean isEarned() {
        return journey.map(Journey::earned).orElse(false);
    }

    private Journey.Step next() {
        return journey.map(j -> j.next(address.course(), parts)).orElse(null);
    }

    /** Whether a trainer opens the parts of this course for the card: then the page's script asks now and then. */
    public boolean isGuided() {
        return parts.isGuided();
    }

    /** Whether there is nothing to do until the trainer opens the next part. */
    public boolean isWaiting() {
        return next() != null && next().kind() == Journey.Step.Kind.WAIT;
    }

    /** The parts that are open, as the page's script compares them; never empty, or Faces would leave the attribute out. */
    public String getOpenParts() {
        return "~" + parts.gates().entrySet().stream().filter(Map.Entry::getValue).map(e -> e.getKey().value()).sorted()
                .collect(Collectors.joining(","));
    }

    /** The words of the main button. */
    public String getNextText() {
        Journey.Step step = next();
        if (step == null) {
            return texts.get("learning.course.begin");
        }
        return switch (step.kind()) {
            case BEFORE -> texts.get("learning.course.before");
            case AFTER -> texts.get("learning.course.after");
            case LESSON, CHAT -> texts.of("learning.course.go", address.words().modules().get(step.module().name()).title());
            case DONE -> texts.get("learning.course.again");
            case WAIT -> texts.get("learning.course.wait");
        };
    }

    public String getNextUrl() {
        Journey.Step step = next();
        if (step == null) {
            return address.url() + "/card";
        }
        return switch (step.kind()) {
            case BEFORE -> address.url() + "/before";
            case AFTER -> address.url() + "/after";
            case LESSON -> url(step.module(), journey.orElseThrow().of(step.module()));
            case CHAT -> address.url() + "/" + step.module().number() + "/chat";
            case DONE -> address.url(address.course().modules().get(0));
            case WAIT -> address.url();
        };
    }

    public boolean isDone() {
        return next() != null && next().kind() == Journey.Step.Kind.DONE;
    }

    public String getUrl() {
        return address.url();
    }

    public String getFirstUrl() {
        return address.url(address.course().modules().get(0));
    }
}
