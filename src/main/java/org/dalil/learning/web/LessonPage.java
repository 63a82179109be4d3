package org.dalil.learning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalil.course.entity.Block;
import org.dalil.course.entity.Lesson;
import org.dalil.course.entity.Module;
import org.dalil.course.entity.Quiz;
import org.dalil.learning.Journeys;
import org.dalil.platform.web.Address;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.PageTexts;
import org.dalil.platform.web.VisitCookie;

/**
 * {@code learn/lesson.xhtml}: one card of a lesson. It is rendered once per version and language and kept by {@link
 * BeforeLesson}; what differs per learner are the places named here, which are filled there.
 */
@Named("lessonPage")
@RequestScoped
public class LessonPage {

    /** The gap where the form's token goes. */
    static final String TOKEN = "token";

    /** The gap where a card's dot says whether it was seen. */
    private static final String DOT = "~~dot-%d~~";

    /** Set by the filter: whether this rendering is for those who hold a card. */
    static final String WITH_CARD = "dalil.lesson.withCard";

    @Inject LinkedText linked;
    @Inject CourseAddress course;
    @Inject Address address;
    @Inject Journeys journeys;
    @Inject CurrentLanguage language;
    @Inject CurrentPage page;
    @Inject PageTexts texts;

    private Module module;
    private Lesson lesson;
    private int card;

    /** Records what was seen on the form that moves on; otherwise prepares the card. */
    public void open() throws IOException {
        module = course.module();
        lesson = module.lessons().get(language.getTag());
        card = address.number("card").orElseThrow(page::notFound);
        if (card > lesson.cards().size()) {
            throw page.notFound();
        }
        if (page.isForm()) {
            page.leadTo(isRecorded() ? nextPath() : "/card");
        }
    }

    /**
     * Only pages of those who hold a card have a form. If their visit was idle for too long, they enter the card again: whoever reads on
     * believing that it is kept would find nothing of it later.
     */
    private boolean isRecorded() {
        return page.field(TOKEN).isEmpty() || VisitCookie.read(page.request())
                .map(cookie -> journeys.saw(cookie, course.version(), module, card)).orElse(false);
    }

    private String nextPath() {
        return course.path() + "/" + module.number() + "/" + (card < lesson.cards().size() ? card + 1 : "chat");
    }

    public boolean isWithCard() {
        return page.request().getAttribute(WITH_CARD) != null;
    }

    public String getToken() {
        return "~~" + TOKEN + "~~";
    }

    public String getModuleTitle() {
        return course.words().modules().get(module.name()).title();
    }

    public String getTitle() {
        return lesson.cards().get(card - 1).title();
    }

    /** One mark a card: the filter puts in which were seen. */
    public List<String> getDots() {
        return IntStream.rangeClosed(1, lesson.cards().size())
                .mapToObj(n -> n == card ? "c" : isWithCard() ? String.format(DOT, n) : n < card ? "f" : "").toList();
    }

    public String getNumber() {
        return texts.of("learning.lesson.number", card, lesson.cards().size());
    }

    public boolean isDraft() {
        return !lesson.state().reviewed();
    }

    /** A block as the page needs it: its kind, its HTML, its lines. */
    public record View(String kind, String html, List<String> lines, String id, Check check) { }

    /** A check's question. */
    public record Check(String stem, boolean many, List<CheckChoice> choices) { }

    /** A choice of a check with its feedback, shown when it is chosen. */
    public record CheckChoice(String id, String text, String then, boolean right) { }

    public List<View> getBlocks() {
        List<Block> blocks = lesson.cards().get(card - 1).blocks();
        return IntStream.range(0, blocks.size()).mapToObj(n -> view(blocks.get(n), n)).toList();
    }

    private View view(Block block, int n) {
        String id = "b" + n;
        if (block instanceof Block.Text text) {
            return new View("text", linked.of(text.html()), List.of(), id, null);
        } else if (block instanceof Block.Key key) {
            return new View("key", linked.of(key.html()), List.of(), id, null);
        } else if (block instanceof Block.Note note) {
            return new View("note", linked.of(note.html()), List.of(), id, null);
        } else if (block instanceof Block.Try steps) {
            return new View("try", "", lines(steps.steps()), id, null);
        } else if (block instanceof Block.Steps steps) {
            return new View("steps", texts.get("learning.app." + steps.app()), lines(steps.steps()), id, null);
        } else if (block instanceof Block.Print print) {
            return new View("print", "", lines(print.lines()), id, null);
        } else if (block instanceof Block.Check check) {
            return new View("check", "", List.of(), id, check(check.item()));
        }
        return new View("help", "", List.of(), id, null);
    }

    private List<String> lines(List<String> html) {
        return html.stream().map(linked::of).toList();
    }

    private Check check(String itemId) {
        Quiz quiz = course.course().quiz();
        Quiz.Item item = quiz.item(itemId).orElseThrow();
        Quiz.ItemWords words = quiz.words().get(language.getTag()).items().get(itemId);
        boolean many = item.kind() == Quiz.Kind.MULTIPLE || item.kind() == Quiz.Kind.SPOT;
        return new Check(words.stem(), many, item.choices().stream().map(c -> new CheckChoice(c, words.choices().get(c).text(),
                words.choices().get(c).then(), item.key().contains(c))).toList());
    }

    /** The card after the next one, for whoever skips what a note announces. */
    public String getSkipUrl() {
        int to = card + 2;
        return course.url() + "/" + module.number() + "/" + (to <= lesson.cards().size() ? to : "chat");
    }

    public boolean isLast() {
        return card == lesson.cards().size();
    }

    public String getNextUrl() {
        return "/" + language.getTag() + nextPath();
    }

    public String getUrl() {
        return course.url() + "/" + module.number() + "/" + card;
    }

    public String getBackUrl() {
        return card > 1 ? course.url() + "/" + module.number() + "/" + (card - 1) : course.url();
    }

    public boolean isFirst() {
        return card == 1;
    }

    public String getCourseUrl() {
        return course.url();
    }
}
