package org.dalil.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.dalil.platform.entity.Language;

/** The language of this request: the first part of a learner's address; on staff pages what staff chose. */
@Named("lang")
@RequestScoped
public class CurrentLanguage {

    private Language language = Language.ENGLISH;
    private String path = "";

    @Inject
    HttpServletRequest request;

    public Language get() {
        return language;
    }

    /** @param path the address without the language, for the links to the same page in the others */
    public void set(Language language, String path) {
        this.language = language;
        this.path = path;
    }

    public void set(Language language) {
        this.language = language;
    }

    public String getTag() {
        return language.tag();
    }

    public String getDir() {
        return language.dir();
    }

    public String getOwnName() {
        return language.ownName();
    }

    public List<Language> getAll() {
        return Language.ALL;
    }

    /** The address of this page in another language; the start page where this page has no address of its own. */
    public String in(Language other) {
        return "/" + other.tag() + (path.isEmpty() ? "/" : path);
    }

    /** A number in this language's digits. */
    public String number(long number) {
        return language.number(number);
    }
}
