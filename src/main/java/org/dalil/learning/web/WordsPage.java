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
        Glossary.Words words = courses.glossary().map(g -> g.words().get(language.getTag())).orElse(null);
        if (words == null) {
            return List.of();
        }
        Map<String, Glossary.TermWords> terms = words.terms();
        Collator alphabet = Collator.getInstance(language.get().cldr());
        return courses.glossary().orElseThrow().terms().stream().filter(t -> terms.containsKey(t.id()))
                .map(t -> new Row(t.id(), terms.get(t.id()).term(), terms.get(t.id()).text(), t.related().stream()
                        .filter(terms::containsKey).map(r -> new Link(r, terms.get(r).term())).toList()))
                .sorted(Comparator.comparing(Row::term, alphabet::compare)).toList();
    }
}
