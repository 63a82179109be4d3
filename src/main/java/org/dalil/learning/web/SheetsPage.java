package org.dalil.learning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dalil.course.Sheets;
import org.dalil.course.entity.Audience;
import org.dalil.course.entity.Sheet;
import org.dalil.platform.web.Address;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;
import org.dalil.platform.web.PageTexts;

/** {@code learn/sheets.xhtml}: the sheets to print, all of them or those for one audience. */
@Named("sheetsPage")
@RequestScoped
public class SheetsPage {

    @Inject Sheets sheets;
    @Inject Address address;
    @Inject CurrentLanguage language;
    @Inject CurrentPage page;
    @Inject PageTexts texts;

    private Optional<Audience> audience = Optional.empty();

    public void open() {
        audience = address.get("audience").map(slug -> Audience.of(slug).orElseThrow(page::notFound));
    }

    /** A sheet in the list. */
    public record Row(String url, String title, String about) {

        static Row of(Sheet sheet, String language) {
            Sheet.Words words = sheet.words().get(language);
            return new Row("/" + language + "/sheets/" + sheet.address(), words.title(), words.about());
        }
    }

    public List<Row> getRows() {
        String tag = language.getTag();
        return audience.map(a -> sheets.of(a, tag)).orElseGet(() -> sheets.in(tag)).stream().map(s -> Row.of(s, tag)).toList();
    }

    /** A link with whether it is the one that is open. */
    public record Tab(String url, String title, boolean current) { }

    public List<Tab> getAudiences() {
        return Arrays.stream(Audience.values()).map(a -> new Tab("/" + language.getTag() + "/for/" + a.slug() + "/sheets",
                texts.get("learning.audience." + a.slug()), audience.filter(a::equals).isPresent())).toList();
    }
}
