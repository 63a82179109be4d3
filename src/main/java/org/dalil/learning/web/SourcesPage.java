package org.dalil.learning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.Comparator;
import org.dalil.course.Courses;
import org.dalil.course.entity.Source;

/** {@code learn/sources.xhtml}: where the facts come from. */
@Named("sourcesPage")
@RequestScoped
public class SourcesPage {

    @Inject
    Courses courses;

    public Collection<Source> getRows() {
        return courses.sources().values().stream().sorted(Comparator.comparing(Source::title)).toList();
    }
}
