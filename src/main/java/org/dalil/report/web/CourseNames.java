package org.dalil.report.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.dalil.course.entity.Course;
import org.dalil.platform.web.CurrentLanguage;

/** What a course is called for this reader. */
@RequestScoped
public class CourseNames {

    @Inject
    CurrentLanguage language;

    /** Its title in the page's language, or in the one it was written in. */
    public String of(Course course) {
        Course.Words words = course.words().get(language.getTag());
        return (words == null ? course.words().get(course.sourceLanguage()) : words).title();
    }

    /** The language of that title. */
    public String tagOf(Course course) {
        return course.words().containsKey(language.getTag()) ? language.getTag() : course.sourceLanguage();
    }
}
