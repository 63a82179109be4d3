package org.dalil.learning.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.IntStream;
import org.dalil.course.Sheets;
import org.dalil.course.entity.Sheet;
import org.dalil.platform.web.Address;
import org.dalil.platform.web.CurrentLanguage;
import org.dalil.platform.web.CurrentPage;

/** {@code learn/sheet.xhtml}: one sheet, made to be printed and written on by hand. Nothing can be entered on it. */
@Named("sheetPage")
@RequestScoped
public class SheetPage {

    @Inject Sheets sheets;
    @Inject LinkedText linked;
    @Inject Address address;
    @Inject CurrentLanguage language;
    @Inject CurrentPage page;

    private Sheet sheet;
    private Sheet.Words words;

    public void open() {
        sheet = address.get("sheet").flatMap(a -> sheets.find(a, language.getTag())).orElseThrow(page::notFound);
        words = sheet.words().get(language.getTag());
    }

    public String getTitle() {
        return words.title();
    }

    public String getAbout() {
        return words.about();
    }

    /** Whether these words were reviewed; drafts are marked, on paper too. */
    public boolean isDraft() {
        return !words.state().reviewed();
    }

    public boolean isWallet() {
        return sheet.paper() == Sheet.Paper.WALLET;
    }

    /** How it is laid out on paper: {@code wallet}, {@code one} for a single page, or {@code many}. */
    public String getShape() {
        return isWallet() ? "wallet" : sheet.onePage() ? "one" : "many";
    }

    /** What stands below one heading. */
    public record Part(String title, List<Piece> pieces) { }

    /**
     * A piece as the page needs it.
     *
     * @param kind  {@code text}, {@code key}, {@code fields}, {@code ticks} or {@code rows}
     * @param lines the HTML of labels, boxes or heads of columns
     * @param rows  numbers of the empty rows
     */
    public record Piece(String kind, String html, List<String> lines, List<Integer> rows) { }

    public List<Part> getParts() {
        return words.parts().stream().map(p -> new Part(p.title(), p.pieces().stream().map(this::piece).toList())).toList();
    }

    private Piece piece(Sheet.Piece piece) {
        if (piece instanceof Sheet.Piece.Text text) {
            return new Piece("text", linked.of(text.html()), List.of(), List.of());
        } else if (piece instanceof Sheet.Piece.Key key) {
            return new Piece("key", linked.of(key.html()), List.of(), List.of());
        } else if (piece instanceof Sheet.Piece.Fields fields) {
            return new Piece("fields", "", lines(fields.labels()), List.of());
        } else if (piece instanceof Sheet.Piece.Ticks ticks) {
            return new Piece("ticks", "", lines(ticks.lines()), List.of());
        } else if (piece instanceof Sheet.Piece.Rows rows) {
            return new Piece("rows", "", lines(rows.heads()), IntStream.rangeClosed(1, rows.count()).boxed().toList());
        }
        throw new IllegalStateException("a sheet has no other pieces");
    }

    private List<String> lines(List<String> html) {
        return html.stream().map(linked::of).toList();
    }
}
