package org.dalil.learning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.dalil.course.Courses;
import org.dalil.course.entity.Audience;
import org.dalil.course.entity.Course;
import org.dalil.platform.web.Address;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;

/** {@code learn/courses.xhtml}: the courses for one audience. */
@Named("coursesPage")
@RequestScoped
public class CoursesPage {

    @Inject Courses courses;
    @Inject Address address;
    @Inject CurrentLanguage language;
    @Inject CurrentPage page;

    private Audience audience;

    public void open() {
        audience = address.get("audience").flatMap(Audience::of).orElseThrow(page::notFound);
    }

    /** A course in the list. */
    public record Row(String url, String title, String summary, int minutes, int modules) { }

    public List<Row> getRows() {
        return courses.of(audience, language.getTag()).stream().map(v -> row(v.course())).toList();
    }

    private Row row(Course course) {
        Course.Words words = course.words().get(language.getTag());
        return new Row("/" + language.getTag() + "/c/" + course.slug(), words.title(), words.summary(),
                course.minutes(), course.modules().size());
    }

    public String getAudience() {
        return audience.slug();
    }
}
