package org.dalil.authoring.control;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Module;

/** Rules over several courses: what must be unique in the tree, what comes first, and what nobody reads. */
final class TreeRules {

    private static final Pattern READ = Pattern.compile("README\\.md|LICENSE|sources\\.yaml|schema/[a-z-]+\\.schema\\.json"
            + "|glossary/terms(\\.[A-Za-z-]+)?\\.yaml|help/[a-z-]+(\\.[A-Za-z-]+)?\\.yaml|toolkits/.*|(teens|parents|responders)/[^/]+/.*");

    private final List<CourseRead> courses;
    private final Findings findings;

    TreeRules(List<CourseRead> courses, Findings findings) {
        this.courses = courses;
        this.findings = findings;
    }

    void check(CourseFiles files) {
        checkUnique();
        checkPrerequisites();
        for (String path : files.paths()) {
            if (CourseLayout.AMBIGUOUS.matcher(path).matches()) {
                findings.refuse(path, "", "ku names several languages; rename the file to ckb (Sorani), kmr (Kurmanji) or kmr-Arab (Badini)");
            } else if (!READ.matcher(path).matches()) {
                findings.warn(path, "", "nothing reads this file; check its name and its folder");
            }
        }
        courses.stream().filter(c -> !c.folder().matches("[a-z]+/[a-z0-9]+(-[a-z0-9]+)*")).forEach(c ->
                findings.refuse(c.file("course.yaml"), "", "the folder's name is part of the address; use lower-case Latin letters, digits and hyphens"));
    }

    private void checkUnique() {
        Map<String, String> ids = new HashMap<>();
        for (CourseRead read : courses) {
            Course course = read.course();
            String file = read.file("course.yaml");
            unique(ids, course.id().toString(), file, "the id");
            unique(ids, "code " + course.code(), file, "the code");
            unique(ids, "slug " + course.slug(), file, "the folder's name");
            for (Module module : course.modules()) {
                if (module.scenario() != null) {
                    unique(ids, module.scenario().id().toString(), read.file(module, "scenario.yaml"), "the id");
                }
            }
        }
    }

    private void unique(Map<String, String> ids, String id, String file, String what) {
        String other = ids.putIfAbsent(id, file);
        if (other != null) {
            findings.refuse(file, "", what + " is also that of courses/" + other + "; give the newer one another");
        }
    }

    private void checkPrerequisites() {
        Map<String, List<String>> byCode = courses.stream().map(CourseRead::course)
                .collect(Collectors.toMap(Course::code, Course::prerequisites, (a, b) -> a));
        for (CourseRead read : courses) {
            read.course().prerequisites().stream().filter(p -> !byCode.containsKey(p)).forEach(p ->
                    findings.refuse(read.file("course.yaml"), "prerequisites", "there is no course " + p));
            if (comesBeforeItself(read.course().code(), byCode)) {
                findings.refuse(read.file("course.yaml"), "prerequisites", "by way of them the course would have to come before itself");
            }
        }
    }

    private static boolean comesBeforeItself(String code, Map<String, List<String>> byCode) {
        Set<String> before = new HashSet<>(byCode.get(code));
        int size = 0;
        while (size != before.size()) {
            size = before.size();
            Set.copyOf(before).forEach(c -> before.addAll(byCode.getOrDefault(c, List.of())));
        }
        return before.contains(code);
    }
}
