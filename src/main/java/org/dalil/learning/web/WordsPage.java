package org.dalil.learning.web;

import com.ibm.icu.text.Collator;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.dalil.course.Courses;
import org.dalil.course.entity.Glossary;
import org.dalil.platform.web.CurrentLanguage;

/** {@code learn/words.xhtml}: the glossary. */
@Named("wordsPage")
@RequestScoped
public class WordsPage {

    @Inject Courses courses;
    @Inject CurrentLanguage language;

    /** A term in this language. */
    public record Row(String id, String term, String text, List<Link> related) { }

    /** Another term of the page. */
    public record Link(String id, String term) { }

    /** By the alphabet of the language. */
    public List<Row> getRows() {
        Map<String, Glossary.Term> terms = courses.glossary().map(Glossary::terms).orElse(Map.of());
        Collator alphabet = Collator.getInstance(language.get().cldr());
        return terms.values().stream().filter(t -> words(t) != null).map(t -> new Row(t.id(), words(t).term(), words(t).text(),
                        t.related().stream().map(terms::get).filter(r -> r != null && words(r) != null)
                                .map(r -> new Link(r.id(), words(r).term())).toList()))
                .sorted(Comparator.comparing(Row::term, alphabet::compare)).toList();
    }

    private Glossary.Words words(Glossary.Term term) {
        return term.words().get(language.getTag());
    }
}
