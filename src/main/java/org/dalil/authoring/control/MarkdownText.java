package org.dalil.authoring.control;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/** Takes the words and links out of Markdown and finds what may not be in it. */
final class MarkdownText extends AbstractVisitor {

    /** Stands for a stretch of code, whose inside is no prose. */
    static final char CODE = '\uFFFC';

    private static final int LONGEST_PASSAGE = 4_000;

    private final String file;
    private final String language;
    private final int lineBefore;
    private final boolean tables;
    private final int topHeading;
    private final Findings findings;
    private final List<Passage> passages = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private int line;
    private boolean sawTable;

    /**
     * @param lineBefore number of the line before the text's first one
     * @param tables     whether tables are allowed here
     * @param topHeading the highest level of headings allowed here
     */
    MarkdownText(String file, String language, int lineBefore, boolean tables, int topHeading, Findings findings) {
        this.file = file;
        this.language = language;
        this.lineBefore = lineBefore;
        this.tables = tables;
        this.topHeading = topHeading;
        this.findings = findings;
        this.line = lineBefore + 1;
    }

    MarkdownText of(Node node) {
        node.accept(this);
        return this;
    }

    List<Passage> passages() {
        return List.copyOf(passages);
    }

    List<Link> links() {
        return List.copyOf(links);
    }

    boolean hasTable() {
        return sawTable;
    }

    private String item() {
        return "line " + line;
    }

    private void at(Node block) {
        if (!block.getSourceSpans().isEmpty()) {
            line = lineBefore + 1 + block.getSourceSpans().get(0).getLineIndex();
        }
    }

    private void leaf(Node block) {
        at(block);
        words.setLength(0);
        visitChildren(block);
        String text = words.toString().strip();
        if (text.length() > LONGEST_PASSAGE) {
            refuse(block, "this paragraph is longer than 4,000 letters; divide it");
            text = text.substring(0, LONGEST_PASSAGE);
        }
        if (!text.isEmpty()) {
            passages.add(new Passage(file, item(), language, text));
        }
    }

    private void refuse(Node node, String sentence) {
        at(node);
        findings.refuse(file, item(), sentence);
    }

    @Override
    public void visit(Paragraph paragraph) {
        leaf(paragraph);
    }

    @Override
    public void visit(Heading heading) {
        if (heading.getLevel() < topHeading || heading.getLevel() > 3) {
            refuse(heading, "this heading has the wrong level; only ## and ### are used, and ## begins a card");
        }
        leaf(heading);
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock && !tables) {
            refuse(block, "tables are for responders' courses and run sheets only; write a list");
        }
        sawTable |= block instanceof TableBlock;
        visitChildren(block);
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableCell) {
            leaf(node);
        } else {
            at(node);
            visitChildren(node);
        }
    }

    @Override
    public void visit(Text text) {
        words.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        words.append(CODE);
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        words.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        words.append(' ');
    }

    @Override
    public void visit(org.commonmark.node.Link link) {
        links.add(new Link(item(), link.getDestination()));
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        findings.refuse(file, item(), "pictures are not allowed; say it in words");
    }

    @Override
    public void visit(HtmlInline html) {
        findings.refuse(file, item(), "HTML is not allowed; use plain Markdown");
    }

    @Override
    public void visit(HtmlBlock html) {
        refuse(html, "HTML is not allowed; use plain Markdown");
    }

    @Override
    public void visit(FencedCodeBlock code) {
        refuse(code, "a block of code has no place in a lesson; use a quote with >");
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        refuse(code, "four spaces or a tab at the beginning make this a block of code; remove them");
    }

    @Override
    public void visit(ThematicBreak rule) {
        refuse(rule, "a dividing line is not allowed; begin a card with ## instead");
    }
}
