package org.dalil.learning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Optional;
import org.dalil.course.entity.Course;
import org.dalil.course.entity.Module;
import org.dalil.platform.web.CurrentPage;

/** {@code learn/module.xhtml}: the content note of a module, and the way past it. */
@Named("modulePage")
@RequestScoped
public class ModulePage {

    @Inject CourseAddress address;
    @Inject CurrentPage page;

    private Module module;

    public void open() throws IOException {
        module = address.module();
        if (!module.note()) {
            page.leadTo(address.path() + "/" + module.number() + "/1");
        }
    }

    private Course.ModuleWords words() {
        return address.words().modules().get(module.name());
    }

    public String getTitle() {
        return words().title();
    }

    public String getNote() {
        return words().note();
    }

    public String getCourseTitle() {
        return address.words().title();
    }

    public String getUrl() {
        return address.url() + "/" + module.number() + "/1";
    }

    /** The next module, or the course where this is the last. */
    public String getPastUrl() {
        Optional<Module> next = address.course().module(module.number() + 1);
        return next.map(address::url).orElse(address.url());
    }

    public String getCourseUrl() {
        return address.url();
    }
}
