package org.dalil.authoring.entity;

import java.util.List;
import java.util.Map;
import org.dalil.course.entity.CourseDraft;
import org.dalil.course.entity.Glossary;
import org.dalil.course.entity.Source;
import org.dalil.help.entity.HelpRegion;

/**
 * Everything in {@code courses/} that can be served, with published languages only.
 *
 * @param courses the courses that no finding refuses, in the order of their folders
 * @param sources by id
 * @param help    one for each region
 */
public record Curriculum(List<CourseDraft> courses, Glossary glossary, Map<String, Source> sources,
                         List<HelpRegion> help) { }
