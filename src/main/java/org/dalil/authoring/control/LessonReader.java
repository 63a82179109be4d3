package org.dalil.authoring.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.BulletList;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.dalil.authoring.control.CardSplitter.RawBlock;
import org.dalil.authoring.control.CardSplitter.RawCard;
import org.dalil.course.entity.Block;
import org.dalil.course.entity.Lesson;

/** Reads {@code lesson.<lang>.md}. */
final class LessonReader {

    private static final Set<String> BLOCKS = Set.of("key", "try", "check", "note", "steps", "print", "help");
    private static final Set<String> APPS = Set.of("whatsapp", "instagram", "tiktok", "snapchat", "telegram", "google",
            "apple", "phone", "any");

    private final Documents documents;
    private final String file;
    private final String language;
    private final boolean tables;

    /** A lesson and what the rules look at in it. */
    record Read(Lesson lesson, LessonText text) { }

    /** @param tables whether tables are allowed, as in responders' courses */
    LessonReader(Documents documents, String file, String language, boolean tables) {
        this.documents = documents;
        this.file = file;
        this.language = language;
        this.tables = tables;
    }

    /** @param source path of the lesson in the source language */
    Optional<Read> read(String source) {
        return documents.page(file, "lesson").map(page -> {
            List<Lesson.Card> cards = new ArrayList<>();
            List<LessonText.CardText> texts = new ArrayList<>();
            for (RawCard raw : new CardSplitter(file, "card", documents.findings()).split(page.body(), page.line())) {
                card(raw, cards, texts);
            }
            Lesson lesson = new Lesson(documents.state(file, page.front(), source), Fields.text(page.front(), "title"),
                    List.copyOf(cards));
            return new Read(lesson, new LessonText(file, language, List.copyOf(texts)));
        });
    }

    private void card(RawCard raw, List<Lesson.Card> cards, List<LessonText.CardText> texts) {
        List<Block> blocks = new ArrayList<>();
        List<Passage> passages = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        List<String> structure = new ArrayList<>();
        passages.add(new Passage(file, "line " + raw.line(), language, raw.title()));
        for (RawBlock block : raw.blocks()) {
            Node parsed = Markdown.parse(block.text());
            MarkdownText text = new MarkdownText(file, language, block.line(), tables, 3, documents.findings()).of(parsed);
            passages.addAll(text.passages());
            links.addAll(text.links());
            structure.add((block.kind() + " " + block.argument()).strip());
            block(block, parsed).ifPresent(blocks::add);
        }
        cards.add(new Lesson.Card(raw.title(), List.copyOf(blocks)));
        texts.add(new LessonText.CardText(texts.size() + 1, passages, links, structure));
    }

    private Optional<Block> block(RawBlock raw, Node parsed) {
        if (raw.isText()) {
            return Optional.of(new Block.Text(Markdown.html(parsed)));
        }
        Optional<String> fault = fault(raw);
        if (fault.isPresent()) {
            documents.findings().refuse(file, "line " + raw.line(), fault.get());
            return Optional.empty();
        }
        return switch (raw.kind()) {
            case "key" -> Optional.of(new Block.Key(Markdown.html(parsed)));
            case "note" -> Optional.of(new Block.Note(Markdown.html(parsed)));
            case "check" -> Optional.of(new Block.Check(raw.argument()));
            case "help" -> Optional.of(new Block.Help());
            case "try" -> entries(raw, parsed, BulletList.class, "-").map(Block.Try::new);
            case "print" -> entries(raw, parsed, BulletList.class, "-").map(l -> new Block.Print(raw.argument(), l));
            default -> entries(raw, parsed, OrderedList.class, "1.").map(l -> new Block.Steps(raw.argument(), l));
        };
    }

    private static Optional<String> fault(RawBlock raw) {
        if (!BLOCKS.contains(raw.kind())) {
            return Optional.of("::: " + raw.kind() + " is no block; use key, try, check, note, steps, print or help");
        }
        boolean empty = raw.text().isBlank();
        return switch (raw.kind()) {
            case "check" -> faultOfEmpty(raw, !raw.argument().matches("[a-z0-9-]+"), "::: check needs the id of an item after it");
            case "help" -> faultOfEmpty(raw, !raw.argument().isEmpty(), "::: help takes nothing after it");
            case "steps" -> APPS.contains(raw.argument()) && !empty ? Optional.empty()
                    : Optional.of("::: steps needs an app after it and a numbered list in it; the apps are "
                            + String.join(", ", APPS.stream().sorted().toList()));
            case "print" -> raw.argument().matches("[a-z0-9-]+") && !empty ? Optional.empty()
                    : Optional.of("::: print needs a name in lower-case letters after it and a list in it");
            default -> BlockText.fault(raw);
        };
    }

    private static Optional<String> faultOfEmpty(RawBlock raw, boolean badArgument, String sentence) {
        if (badArgument) {
            return Optional.of(sentence);
        }
        return raw.text().isBlank() ? Optional.empty()
                : Optional.of("::: " + raw.kind() + " holds no text; put ::: on the next line");
    }

    private Optional<List<String>> entries(RawBlock raw, Node parsed, Class<? extends ListBlock> kind, String marker) {
        return BlockText.entries(file, raw, parsed, kind, marker, documents.findings());
    }
}
