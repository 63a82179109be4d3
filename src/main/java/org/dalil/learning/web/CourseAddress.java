package org.dalil.learning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.dalil.course.Courses;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.CourseVersion;
import org.dalil.course.entity.Module;
import org.dalil.platform.web.Address;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;

/** What an address of a course names, and the addresses next to it. */
@RequestScoped
public class CourseAddress {

    @Inject Address address;
    @Inject CurrentLanguage language;
    @Inject CurrentPage page;
    @Inject Courses courses;

    CourseVersion version() {
        return address.get("course").flatMap(slug -> courses.find(slug, language.getTag())).orElseThrow(page::notFound);
    }

    Course course() {
        return version().course();
    }

    Course.Words words() {
        return course().words().get(language.getTag());
    }

    Module module() {
        return address.number("module").flatMap(n -> course().module(n)).orElseThrow(page::notFound);
    }

    /** {@code /c/spot-it} */
    String path() {
        return "/c/" + course().slug();
    }

    /** {@code /ar/c/spot-it} */
    String url() {
        return "/" + language.getTag() + path();
    }

    /** The first page of a module: its note where it has one, otherwise its first card. */
    String url(Module module) {
        return url() + "/" + module.number() + (module.note() ? "" : "/1");
    }
}
