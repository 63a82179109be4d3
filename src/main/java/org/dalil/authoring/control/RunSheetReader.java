package org.dalil.authoring.control;

import java.util.List;
import java.util.Optional;
import org.commonmark.node.Node;
import org.dalil.course.entity.RunSheet;

/** Reads {@code facilitator.<lang>.md}. */
final class RunSheetReader {

    private final Documents documents;

    /** A run sheet and what the rules look at in it. */
    record Read(RunSheet sheet, List<Passage> passages, List<Link> links) { }

    RunSheetReader(Documents documents) {
        this.documents = documents;
    }

    /** @param source path of the run sheet in the source language */
    Optional<Read> read(String file, String language, String source) {
        return documents.page(file, "facilitator").map(page -> {
            Node parsed = Markdown.parse(page.body());
            MarkdownText text = new MarkdownText(file, language, page.line() - 1, true, 2, documents.findings()).of(parsed);
            if (!text.hasTable()) {
                documents.findings().refuse(file, "", "there is no table of minutes; add one with the columns min, what, say or do");
            }
            RunSheet sheet = new RunSheet(documents.state(file, page.front(), source), Fields.text(page.front(), "title"),
                    page.front().path("minutes").asInt(), Markdown.html(parsed));
            return new Read(sheet, text.passages(), text.links());
        });
    }
}
