package org.dalil.learning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.dalil.course.Courses;
import org.dalil.platform.web.CurrentLanguage;

/** Turns what authors link to into addresses of the reader's language. */
@RequestScoped
public class LinkedText {

    /** A link to another course, by its code. */
    private static final Pattern COURSE = Pattern.compile("href=\"course:([A-Z0-9]+)\"");

    @Inject Courses courses;
    @Inject CurrentLanguage language;

    String of(String html) {
        String root = "href=\"/" + language.getTag();
        return html.replace("href=\"glossary:", root + "/words#")
                .replace("href=\"source:", root + "/sources#")
                .replace("href=\"help:\"", root + "/help\"")
                .transform(text -> COURSE.matcher(text).replaceAll(link -> root + courseUrl(link.group(1)) + "\""));
    }

    /** Where a course of this code is read; the start page where it isn't published in this language. */
    private String courseUrl(String code) {
        return courses.byCode(code).filter(c -> c.languages().contains(language.getTag()))
                .map(c -> "/c/" + c.slug()).orElse("/");
    }
}
