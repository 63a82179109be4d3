package org.dalil.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.dalil.platform.entity.Refused;

/**
 * What is wrong with a staff form, for the summary at the top and the same words at the field: {@code
 * #{staff.problems.of('name')}}. The template shows the summary, moves the focus there and puts "Error:" into the title.
 */
@RequestScoped
public class Problems {

    /**
     * @param field the id of the field it is about; empty if it is about none
     * @param text  one sentence in the reader's language
     */
    public record Problem(String field, String text) { }

    @Inject
    PageTexts texts;

    private final List<Problem> all = new ArrayList<>();

    /** @param field the id of the field, or empty */
    public void add(String field, Refused refused) {
        all.add(new Problem(field, texts.of(refused)));
    }

    /** @param key of the sentence */
    public void add(String field, String key) {
        add(field, new Refused(key));
    }

    public List<Problem> getAll() {
        return List.copyOf(all);
    }

    public boolean isAny() {
        return !all.isEmpty();
    }

    /** The sentence at this field; empty if nothing is wrong with it. */
    public String of(String field) {
        return all.stream().filter(p -> p.field().equals(field)).map(Problem::text).findFirst().orElse("");
    }

    /** Whether something is wrong with this field. */
    public boolean at(String field) {
        return !of(field).isEmpty();
    }

    /** A class for this field's box. */
    public String mark(String field) {
        return at(field) ? "bad" : "";
    }
}
