package org.dalil.authoring.control;

import java.util.ArrayList;
import java.util.List;
import org.dalil.course.entity.Glossary;
import org.dalil.help.entity.HelpRegion;

/** Everything that somebody will read in the glossary and the help directory. */
final class DirectoryPassages {

    private DirectoryPassages() { }

    static List<Passage> of(References references) {
        List<Passage> all = new ArrayList<>();
        references.glossary().ifPresent(g -> glossary(g, all));
        references.help().forEach(r -> region(r, all));
        return all;
    }

    private static void glossary(Glossary glossary, List<Passage> all) {
        glossary.words().forEach((language, words) -> words.terms().forEach((id, w) -> {
            String file = "glossary/terms." + language + ".yaml";
            all.add(new Passage(file, "term " + id, language, w.term()));
            all.add(new Passage(file, "term " + id, language, w.text()));
        }));
    }

    private static void region(HelpRegion region, List<Passage> all) {
        region.words().forEach((language, w) -> all.add(new Passage(file(region, language), "title", language, w.title())));
        region.channels().forEach(c -> c.words().forEach((language, w) -> {
            String item = "channel " + c.id();
            all.add(new Passage(file(region, language), item, language, w.name()));
            all.add(new Passage(file(region, language), item, language, w.what()));
            w.expect().forEach(e -> all.add(new Passage(file(region, language), item, language, e)));
        }));
    }

    private static String file(HelpRegion region, String language) {
        return "help/" + region.id() + "." + language + ".yaml";
    }
}
