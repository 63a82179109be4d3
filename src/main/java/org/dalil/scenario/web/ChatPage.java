package org.dalil.scenario.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dalil.course.Courses;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseVersion;
import org.dalil.course.entity.Module;
import org.dalil.course.entity.Scenario;
import org.dalil.platform.entity.Refused;
import org.dalil.platform.web.Address;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.VisitCookie;
import org.dalil.scenario.Scenarios;
import org.dalil.scenario.entity.Run;
import org.dalil.scenario.entity.SavedRun;

/**
 * {@code learn/chat.xhtml}: a chat that plays out. With a card each choice is kept and the page can be left at any time; for
 * a visitor the choices travel in the form and are gone with the page.
 */
@Named("chatPage")
@RequestScoped
public class ChatPage {

    @Inject Address address;
    @Inject Courses courses;
    @Inject Scenarios scenarios;
    @Inject CurrentLanguage language;
    @Inject CurrentPage page;

    private CourseVersion version;
    private Module module;
    private Run run;
    private Optional<SavedRun> saved = Optional.empty();

    /** Takes a choice, skips, starts again or pauses; otherwise shows where the chat stands. */
    public void open() throws IOException {
        version = address.get("course").flatMap(slug -> courses.find(slug, language.getTag())).orElseThrow(page::notFound);
        module = address.number("module").flatMap(n -> version.course().module(n)).orElseThrow(page::notFound);
        Optional<String> cookie = VisitCookie.read(page.request());
        UUID courseId = version.course().id();
        saved = cookie.flatMap(c -> scenarios.of(c, courseId, module.number()));
        List<String> before = saved.isPresent() ? ofThisVersion() : travelled();
        if (!page.isForm()) {
            run = replay(before);
            return;
        }
        if (saved.isEmpty() && page.field("at").isPresent()) {
            // It was a card's chat, and the visit was idle for too long: the card goes on where it was.
            page.leadTo("/card");
            return;
        }
        if (page.field("pause").isPresent() || page.field("skip").isPresent()) {
            if (page.field("skip").isPresent() && saved.isPresent()) {
                scenarios.skip(cookie.orElseThrow(), courseId, version.id(), module.number());
            }
            page.leadTo(page.field("skip").isPresent() ? nextPath() : coursePath());
            return;
        }
        if (saved.isPresent() && page.field("again").isEmpty() && !isFrom(before)) {
            page.leadTo(coursePath() + "/" + module.number() + "/chat#now");
            return;
        }
        run = page.field("again").isPresent() ? replay(List.of()) : page.field("c").map(replay(before)::with).orElse(replay(before));
        if (saved.isPresent()) {
            scenarios.keep(cookie.orElseThrow(), courseId, version.id(), module.number(), run);
            page.leadTo(coursePath() + "/" + module.number() + "/chat#now");
        }
    }

    /** A run of an earlier version of the chat can't go on in this one: its choices may be gone. It starts again. */
    private List<String> ofThisVersion() {
        return version.id().equals(saved.orElseThrow().versionId()) ? saved.get().choices() : List.of();
    }

    /** Whether the form was shown where the kept run stands now. A button that was pressed twice has been heard once already. */
    private boolean isFrom(List<String> kept) {
        return page.field("at").map(String.valueOf(kept.size())::equals).orElse(true);
    }

    /** A visitor's run so far; ids only, as many as a chat can have. */
    private List<String> travelled() {
        String path = page.field("path").orElse("");
        if (path.length() > 2000) {
            throw new Refused("scenario.choice.gone");
        }
        return path.isEmpty() || !page.isForm() ? List.of() : List.of(path.split(","));
    }

    private Run replay(List<String> choices) {
        return new Run(module.scenario(), choices);
    }

    private Scenario.Words words() {
        return module.scenario().words().get(language.getTag());
    }

    public String getTitle() {
        return words().title();
    }

    public String getBefore() {
        return words().before();
    }

    public boolean isDraft() {
        return !words().state().reviewed();
    }

    /** One line of the talk. @param kind {@code them}, {@code you}, {@code tell} (the narrator) or {@code fb} (feedback) */
    public record Line(String kind, String speaker, String text, boolean first, boolean safe, boolean last) { }

    /** Everything said so far. */
    public List<Line> getLines() {
        List<Line> lines = new ArrayList<>();
        String speaking = null;
        List<Run.Turn> turns = run.turns();
        for (Run.Turn turn : turns) {
            Scenario.Node node = module.scenario().nodes().get(turn.node());
            boolean last = turn.choice() == null;
            if (!node.ends()) {
                String speaker = words().speakers().getOrDefault(node.from(), "");
                lines.add(new Line(speaker.isEmpty() ? "tell" : "them", speaker, words().nodes().get(turn.line()),
                        !speaker.equals(speaking), false, last));
                speaking = speaker;
            }
            if (!last) {
                Scenario.Said said = words().choices().get(turn.choice());
                boolean safe = module.scenario().choices().get(turn.choice()).effect() == Scenario.Effect.SAFE;
                lines.add(new Line("you", "", said.say(), false, false, false));
                lines.add(new Line("fb", "", said.then(), false, safe, false));
            }
        }
        return lines;
    }

    /** What can be chosen now. */
    public record Choice(String id, String say) { }

    public List<Choice> getChoices() {
        return run.here().choices() == null ? List.of()
                : run.here().choices().stream().map(id -> new Choice(id, words().choices().get(id).say())).toList();
    }

    public boolean isEnded() {
        return run.hasEnded();
    }

    public String getEndTitle() {
        return words().ends().get(run.here().end()).title();
    }

    public String getEndText() {
        return words().ends().get(run.here().end()).text();
    }

    public boolean isBegun() {
        return !run.choices().isEmpty();
    }

    public boolean isVisiting() {
        return saved.isPresent();
    }

    /** How far the run has come. */
    public int getAt() {
        return run.choices().size();
    }

    public String getPath() {
        return String.join(",", run.choices());
    }

    public String getUrl() {
        return "/" + language.getTag() + coursePath() + "/" + module.number() + "/chat";
    }

    private String coursePath() {
        return "/c/" + version.course().slug();
    }

    public String getCourseUrl() {
        return "/" + language.getTag() + coursePath();
    }

    /** The next module, or the course where this is the last. */
    private String nextPath() {
        Course course = version.course();
        return course.module(module.number() + 1)
                .map(m -> coursePath() + "/" + m.number() + (m.note() ? "" : "/1")).orElse(coursePath());
    }

    public String getNextUrl() {
        return "/" + language.getTag() + nextPath();
    }

    public String getModuleTitle() {
        return version.course().words().get(language.getTag()).modules().get(module.name()).title();
    }
}
