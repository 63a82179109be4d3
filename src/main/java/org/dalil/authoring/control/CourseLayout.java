package org.dalil.authoring.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dalil.course.entity.Audience;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Module;
import org.dalil.platform.entity.Language;

/** Which files a course must have, and which nobody reads. */
final class CourseLayout {

    /** A name that does not say which Kurdish it means. */
    static final Pattern AMBIGUOUS = Pattern.compile(".*\\.ku\\.(yaml|md)");
    /** The language in the name of a words file. */
    static final Pattern LANGUAGE = Pattern.compile(".*\\.((?!ku\\.)[a-z]{2,3}(?:-[A-Z][a-z]{3})?)\\.(?:yaml|md)");

    private final Documents documents;
    private final CourseRead read;
    private final List<String> languages;

    CourseLayout(Documents documents, CourseRead read, List<String> languages) {
        this.documents = documents;
        this.read = read;
        this.languages = languages;
    }

    /** The languages of some files, sorted. */
    static List<String> languages(List<String> paths) {
        Set<String> languages = new TreeSet<>();
        for (String path : paths) {
            Matcher matcher = LANGUAGE.matcher(path);
            if (matcher.matches()) {
                languages.add(matcher.group(1));
            }
        }
        return List.copyOf(languages);
    }

    /** Whether a course has an exam: responders' courses may, and then have both a blueprint and a bank. */
    static boolean examined(CourseFiles files, String folder) {
        return folder.startsWith(Audience.RESPONDERS.slug() + "/")
                && (files.has(folder + "/blueprint.yaml") || files.has(folder + "/bank.yaml"));
    }

    void check() {
        structure().forEach(this::refuseMissing);
        Course course = read.course();
        course.languages().stream().filter(l -> Language.of(l).isPresent())
                .forEach(language -> words(language).forEach(p -> refuseMissingWords(p, language)));
        languages.stream().filter(l -> !course.languages().contains(l) && !l.equals(course.sourceLanguage()))
                .forEach(this::warnUnpublished);
        warnUnread();
    }

    private List<String> structure() {
        List<String> paths = new ArrayList<>(List.of(read.file("quiz.yaml")));
        if (examined(documents.files(), read.folder())) {
            paths.addAll(List.of(read.file("blueprint.yaml"), read.file("bank.yaml")));
        }
        read.course().modules().forEach(m -> paths.add(read.file(m, "scenario.yaml")));
        return paths;
    }

    private List<String> words(String language) {
        List<String> paths = new ArrayList<>(List.of(read.words("course", language), read.words("quiz", language)));
        if (examined(documents.files(), read.folder())) {
            paths.add(read.words("bank", language));
        }
        for (Module module : read.course().modules()) {
            paths.add(read.file(module, "lesson." + language + ".md"));
            paths.add(read.file(module, "scenario." + language + ".yaml"));
            paths.add(read.file(module, "facilitator." + language + ".md"));
        }
        return paths;
    }

    private void refuseMissing(String path) {
        if (!documents.files().has(path)) {
            documents.findings().refuse(path, "", "the file is missing; see courses/README.md for what stands in it");
        }
    }

    private void refuseMissingWords(String path, String language) {
        if (!documents.files().has(path)) {
            documents.findings().refuse(path, "", "the file is missing; translate it, or take " + language
                    + " out of languages in course.yaml until it is there");
        }
    }

    /** One sentence for a language in the making: its translator knows that there is more to do. */
    private void warnUnpublished(String language) {
        List<String> words = words(language);
        List<String> missing = words.stream().filter(p -> !documents.files().has(p))
                .map(p -> p.substring(read.folder().length() + 1)).toList();
        String ready = Language.of(language).isPresent() ? "but all its files are there; add it to languages when it passes"
                : "but all its files are there; it can be added to languages once the site itself speaks it, see courses/README.md";
        documents.findings().warn(read.file("course.yaml"), "languages", language + " is not published, "
                + (missing.isEmpty() ? ready : missing.size() + " of its " + words.size() + " files are missing: "
                        + String.join(", ", missing)));
    }

    private void warnUnread() {
        Set<String> known = new TreeSet<>(structure());
        known.add(read.file("course.yaml"));
        languages.forEach(l -> known.addAll(words(l)));
        documents.files().below(read.folder()).stream().filter(p -> !known.contains(p) && !AMBIGUOUS.matcher(p).matches()).forEach(p ->
                documents.findings().warn(p, "", "nothing reads this file; check its name, and the modules in course.yaml"));
    }
}
