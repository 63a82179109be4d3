package org.dalil.authoring.control;

import java.util.Map;
import org.dalil.course.entity.Glossary;
import org.dalil.course.entity.Module;
import org.dalil.help.entity.HelpRegion;

/**
 * What should be said in one or two sentences. That three short ones can be better shows in the best of our chats, and one
 * more is no reason to refuse a course: so these warn, and most of them from the fourth on.
 */
final class BrevityRules {

    private static final int SHORT = 3;

    private final Findings findings;

    BrevityRules(Findings findings) {
        this.findings = findings;
    }

    void check(CourseRead read) {
        read.course().words().forEach((language, w) -> {
            String file = read.words("course", language);
            atMost(2, file, "", "summary", w.summary());
            w.modules().forEach((name, m) -> atMost(1, file, "module " + name, "about", m.about()));
        });
        for (Module module : read.course().modules()) {
            if (module.scenario() != null) {
                module.scenario().words().forEach((language, w) -> w.choices().forEach((id, said) ->
                        atMost(SHORT, read.file(module, "scenario." + language + ".yaml"), "choice " + id, "then", said.then())));
            }
        }
    }

    void check(SheetRead read) {
        read.sheet().words().forEach((language, w) -> atMost(1, read.file(language), "", "about", w.about()));
    }

    void check(Glossary glossary) {
        for (Map.Entry<String, Glossary.Words> words : glossary.words().entrySet()) {
            words.getValue().terms().forEach((id, w) ->
                    atMost(SHORT, "glossary/terms." + words.getKey() + ".yaml", "term " + id, "text", w.text()));
        }
    }

    void check(HelpRegion region) {
        region.channels().forEach(c -> c.words().forEach((language, w) ->
                atMost(SHORT, "help/" + region.id() + "." + language + ".yaml", "channel " + c.id(), "what", w.what())));
    }

    private void atMost(int most, String file, String item, String field, String text) {
        int sentences = Sentence.of(text).size();
        if (sentences > most) {
            findings.warn(file, item, field + " has " + sentences + " sentences; " + (most == 1 ? "one is enough" : "one or two are enough"));
        }
    }
}
