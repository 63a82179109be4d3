package org.dalil.authoring.control;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.dalil.authoring.entity.Curriculum;
import org.dalil.authoring.entity.Finding;
import org.dalil.authoring.entity.Reading;
import org.dalil.course.entity.Audience;
import org.dalil.course.entity.CourseDraft;
import org.dalil.course.entity.Glossary;
import org.dalil.course.entity.Sheet;
import org.dalil.course.entity.Source;
import org.dalil.help.entity.HelpRegion;
import org.dalil.platform.entity.Language;

/** Reads a whole tree of files and applies every rule to it. */
public final class CurriculumReader {

    private final Documents documents;
    private final Findings findings = new Findings();
    private final Optional<LocalDate> today;

    private CurriculumReader(CourseFiles files, Optional<LocalDate> today) {
        this.today = today;
        documents = new Documents(files, findings);
        files.findings().forEach(findings::add);
    }

    /** Reads the folder {@code courses}. Never fails: what can't be read is found. */
    public static Reading read(Path folder) {
        return read(folder, Optional.empty());
    }

    /** The same, with warnings for what should have been reviewed before today. */
    public static Reading read(Path folder, LocalDate today) {
        return read(folder, Optional.of(today));
    }

    private static Reading read(Path folder, Optional<LocalDate> today) {
        try {
            return new CurriculumReader(CourseFiles.ofFolder(folder), today).read();
        } catch (IOException unreadable) {
            Findings none = new Findings();
            none.refuse("", "", "the folder " + folder + " can't be read; check its name and who may read it");
            return new Reading(Curriculum.EMPTY, none.all(), "");
        }
    }

    /** Reads a tree of files. */
    public static Reading read(CourseFiles files) {
        return new CurriculumReader(files, Optional.empty()).read();
    }

    private Reading read() {
        DirectoryReader directory = new DirectoryReader(documents);
        Optional<Map<String, Source>> sources = directory.sources();
        Optional<Glossary> glossary = directory.glossary();
        List<HelpRegion> help = directory.help();
        Set<String> folders = courseFolders();
        List<CourseRead> courses = courses(folders);
        List<SheetRead> sheets = new ToolkitReader(documents).read();
        References references = new References(glossary, sources, help, help.size() == directory.regions().size(),
                courses.stream().map(c -> c.course().code()).collect(Collectors.toSet()), courses.size() == folders.size());
        Set<String> published = published(courses);
        new CurriculumRules(documents, references, published, today).check(courses, sheets);
        List<Finding> weighed = findings.all().stream().map(f -> weighed(f, courses, published)).distinct().toList();
        Curriculum curriculum = new Curriculum(drafts(courses, weighed),
                glossary.map(g -> PublishedCourse.glossary(g, published)).orElse(new Glossary(List.of(), Map.of())),
                sources.orElse(Map.of()), help, sheets(sheets, weighed, published));
        return new Reading(curriculum, weighed, documents.files().hash());
    }

    /**
     * Only what is in no course's folder: glossary, sources, help and sheets, from a tree whose courses were read and published
     * before.
     *
     * @param tree      the hash of the tree as it was then
     * @param published the languages that were published from it
     * @return nothing if a byte differs since, or the folder can't be read
     */
    public static Optional<Curriculum> directory(Path folder, String tree, Set<String> published) {
        try {
            CourseFiles files = CourseFiles.ofFolder(folder);
            return files.hash().equals(tree) ? Optional.of(directory(files, published)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * The same from a folder that holds nothing else, as it was kept when it was accepted.
     *
     * @return nothing if the folder can't be read
     */
    public static Optional<Curriculum> directory(Path folder, Set<String> published) {
        try {
            return Optional.of(directory(CourseFiles.ofFolder(folder), published));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Curriculum directory(CourseFiles files, Set<String> published) {
        Documents documents = new Documents(files, new Findings());
        DirectoryReader directory = new DirectoryReader(documents);
        return new Curriculum(List.of(),
                directory.glossary().map(g -> PublishedCourse.glossary(g, published)).orElse(new Glossary(List.of(), Map.of())),
                directory.sources().orElse(Map.of()), directory.help(),
                sheets(new ToolkitReader(documents).read(), List.of(), published));
    }

    private Set<String> courseFolders() {
        Set<String> folders = new TreeSet<>();
        for (Audience audience : Audience.values()) {
            documents.files().below(audience.slug()).stream().filter(p -> p.split("/").length > 2)
                    .forEach(p -> folders.add(p.substring(0, p.indexOf('/', audience.slug().length() + 1))));
        }
        return folders;
    }

    private List<CourseRead> courses(Set<String> folders) {
        List<CourseRead> courses = new ArrayList<>();
        folders.forEach(f -> new CourseReader(documents, f).read().ifPresent(courses::add));
        return courses;
    }

    private static Set<String> published(List<CourseRead> courses) {
        Set<String> languages = new TreeSet<>();
        courses.forEach(c -> languages.addAll(c.course().languages()));
        languages.removeIf(l -> Language.of(l).isEmpty());
        return languages;
    }

    /** What is wrong in a language that is not published yet keeps nobody from publishing the others. */
    private static Finding weighed(Finding finding, List<CourseRead> courses, Set<String> published) {
        Matcher language = CourseLayout.LANGUAGE.matcher(finding.file());
        if (!finding.refuses() || !language.matches()) {
            return finding;
        }
        Set<String> languages = courses.stream().filter(c -> isIn(finding, c)).findFirst()
                .map(c -> Set.copyOf(c.course().languages())).orElse(published);
        return languages.contains(language.group(1)) ? finding : finding.asWarning();
    }

    private static boolean isIn(Finding finding, CourseRead course) {
        return finding.file().startsWith("courses/" + course.folder() + "/");
    }

    /** The sheets that no finding refuses, without the languages in which one does. */
    private static List<Sheet> sheets(List<SheetRead> sheets, List<Finding> weighed, Set<String> published) {
        List<Finding> refusing = weighed.stream().filter(Finding::refuses).toList();
        List<Sheet> served = new ArrayList<>();
        for (SheetRead read : sheets) {
            boolean refused = refusing.stream().anyMatch(f -> f.file().equals("courses/" + SheetRead.STRUCTURE) && f.item().equals(read.item()));
            Set<String> languages = published.stream().filter(l -> refusing.stream()
                    .noneMatch(f -> f.file().equals("courses/" + read.file(l)))).collect(Collectors.toSet());
            if (!refused) {
                served.add(PublishedCourse.sheet(read.sheet(), languages));
            }
        }
        return List.copyOf(served);
    }

    private List<CourseDraft> drafts(List<CourseRead> courses, List<Finding> weighed) {
        return courses.stream().filter(c -> weighed.stream().noneMatch(f -> f.refuses() && isIn(f, c)))
                .map(c -> PublishedCourse.draft(c, documents.files())).toList();
    }
}
