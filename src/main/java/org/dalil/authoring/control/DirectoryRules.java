package org.dalil.authoring.control;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dalil.course.entity.Glossary;
import org.dalil.help.entity.Channel;
import org.dalil.help.entity.HelpRegion;

/** Rules on the glossary, the help directory and the sources behind it. */
final class DirectoryRules {

    /** Who will know, whether a woman answers, what becomes of the phone. */
    private static final int FEWEST_EXPECTATIONS = 3;

    private final References references;
    private final Optional<LocalDate> today;
    private final Findings findings;

    /** @param today nothing if what is overdue does not matter */
    DirectoryRules(References references, Optional<LocalDate> today, Findings findings) {
        this.references = references;
        this.today = today;
        this.findings = findings;
    }

    /** @param published the languages in which glossary and help must be complete */
    void check(CourseFiles files, Set<String> published) {
        references.glossary().ifPresent(this::checkGlossary);
        Set<String> seen = new HashSet<>();
        for (HelpRegion region : references.help()) {
            region.channels().forEach(c -> checkChannel("help/" + region.id() + ".yaml", region, c, seen));
        }
        for (String language : published) {
            requireWords(files, "glossary/terms." + language + ".yaml", language, references.glossary().isPresent());
            references.help().forEach(r -> requireWords(files, "help/" + r.id() + "." + language + ".yaml", language, true));
        }
    }

    private void requireWords(CourseFiles files, String path, String language, boolean wanted) {
        if (wanted && !files.has(path)) {
            findings.refuse(path, "", "the file is missing, but courses are published in " + language + "; translate it");
        }
    }

    private void checkGlossary(Glossary glossary) {
        List<String> ids = glossary.terms().stream().map(Glossary.Term::id).toList();
        for (Glossary.Term term : glossary.terms()) {
            term.related().stream().filter(r -> !ids.contains(r) || r.equals(term.id())).forEach(r ->
                    findings.refuse("glossary/terms.yaml", "term " + term.id(), "the related term " + r
                            + (r.equals(term.id()) ? " is the term itself" : " does not exist") + "; take it out"));
        }
        glossary.words().forEach((language, words) ->
                WordsMatch.check("glossary/terms." + language + ".yaml", "term", ids, words.terms().keySet(), findings));
    }

    private void checkChannel(String file, HelpRegion region, Channel channel, Set<String> seen) {
        String item = "channel " + channel.id();
        if (!seen.add(channel.id())) {
            findings.refuse(file, item, "this id is used twice in the help directory; give one channel another");
        }
        channel.sources().stream().filter(references::lacksSource)
                .forEach(s -> findings.refuse(file, item, "there is no source " + s + " in sources.yaml"));
        if (!channel.sources().isEmpty() && channel.sources().stream().noneMatch(references::standsAlone)) {
            findings.refuse(file, item, "it rests on weak or unverified sources only; add one of grade P or S");
        }
        today.filter(t -> t.isAfter(channel.reviewBy())).ifPresent(t -> findings.warn(file, item,
                "it was to be reviewed by " + channel.reviewBy() + "; look whether it is still right and set a new day"));
        if (channel.kind().needsChecking()) {
            channel.words().forEach((language, words) -> {
                if (words.expect().size() < FEWEST_EXPECTATIONS) {
                    findings.refuse("help/" + region.id() + "." + language + ".yaml", item,
                            "expect says too little; say who will know, whether a woman answers, and what happens to the phone");
                }
            });
        }
    }
}
