package org.dalil.authoring.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dalil.authoring.control.LessonText.CardText;
import org.dalil.course.entity.Audience;
import org.dalil.course.entity.Form;
import org.dalil.course.entity.Module;
import org.dalil.course.entity.Quiz;

/** Rules on lessons and run sheets: length, structure, checks, links and sources. */
final class LessonRules {

    private static final int FEWEST_CARDS = 3;
    private static final int MOST_CARDS = 6;
    private static final int MOST_WORDS = 120;

    private final CourseRead read;
    private final LinkRules linkRules;
    private final Findings findings;

    LessonRules(CourseRead read, References references, Findings findings) {
        this.read = read;
        this.linkRules = new LinkRules(references, findings);
        this.findings = findings;
    }

    void check() {
        for (Module module : read.course().modules()) {
            Map<String, LessonText> lessons = read.lessons().get(module.name());
            Optional<LessonText> source = Optional.ofNullable(lessons.get(read.course().sourceLanguage()));
            source.ifPresent(s -> checkLesson(s, module));
            lessons.values().stream().filter(l -> source.isEmpty() || l != source.get()).forEach(l -> checkLesson(l, module));
            // Where a mark of the source is broken, its translations would all be blamed for what is right in them.
            source.filter(s -> !findings.refuses(s.file())).ifPresent(s -> lessons.values().stream().filter(l -> l != s)
                    .forEach(l -> SameStructure.check(l, s, "card", findings)));
            read.runSheets().get(module.name()).forEach((language, sheet) ->
                    checkRunSheet(read.file(module, "facilitator." + language + ".md"), sheet.links()));
        }
    }

    private void checkRunSheet(String file, List<Link> links) {
        links.forEach(l -> linkRules.check(file, l));
        linkRules.checkGrades(file, "", LinkRules.cited(links));
    }

    private void checkLesson(LessonText lesson, Module module) {
        int cards = lesson.cards().size();
        if (cards < FEWEST_CARDS || cards > MOST_CARDS) {
            findings.refuse(lesson.file(), "", "there are " + cards + " cards; a lesson has 3 to 6");
        }
        if (cards > 0 && lesson.cards().get(cards - 1).structure().contains("note")) {
            findings.refuse(lesson.file(), "card " + cards, "::: note speaks about the next card, but this is the last; move or remove it");
        }
        for (CardText card : lesson.cards()) {
            checkLength(lesson, card);
            card.structure().stream().filter(s -> s.startsWith("check ")).map(s -> s.substring("check ".length()))
                    .forEach(id -> checkCheck(lesson, card, id, module));
            card.links().forEach(l -> linkRules.check(lesson.file(), l));
            checkSources(lesson, card);
        }
    }

    private void checkLength(LessonText lesson, CardText card) {
        int words = card.passages().stream().skip(1).mapToInt(p -> Sentence.words(p.text())).sum();
        if (words > MOST_WORDS) {
            findings.refuse(lesson.file(), card(card), "it has " + words + " words; a card has at most 120, so divide or shorten it");
        }
        int most = Sentence.mostWords(lesson.language());
        for (Passage passage : card.passages()) {
            Sentence.of(passage.text()).stream().filter(s -> Sentence.words(s) > most).forEach(s ->
                    findings.refuse(lesson.file(), passage.item(), "the sentence \"" + beginning(s) + " …\" has " + Sentence.words(s)
                            + " words; at most " + most + " are read with ease, so divide it"));
        }
    }

    private static String beginning(String sentence) {
        String[] words = sentence.split("\\s+", 5);
        return String.join(" ", List.of(words).subList(0, Math.min(4, words.length)));
    }

    private static String card(CardText card) {
        return "card " + card.number();
    }

    private void checkCheck(LessonText lesson, CardText card, String id, Module module) {
        Quiz quiz = read.course().quiz();
        if (quiz == null) {
            return;
        }
        Optional<Quiz.Item> item = quiz.item(id);
        if (item.isEmpty()) {
            findings.refuse(lesson.file(), card(card), "there is no item " + id + " in quiz.yaml for ::: check");
        } else if (item.get().form() != Form.CHECK) {
            findings.refuse(lesson.file(), card(card), "the item " + id + " is scored; ::: check takes items with form: check only");
        } else if (item.get().module() != module.number()) {
            findings.refuse(lesson.file(), card(card), "the item " + id + " belongs to module " + item.get().module());
        }
    }

    private void checkSources(LessonText lesson, CardText card) {
        Set<String> cited = LinkRules.cited(card.links());
        linkRules.checkGrades(lesson.file(), card(card), cited);
        if (cited.isEmpty() && card.passages().stream().anyMatch(p -> Claims.givesFigure(p.text()))) {
            findings.warn(lesson.file(), card(card), "it gives a figure without a source; add a link source:id or take the figure out");
        }
        if (card.passages().stream().noneMatch(p -> Claims.namesProvision(p.text()))) {
            return;
        }
        if (read.course().audience() != Audience.RESPONDERS) {
            findings.refuse(lesson.file(), card(card), "it names a legal provision; only responders' courses may");
        } else if (cited.isEmpty()) {
            findings.refuse(lesson.file(), card(card), "it names a legal provision without a source; add a link source:id");
        }
    }
}
