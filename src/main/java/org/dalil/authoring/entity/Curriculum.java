package org.dalil.authoring.entity;

import java.util.List;
import java.util.Map;
import org.dalil.course.entity.CourseDraft;
import org.dalil.course.entity.Glossary;
import org.dalil.course.entity.Sheet;
import org.dalil.course.entity.Source;
import org.dalil.help.entity.HelpRegion;

/**
 * Everything in {@code courses/} that can be served, with published languages only.
 *
 * @param courses the courses that no finding refuses, in the order of their folders
 * @param sources by id
 * @param help    one for each region
 * @param sheets  those to print that no finding refuses, in the order in which they are offered
 */
public record Curriculum(List<CourseDraft> courses, Glossary glossary, Map<String, Source> sources,
                         List<HelpRegion> help, List<Sheet> sheets) {

    /** What can be served of a folder that can't be read. */
    public static final Curriculum EMPTY =
            new Curriculum(List.of(), new Glossary(List.of(), Map.of()), Map.of(), List.of(), List.of());
}
