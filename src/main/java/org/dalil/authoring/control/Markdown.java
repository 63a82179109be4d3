package org.dalil.authoring.control;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** CommonMark with tables, rendered to HTML in which no attribute but {@code href} survives and no author's tag does. */
final class Markdown {

    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER =
            Parser.builder().extensions(TABLES).includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(TABLES).escapeHtml(true)
            .attributeProviderFactory(context -> Markdown::keepAddressOnly).build();

    private Markdown() { }

    private static void keepAddressOnly(Node node, String tag, Map<String, String> attributes) {
        attributes.keySet().retainAll(Set.of("href"));
        if (!SafeAddress.isSafe(attributes.getOrDefault("href", "help:"))) {
            attributes.remove("href");
        }
    }

    static Node parse(String text) {
        return PARSER.parse(text);
    }

    /** The HTML of a whole text. */
    static String html(Node document) {
        return RENDERER.render(document).strip();
    }

    /** The HTML within a node; a lone paragraph loses its tag. */
    static String inner(Node parent) {
        Node first = parent.getFirstChild();
        Node from = first instanceof Paragraph && first.getNext() == null ? first : parent;
        Document inner = new Document();
        while (from.getFirstChild() != null) {
            inner.appendChild(from.getFirstChild());
        }
        return html(inner);
    }
}
