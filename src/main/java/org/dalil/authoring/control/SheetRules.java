package org.dalil.authoring.control;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dalil.authoring.control.LessonText.CardText;
import org.dalil.course.entity.Audience;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Sheet;
import org.dalil.platform.entity.Language;

/** Rules on the sheets to print: what they refer to, in which languages they are there, and that all of these are alike. */
final class SheetRules {

    /** What can be read on one side of a card of 86 by 54 mm. */
    private static final int MOST_WORDS_ON_A_SIDE = 60;
    private static final int SIDES = 2;

    private final Map<String, Course> courses;
    private final References references;
    private final LinkRules linkRules;
    private final Findings findings;

    SheetRules(List<CourseRead> courses, References references, Findings findings) {
        this.courses = courses.stream().map(CourseRead::course).collect(Collectors.toMap(Course::code, c -> c, (a, b) -> a));
        this.references = references;
        this.linkRules = new LinkRules(references, findings);
        this.findings = findings;
    }

    void check(List<SheetRead> sheets, CourseFiles files) {
        Set<String> taken = new HashSet<>();
        for (SheetRead read : sheets) {
            unique(taken, "id " + read.sheet().id(), read);
            unique(taken, "address " + read.sheet().address(), read);
            checkReferences(read);
            checkLanguages(read, files);
            read.texts().values().forEach(text -> checkWords(read, text));
        }
        if (!sheets.isEmpty() || !files.has(SheetRead.STRUCTURE)) {
            warnUnread(sheets, files);
        }
    }

    private void unique(Set<String> taken, String what, SheetRead read) {
        if (!taken.add(what)) {
            refuse(read, "the " + what + " is used twice; give one sheet another");
        }
    }

    private void refuse(SheetRead read, String sentence) {
        findings.refuse(SheetRead.STRUCTURE, read.item(), sentence);
    }

    private void checkReferences(SheetRead read) {
        Sheet sheet = read.sheet();
        for (String code : sheet.courses()) {
            Course course = courses.get(code);
            if (references.lacksCourse(code)) {
                refuse(read, "there is no course " + code);
            } else if (course != null && !sheet.audiences().contains(course.audience())) {
                refuse(read, code + " is for " + course.audience().slug() + "; add them to for, or take the course out");
            }
        }
        sheet.sources().stream().filter(references::lacksSource).forEach(s -> refuse(read, "there is no source " + s + " in sources.yaml"));
        if (sheet.sources().stream().noneMatch(references::standsAlone)) {
            refuse(read, "it rests on weak or unverified sources only; add one of grade P or S");
        }
    }

    private void checkLanguages(SheetRead read, CourseFiles files) {
        if (!files.has(read.file(SheetRead.SOURCE_LANGUAGE))) {
            findings.refuse(read.file(SheetRead.SOURCE_LANGUAGE), "", "the file is missing; sheets are written in English first");
        }
        Map<String, List<String>> wanted = read.sheet().courses().stream().filter(courses::containsKey)
                .flatMap(code -> courses.get(code).languages().stream().filter(l -> Language.of(l).isPresent()).map(language -> Map.entry(language, code)))
                .collect(Collectors.groupingBy(Map.Entry::getKey, TreeMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        wanted.forEach((language, codes) -> {
            if (!language.equals(SheetRead.SOURCE_LANGUAGE) && !files.has(read.file(language))) {
                findings.refuse(read.file(language), "", "the file is missing, but " + String.join(", ", codes)
                        + " can be read in " + language + "; translate it");
            }
        });
    }

    private void checkWords(SheetRead read, LessonText text) {
        LessonText source = read.texts().get(SheetRead.SOURCE_LANGUAGE);
        if (source != null && source != text) {
            SameStructure.check(text, source, "part", findings);
        }
        if (read.sheet().paper() == Sheet.Paper.WALLET) {
            checkSides(text);
        }
        List<Link> links = text.cards().stream().flatMap(c -> c.links().stream()).toList();
        links.forEach(l -> linkRules.check(text.file(), l));
        linkRules.checkGrades(text.file(), "", LinkRules.cited(links));
        if (!read.sheet().audiences().equals(Set.of(Audience.RESPONDERS))) {
            passages(text).filter(p -> Claims.namesProvision(p.text())).forEach(p -> findings.refuse(text.file(), p.item(),
                    "it names a legal provision; only sheets for responders alone may"));
        }
    }

    private static Stream<Passage> passages(LessonText text) {
        return text.cards().stream().flatMap(c -> c.passages().stream());
    }

    private void checkSides(LessonText text) {
        if (text.cards().size() != SIDES) {
            findings.refuse(text.file(), "", "a card for the wallet has two sides, so two parts that begin with ##; there are "
                    + text.cards().size());
        }
        for (CardText side : text.cards()) {
            // The heading says which side it is; it isn't printed on the card.
            int words = side.passages().stream().skip(1).mapToInt(p -> Sentence.words(p.text())).sum();
            if (words > MOST_WORDS_ON_A_SIDE) {
                findings.refuse(text.file(), "side " + side.number(), "it has " + words + " words; a side has room for "
                        + MOST_WORDS_ON_A_SIDE + ", so shorten it");
            }
        }
    }

    private void warnUnread(List<SheetRead> sheets, CourseFiles files) {
        for (String path : files.below(SheetRead.FOLDER)) {
            boolean known = path.equals(SheetRead.STRUCTURE) || CourseLayout.AMBIGUOUS.matcher(path).matches()
                    || CourseLayout.LANGUAGE.matcher(path).matches() && sheets.stream().anyMatch(s -> path.equals(file(s, path)));
            if (!known) {
                findings.warn(path, "", "nothing reads this file; check its name, and the ids in tools.yaml");
            }
        }
    }

    private static String file(SheetRead read, String path) {
        return path.startsWith(read.prefix()) ? read.file(path.substring(read.prefix().length(), path.lastIndexOf('.'))) : "";
    }

    /** Everything that somebody will read on a sheet. */
    static List<Passage> passages(SheetRead read) {
        List<Passage> all = new ArrayList<>();
        read.texts().values().forEach(text -> {
            Sheet.Words words = read.sheet().words().get(text.language());
            all.add(new Passage(text.file(), "title", text.language(), words.title()));
            all.add(new Passage(text.file(), "about", text.language(), words.about()));
            passages(text).forEach(all::add);
        });
        return all;
    }
}
